import { expect } from 'vitest'
import type { Document } from '@/lib/document/document'
import type { Resolved } from '@/lib/document/resolved'
import { marks, nodes, schema } from '@/lib/document/schema'

/** The id of a public article; a picture and a newsletter have it too. */
export const open = '01900000-0000-7000-8000-000000000001'
const secret = '01900000-0000-7000-8000-000000000002'

/** What is public of what {@link everyNode} points at. */
export const resolved: Resolved = {
  articles: new Map([
    [
      open,
      {
        id: open,
        path: '/news/open',
        headline: 'Open & public',
        kicker: '',
        trailText: '',
        sectionName: 'News',
        publishedAt: '2026-11-20T10:00:00.000Z',
        picture: null,
      },
    ],
  ]),
  newsletters: new Map([[open, { id: open, slug: 'tide', name: 'Tide', description: 'Daily.', frequency: 'Daily' }]]),
  pictures: new Map([[open, { id: open, width: 1600, height: 1000, widths: [320, 640, 1440] }]]),
}

/** A document with every node and every mark of the schema; a new one without a place here fails. */
export function everyNode(): Document {
  const n = schema.nodes
  const m = schema.marks
  const text = (words: string, ...on: ReturnType<typeof m.bold.create>[]) => schema.text(words, on)
  const p = (...inside: (string | ReturnType<typeof text>)[]) =>
    n.paragraph.create(
      null,
      inside.map((part) => (typeof part === 'string' ? text(part) : part)),
    )
  const toOpen = m.link.create({ articleId: open, href: null })
  const toSecret = m.link.create({ articleId: secret, href: null })
  const toWeb = m.link.create({ articleId: null, href: 'https://example.org/?a=1&b=2' })
  const document = n.doc.create(null, [
    n.headline.create(null, text('The headline')),
    n.standfirst.create(null, text('The standfirst <b>')),
    p(
      'See ',
      text('one ', toOpen),
      text('linked', toOpen, m.italic.create()),
      text(' piece', toOpen),
      ' and the ',
      text('web', toWeb),
      '.',
    ),
    p('It has not ', text('not ', toSecret), text('public', toSecret, m.bold.create()), text(' words', toSecret), '.'),
    n.paragraph.create(null, [text('first'), n.hardBreak.create(), text('second')]),
    p(text('“Quoted,”', m.quote.create({ speaker: 'secret speaker' })), ' she said.'),
    n.paragraph.create(),
    n.crosshead.create(null, text('Crosshead')),
    n.bulletedList.create(null, [n.listItem.create(null, p('bullet'))]),
    n.numberedList.create(null, [n.listItem.create(null, p('number'))]),
    n.quotation.create({ speaker: 'Ada', role: 'mayor' }, [p('Said so')]),
    n.pullQuote.create({ speaker: 'Bo', role: '' }, text('Set large')),
    n.image.create({ mediaId: open, alt: 'A ferry', isDecorative: false, caption: 'At sea', credit: 'Ana' }),
    n.image.create({ mediaId: secret, alt: 'secret picture' }),
    n.divider.create(),
    n.readMore.create({ articleId: open }),
    n.readMore.create({ articleId: secret }),
    n.related.create({ articleIds: [secret, open] }),
    n.related.create({ articleIds: [secret] }),
    n.newsletterSignUp.create({ newsletterId: open, pitch: 'Pitch' }),
    n.newsletterSignUp.create({ newsletterId: secret, pitch: 'secret pitch' }),
    n.socialPost.create(
      {
        author: 'Piet',
        handle: '@piet',
        network: 'Mastodon',
        url: 'https://social.example/1',
        postedAt: '2026-11-20T08:14:00.000Z',
      },
      [p('Posted words')],
    ),
  ])
  document.check()
  expectAll(document)
  return document
}

function expectAll(document: Document): void {
  const seen = new Set<string>(['doc'])
  document.descendants((node) => {
    seen.add(node.type.name)
    for (const mark of node.marks) seen.add(mark.type.name)
  })
  expect([...seen].sort()).toEqual([...Object.keys(nodes), ...Object.keys(marks)].sort())
}
