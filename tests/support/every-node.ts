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
        updatedAt: null,
        corrected: null,
        isLive: false,
        picture: null,
      },
    ],
  ]),
  newsletters: new Map([[open, { id: open, slug: 'tide', name: 'Tide', description: 'Daily.', frequency: 'Daily' }]]),
  posts: new Map([['https://social.example/1', { hash: '', changedAt: null, deletedAt: '2026-11-21T08:14:00.000Z' }]]),
  pictures: new Map([[open, { id: open, width: 1600, height: 1000, widths: [320, 640, 1440] }]]),
}

/** A document with every node and every mark of the schema; a new one without a place here fails. */
export function everyNode(): Document {
  const n = schema.nodes
  const m = schema.marks
  const text = (words: string, ...on: ReturnType<typeof m.bold.create>[]) => schema.text(words, on)
  const p = (...inside: (string | Document)[]) =>
    n.paragraph.create(
      null,
      inside.map((part) => (typeof part === 'string' ? text(part) : part)),
    )
  const toOpen = m.link.create({ articleId: open, href: null })
  const toSecret = m.link.create({ articleId: secret, href: null })
  const toWeb = m.link.create({ articleId: null, href: 'https://example.org/?a=1&b=2' })
  const whose = { suggestionId: secret, personId: secret, at: '2026-11-20T08:14:00.000Z' }
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
    p(
      text('“Quoted,”', m.quote.create({ speaker: 'secret speaker', origin: 'court', saidOn: '1987-06-05' })),
      ' she said.',
    ),
    n.paragraph.create(),
    n.crosshead.create(null, text('Crosshead')),
    n.bulletedList.create(null, [n.listItem.create(null, p('bullet'))]),
    n.numberedList.create(null, [n.listItem.create(null, p('number'))]),
    n.quotation.create({ speaker: 'Ada', role: 'mayor', origin: 'broadcast', saidOn: '1987-06-05' }, [p('Said so')]),
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
    n.socialPost.create(
      {
        kind: 'video',
        title: 'Film <title>',
        author: 'Filmer',
        network: 'YouTube',
        url: 'https://www.youtube.com/watch?v=abcdefghijk',
        capturedAt: '2026-11-20T08:14:00.000Z',
        hash: 'a'.repeat(64),
      },
      [n.paragraph.create()],
    ),
    n.keyPoints.create({ heading: 'The short of it' }, [
      n.keyPoint.create(null, text('First point')),
      n.keyPoint.create(),
      n.keyPoint.create(null, [
        text('Explained', m.annotation.create({ explanation: 'What <it> means' })),
        text(' point'),
      ]),
    ]),
    n.factBox.create({ heading: 'The ferry & its crew' }, [
      p('Built in 1961.'),
      n.bulletedList.create(null, [n.listItem.create(null, p('Crew of nine'))]),
    ]),
    n.timeline.create(null, [
      n.timelineEntry.create({ when: 'May 2019' }, [p('It sank.')]),
      n.timelineEntry.create(null, [p('It rose.')]),
    ]),
    n.questionAndAnswer.create(null, [
      n.questionEntry.create(null, [n.question.create(null, text('Why?')), p('Because.')]),
    ]),
    n.table.create({ caption: 'Crossings a year' }, [
      n.tableRow.create(null, [
        n.tableHeader.create(null, text('Year')),
        n.tableHeader.create(null, text('Crossings')),
      ]),
      n.tableRow.create(null, [
        n.tableHeader.create(null, text('2019')),
        n.tableCell.create(null, [text('1,204'), n.footnote.create(null, text('Harbour office'))]),
      ]),
      n.tableRow.create(null, [n.tableCell.create(null, text('short row'))]),
    ]),
    p(
      text(
        'kept',
        m.comment.create({ threadId: secret }),
        m.claim.create({ eventId: secret }),
        m.toDo.create({ note: 'secret note' }),
      ),
      text('secret insertion', m.inserted.create(whose)),
      text(' words', m.removed.create(whose), m.reformatted.create({ ...whose, change: { secret: true } })),
    ),
    p('Noted', n.footnote.create(null, [text('Says '), text('the web', toWeb)]), ' again.'),
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
