import type { Node } from 'prosemirror-model'
import { describe, expect, test } from 'vitest'
import { compareDocuments } from '@/lib/document/compare/compare-documents'
import type { Piece, Row } from '@/lib/document/compare/rows'
import { parseDocument } from '@/lib/document/document'
import { schema } from '@/lib/document/schema'
import { randomDocument, randomEdit } from '@/tests/support/random-documents'
import { seeded } from '@/tests/support/seeded'

const { nodes, marks } = schema
const bold = marks.bold.create()
const one = '01900000-0000-7000-8000-000000000001'
const two = '01900000-0000-7000-8000-000000000002'
const headlineOf = (id: string) => ({ [one]: 'Ferry returns', [two]: 'Quay closed' })[id]

const p = (...inside: (string | Node)[]) =>
  nodes.paragraph.create(
    null,
    inside.filter((part) => part !== '').map((part) => (typeof part === 'string' ? schema.text(part) : part)),
  )
const crosshead = (words: string) => nodes.crosshead.create(null, schema.text(words))
const image = (attrs: object) => nodes.image.create({ mediaId: one, alt: 'A ferry', ...attrs })
const readMore = (articleId: string) => nodes.readMore.create({ articleId })
const list = (...entries: string[]) =>
  nodes.bulletedList.create(
    null,
    entries.map((words) => nodes.listItem.create(null, p(words))),
  )
const linked = (words: string, to: string) => schema.text(words, [marks.link.create({ articleId: null, href: to })])

function article(...blocks: (string | Node)[]): Node {
  return nodes.doc.create(null, [
    nodes.headline.create(null, schema.text('Headline')),
    nodes.standfirst.create(null, schema.text('Standfirst.')),
    ...blocks.map((block) => (typeof block === 'string' ? p(block) : block)),
  ])
}

/** A comparison as a person would note it down: "= words", "~ one [-gone-]{+come+}", "+", "-", "> moved here", "< left". */
function told(before: Node, after: Node): string[] {
  return compareDocuments(before, after, headlineOf)
    .rows.slice(2)
    .flatMap((row) => lines(row))
}

const SIGNS = { same: '=', changed: '~', added: '+', removed: '-', moved: '>', left: '<' }

function lines(row: Row): string[] {
  const node = row.after ?? row.before
  const words = row.words === null ? (node?.textContent ?? '') : written(row.words)
  const fields = row.fields.map(({ label, pieces }) => `(${label}: ${written(pieces)})`)
  const own = [SIGNS[row.change], row.rows === null ? words : '', ...fields, ...row.notes].filter(Boolean).join(' ')
  return [own, ...(row.rows ?? []).flatMap(lines).map((line) => `  ${line}`)]
}

function written(pieces: readonly Piece[]): string {
  return pieces
    .map(({ change, text }) =>
      change === 'added'
        ? `{+${text}+}`
        : change === 'removed'
          ? `[-${text}-]`
          : change === 'marked'
            ? `*${text}*`
            : text,
    )
    .join('')
}

const long = 'The ferry between the two islands returns on Monday after ten years'

describe('A comparison tells', () => {
  test.each<[string, Node, Node, string[]]>([
    ['nothing of what stayed', article('One.', 'Two.'), article('One.', 'Two.'), ['= One.', '= Two.']],
    [
      'words put in, with the space that came with them',
      article('The ferry returns on Monday.'),
      article('The old ferry returns on Monday.'),
      ['~ The {+old +}ferry returns on Monday.'],
    ],
    [
      'words taken out',
      article('The old ferry returns on Monday.'),
      article('The ferry returns on Monday.'),
      ['~ The [-old -]ferry returns on Monday.'],
    ],
    [
      'a sign changed, and the words around it not',
      article('It returns on Monday, they say.'),
      article('It returns on Monday; they say.'),
      ['~ It returns on Monday[-,-]{+;+} they say.'],
    ],
    [
      'two neighbouring words as one phrase',
      article('It leaves on cold mornings from the quay.'),
      article('It leaves on warm evenings from the quay.'),
      ['~ It leaves on [-cold mornings-]{+warm evenings+} from the quay.'],
    ],
    [
      'a word with an apostrophe as one word',
      article('The mayor’s plan won’t work at all.'),
      article('The mayor’s plan will work at all.'),
      ['~ The mayor’s plan [-won’t-]{+will+} work at all.'],
    ],
    [
      'a line break put in',
      article('Here comes another line.'),
      article(p('Here comes', nodes.hardBreak.create(), 'another line.')),
      ['~ Here comes[- -]{+\n+}another line.'],
    ],
    ['a paragraph put in', article('One.', 'Two.'), article('One.', long, 'Two.'), ['= One.', `+ ${long}`, '= Two.']],
    [
      'a paragraph taken out',
      article('One.', long, 'Two.'),
      article('One.', 'Two.'),
      ['= One.', `- ${long}`, '= Two.'],
    ],
    [
      'a paragraph written anew as one out and one in',
      article('The quay is closed for good.'),
      article('Nobody had asked for more money.'),
      ['- The quay is closed for good.', '+ Nobody had asked for more money.'],
    ],
    [
      'an empty paragraph that was filled',
      article('One.', ''),
      article('One.', 'Now with words'),
      ['= One.', '~ {+Now with words+}'],
    ],
    [
      'words that were made bold',
      article('The ferry returns on Monday.'),
      article(p('The ', schema.text('ferry', [bold]), ' returns on Monday.')),
      ['~ The *ferry* returns on Monday. ‘ferry’ made bold.'],
    ],
    [
      'where a link leads now, once, however the words in it are set',
      article(p('See ', linked('the old quay', 'https://one.example/'), ' for more.')),
      article(
        p(
          'See ',
          linked('the ', 'https://two.example/'),
          schema.text('old', [marks.link.create({ articleId: null, href: 'https://two.example/' }), bold]),
          linked(' quay', 'https://two.example/'),
          ' for more.',
        ),
      ),
      ['~ See *the **old** quay* for more. Link on ‘the old quay’ now leads to https://two.example/. ‘old’ made bold.'],
    ],
    [
      'a link to an article by its headline',
      article('See the ferry for more.'),
      article(p('See ', schema.text('the ferry', [marks.link.create({ articleId: one, href: null })]), ' for more.')),
      ['~ See *the ferry* for more. Link put on ‘the ferry’, to ‘Ferry returns’.'],
    ],
    [
      'a crosshead made of a paragraph',
      article(long),
      article(crosshead(long)),
      [`~ ${long} Crosshead made of a paragraph.`],
    ],
    [
      'a picture with another caption and text',
      article(image({ caption: 'At sea' })),
      article(image({ caption: 'At the quay', alt: 'Two ferries' })),
      [
        '~ (Alternative text: [-A ferry-]{+Two ferries+}) (Caption: At [-sea-]{+the quay+}) ' +
          'Picture changed: alternative text and caption.',
      ],
    ],
    [
      'a picture replaced by another',
      article(image({})),
      article(image({ mediaId: two })),
      ['~ Picture replaced by another one.'],
    ],
    [
      'a card that moved, and not the paragraphs that it passed',
      article(readMore(one), long, 'Two is a paragraph with words.', 'Three.'),
      article(long, 'Two is a paragraph with words.', readMore(one), 'Three.'),
      [
        '< READ MORE card stood here and moved down.',
        `= ${long}`,
        '= Two is a paragraph with words.',
        '> READ MORE card moved down.',
        '= Three.',
      ],
    ],
    [
      'a paragraph that moved up and was changed on the way',
      article('One.', 'Two has some other words.', 'Three has quite some other words here.', `${long} or so.`),
      article('One.', `${long}.`, 'Two has some other words.', 'Three has quite some other words here.'),
      [
        '= One.',
        `> ${long}[- or so-]. Paragraph moved up.`,
        '= Two has some other words.',
        '= Three has quite some other words here.',
        `< ${long} or so. Paragraph stood here and moved up.`,
      ],
    ],
    [
      'a card that points at another article',
      article(readMore(one)),
      article(readMore(two)),
      ['~ READ MORE card now points at ‘Quay closed’.'],
    ],
    [
      'a card put in',
      article('One.'),
      article('One.', readMore(one)),
      ['= One.', '+ READ MORE card ‘Ferry returns’ added.'],
    ],
    [
      'a list entry put in and another changed, inside of the list',
      article(list('Monday at nine', 'Tuesday at ten')),
      article(list('Monday at eight', 'Tuesday at ten', 'Friday')),
      ['~', '  ~', '    ~ Monday at [-nine-]{+eight+}', '  = Tuesday at ten', '  + Friday'],
    ],
    [
      'a numbered list made of a bulleted one',
      article(list('Monday at nine', 'Tuesday at ten')),
      article(nodes.numberedList.create(null, list('Monday at nine', 'Tuesday at ten').content)),
      ['~ Numbered list made of a bulleted list.', '  = Monday at nine', '  = Tuesday at ten'],
    ],
    [
      'a paragraph that became a quotation, and who says it',
      article(long),
      article(nodes.quotation.create({ speaker: 'Ada' }, p(long))),
      ['~ (Speaker: {+Ada+}) Quotation made of a paragraph.', `  = ${long}`],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(told(before, after)).toEqual(expected)
  })

  test('what happened to headline and standfirst in their place, whatever is left of them', () => {
    const after = nodes.doc.create(null, [
      nodes.headline.create(null, schema.text('Something else')),
      nodes.standfirst.create(),
      p('One.'),
    ])
    const { rows } = compareDocuments(article('One.'), after)
    expect(rows.map((row) => lines(row)[0])).toEqual([
      '~ [-Headline-]{+Something else+}',
      '~ [-Standfirst.-]',
      '= One.',
    ])
  })

  test('how many words came and went', () => {
    const { words } = compareDocuments(
      article('The ferry returns.', 'Gone now, all four.'),
      article('The old ferry returns on Monday.'),
    )
    expect(words).toEqual({ added: 3, removed: 4 })
  })
})

/** The text of one side of a comparison, put together again from its rows. */
function side(rows: readonly Row[], which: 'before' | 'after'): string[] {
  const away = which === 'before' ? ['added', 'moved'] : ['removed', 'left']
  return rows
    .filter(({ change }) => !away.includes(change))
    .flatMap((row) => {
      if (row.rows !== null) return side(row.rows, which)
      if (row.words === null) return [row[which]?.textBetween(0, row[which]?.content.size ?? 0, '', '\n') ?? '']
      const other = which === 'before' ? 'added' : 'removed'
      return [
        row.words
          .filter(({ change }) => change !== other)
          .map(({ text }) => text)
          .join(''),
      ]
    })
}

function textOf(document: Node): string {
  return document.children.map((block) => block.textBetween(0, block.content.size, '', '\n')).join('')
}

test('every comparison of random edits gives back exactly the text before and the text after', () => {
  for (let seed = 1; seed <= 100; seed += 1) {
    const random = seeded(seed)
    const before = randomDocument(random)
    let after = before
    for (let edits = 1 + Math.floor(random() * 8); edits > 0; edits -= 1) after = randomEdit(after, random)
    const { rows } = compareDocuments(before, after)
    expect(side(rows, 'after').join(''), `after, seed ${seed}`).toBe(textOf(after))
    expect(side(rows, 'before').join(''), `before, seed ${seed}`).toBe(textOf(before))
    if (before.eq(after)) expect(rows.every(({ change }) => change === 'same')).toBe(true)
  }
})

test.each([
  [5_000, 200],
  [20_000, 1_000],
])(
  '%d words against as many take less than %d milliseconds',
  (words, milliseconds) => {
    const random = seeded(7)
    const before = randomDocument(random, words / 40)
    let after = before
    for (let edits = 0; edits < words / 200; edits += 1) after = randomEdit(after, random)
    const other = randomDocument(seeded(8), words / 40)
    for (const [one, another] of [
      [before, after],
      [before, other],
    ] as const) {
      const times = [0, 1, 2].map(() => millisecondsOf(() => compareDocuments(one, another)))
      expect(Math.min(...times)).toBeLessThan(milliseconds)
    }
  },
  60_000,
)

test('a stored document compares as equal to itself', () => {
  const document = article(long, image({}), list('One', 'Two'))
  const again = parseDocument(JSON.parse(JSON.stringify(document)))
  expect(compareDocuments(document, again).rows.every(({ change }) => change === 'same')).toBe(true)
})

/** Of this process alone: what else the machine does meanwhile is not measured. */
function millisecondsOf(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
