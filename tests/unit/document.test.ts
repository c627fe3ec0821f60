import { describe, expect, test } from 'vitest'
import { safePageUrl, safeUrl } from '@/lib/document/addresses'
import { emptyDocument, parseDocument, titlesOf, toJson } from '@/lib/document/document'
import { printText } from '@/lib/document/print-text'
import { quotesBySpeaker } from '@/lib/document/quotes'
import { referencesOf } from '@/lib/document/resolved'
import { nodes, schema } from '@/lib/document/schema'
import { Invalid, TooLarge } from '@/lib/errors'
import { documentLinks } from '@/lib/links/document-links'
import { aDocument, linked, paragraph, readMore, related } from '../support/documents'

const ID = '0196f0a0-0000-7000-8000-000000000001'
const OTHER = '0196f0a0-0000-7000-8000-000000000002'

describe('parseDocument', () => {
  test('reads back what was stored', () => {
    const json = aDocument('Ferry returns', paragraph('Words.'), readMore(ID), related(ID, OTHER))
    expect(toJson(parseDocument(json))).toEqual(json)
  })

  test('an empty document has a headline, a standfirst and a paragraph', () => {
    expect(emptyDocument().children.map(({ type }) => type.name)).toEqual(['headline', 'standfirst', 'paragraph'])
  })

  test.each([
    ['nothing', null],
    ['an array', []],
    ['a part of a document', { type: 'paragraph' }],
    ['an unknown node', { type: 'doc', content: [{ type: 'script' }] }],
    [
      'a headline in the body',
      { type: 'doc', content: [{ type: 'headline' }, { type: 'standfirst' }, { type: 'headline' }] },
    ],
    ['no standfirst', { type: 'doc', content: [{ type: 'headline' }, { type: 'paragraph' }] }],
    ['a card whose id is an object', withBlock({ type: 'readMore', attrs: { articleId: { not: '' } } })],
    ['a card whose id is a path', withBlock({ type: 'readMore', attrs: { articleId: '../../admin' } })],
    [
      'nine related articles',
      withBlock({
        type: 'related',
        attrs: { articleIds: Array.from({ length: 9 }, (_, n) => `0196f0a0-0000-7000-8000-00000000000${n}`) },
      }),
    ],
    ['one article twice in a list', withBlock({ type: 'related', attrs: { articleIds: [ID, ID] } })],
    [
      'bold in a headline',
      {
        type: 'doc',
        content: [
          { type: 'headline', content: [{ type: 'text', text: 'x', marks: [{ type: 'bold' }] }] },
          { type: 'standfirst' },
          { type: 'paragraph' },
        ],
      },
    ],
    [
      'a post whose address is a script',
      withBlock({ type: 'socialPost', attrs: { url: 'javascript:alert(1)' }, content: [{ type: 'paragraph' }] }),
    ],
    [
      'a link with a data address',
      withBlock({
        type: 'paragraph',
        content: [
          { type: 'text', text: 'x', marks: [{ type: 'link', attrs: { articleId: null, href: 'data:text/html,x' } }] },
        ],
      }),
    ],
  ])('refuses %s', (_, json) => {
    expect(() => parseDocument(json)).toThrow(Invalid)
  })

  test('refuses more than a book', () => {
    expect(() => parseDocument(aDocument('x', 'a'.repeat(4_000_001)))).toThrow(TooLarge)
  })

  test('attributes that the schema does not know never reach storage', () => {
    const parsed = parseDocument(withBlock({ type: 'paragraph', attrs: { onclick: 'alert(1)' } }))
    expect(JSON.stringify(toJson(parsed))).not.toContain('onclick')
  })
})

describe('What a document says', () => {
  const document = parseDocument(
    aDocument(
      '  Ferry returns ',
      'First.',
      linked('the vote', { articleId: ID }),
      readMore(OTHER),
      linked('a law', { href: 'https://law.example/' }),
    ),
  )

  test('its titles have no white space at the ends', () => {
    expect(titlesOf(document)).toEqual({ headline: 'Ferry returns', standfirst: 'What it means for the town.' })
  })

  test('its words are printed in order, and cards have none', () => {
    expect(printText(document)).toBe(
      'Ferry returns \n\nWhat it means for the town.\n\nFirst.\n\nSee the vote for more.\n\nSee a law for more.',
    )
  })

  test('its references and links are found, in order', () => {
    expect(referencesOf(document).articleIds).toEqual([ID, OTHER])
    expect(documentLinks(document)).toEqual([
      { kind: 'INLINE', toArticleId: ID, url: null, words: 'the vote', sentence: 'See the vote for more.' },
      { kind: 'READ_MORE', toArticleId: OTHER, url: null, words: '', sentence: '' },
      {
        kind: 'INLINE',
        toArticleId: null,
        url: 'https://law.example/',
        words: 'a law',
        sentence: 'See a law for more.',
      },
    ])
  })

  test('linked words that are partly bold are one link', () => {
    const link = schema.marks.link.create({ articleId: ID, href: null })
    const bold = schema.marks.bold.create()
    const half = schema.nodes.paragraph.create(null, [schema.text('half ', [link]), schema.text('bold', [link, bold])])
    expect(documentLinks(parseDocument(aDocument('x', half)))).toMatchObject([{ words: 'half bold' }])
  })
})

test('every quotation is listed by who speaks, those without a speaker first, and a link inside one does not cut it', () => {
  const { nodes: node, marks: mark } = schema
  const said = (speaker: string) => mark.quote.create({ speaker })
  const link = mark.link.create({ articleId: ID, href: null })
  const document = parseDocument(
    aDocument(
      'Quotes',
      node.paragraph.create(null, [
        schema.text('She said: '),
        schema.text('“I saw ', [said('Ada Park')]),
        schema.text('the ferry', [link, said('Ada Park')]),
        schema.text('.”', [said('Ada Park')]),
      ]),
      node.quotation.create({ speaker: 'Ben Ode', role: 'Pilot' }, paragraph('It was late.')),
      node.paragraph.create(null, [schema.text('“Nobody said this.”', [said('')])]),
      node.pullQuote.create({ speaker: 'Ada Park', role: '' }, schema.text('I saw it.')),
    ),
  )
  expect(quotesBySpeaker(document).map(({ speaker, quotes }) => [speaker, quotes.map(({ words }) => words)])).toEqual([
    ['', ['“Nobody said this.”']],
    ['Ada Park', ['“I saw the ferry.”', 'I saw it.']],
    ['Ben Ode', ['It was late.']],
  ])
})

describe('Addresses', () => {
  test.each([
    ['https://example.org/a b', 'https://example.org/ab'],
    ['HTTP://EXAMPLE.org', 'http://example.org/'],
    ['mailto:desk@example.org', 'mailto:desk@example.org'],
    ['tel:+491234', 'tel:+491234'],
  ])('%s may be printed', (typed, printed) => {
    expect(safeUrl(typed)).toBe(printed)
  })

  test.each([
    'javascript:alert(1)',
    'JaVa\tscript:alert(1)',
    '\u0001javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://x/',
    '//example.org',
    '/path',
    'example.org',
    '',
    'https://',
    'https://user:pass@example.org/',
    `https://example.org/${'a'.repeat(2048)}`,
  ])('%j may not', (typed) => {
    expect(safeUrl(typed)).toBeNull()
  })

  test('a page is http or https', () => {
    expect(safePageUrl('mailto:a@b.example')).toBeNull()
  })
})

test('every node and mark attribute is validated', () => {
  const unchecked = [
    ...Object.entries(nodes),
    ...Object.entries(schema.spec.marks.toObject ? schema.spec.marks.toObject() : {}),
  ].flatMap(([name, spec]) =>
    Object.entries((spec as { attrs?: Record<string, { validate?: unknown }> }).attrs ?? {})
      .filter(([, attr]) => attr.validate === undefined)
      .map(([attr]) => `${name}.${attr}`),
  )
  expect(unchecked).toEqual([])
})

function withBlock(block: object) {
  return { type: 'doc', content: [{ type: 'headline' }, { type: 'standfirst' }, block] }
}
