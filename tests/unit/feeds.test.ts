import { parseFeed } from 'feedsmith'
import { expect, test } from 'vitest'
import { printHtml } from '@/lib/document/print-html'
import { type Feed, feedOfArticles } from '@/lib/feeds/feed-input'
import { printAtom } from '@/lib/feeds/print-atom'
import { printJsonFeed } from '@/lib/feeds/print-json-feed'
import { printRss } from '@/lib/feeds/print-rss'
import { everyNode, open, resolved } from '@/tests/support/every-node'
import { origin, publicArticle, settings } from '@/tests/support/public-article'

const killed = {
  id: '01a21be8-1709-7e0c-be24-79b402d642f8',
  at: new Date('2026-11-20T12:00:00Z'),
  notice: 'A court <forbade> it & "more"\u0000.',
}
const section = { id: '01a21be8-1709-7e0c-be24-000000000001', name: 'Sea', description: 'Ships.', path: '/sea' }

function input(of: Partial<Parameters<typeof feedOfArticles>[0]>): Feed {
  return feedOfArticles({ settings, subject: null, articles: [], tombstones: [], resolved, origin, ...of })
}

function readAtom(xml: string) {
  const parsed = parseFeed(xml)
  if (parsed.format !== 'atom') throw new Error(parsed.format)
  return parsed.feed
}

test('the feed can be read again, with whole texts and stable ids', () => {
  const words = everyNode()
  const xml = printRss(input({ articles: [publicArticle(words)] }))
  const { format, feed } = parseFeed(xml)
  if (format !== 'rss') throw new Error(format)
  expect(feed).toMatchObject({
    title: 'The Tide',
    link: `${origin}/`,
    description: 'News <of> the coast',
    language: 'en-GB',
  })
  expect(feed.atom?.links?.[0]).toMatchObject({ href: `${origin}/feed.xml`, rel: 'self' })
  const [item] = feed.items ?? []
  expect(item).toMatchObject({
    title: 'Ferry </script><script>alert(1)</script>',
    link: `${origin}/news/ferry`,
    guid: { value: `urn:uuid:${open}`, isPermaLink: false },
    dc: { creators: ['Ana'] },
    source: { title: 'Observer', url: 'https://observer.example/a' },
  })
  expect(item?.content?.encoded).toBe(printHtml(words, { resolved, origin, language: 'en-GB' }))
  expect(item?.categories?.map(({ name }) => name)).toEqual(['News & views', 'The sea'])
})

test('characters that XML cannot hold do not break the feed', () => {
  const odd = { ...publicArticle(everyNode()), headline: 'a\u0000b\u0008c\ufffed\ud800e ]]> f' }
  const xml = printRss(input({ articles: [odd] }))
  expect(parseFeed(xml).feed).toMatchObject({ items: [{ title: 'abcde ]]> f' }] })
})

test('Atom and JSON Feed carry the same, under the same ids', () => {
  const words = everyNode()
  const articles = [publicArticle(words)]
  const atom = readAtom(printAtom(input({ articles, subject: section })))
  expect(atom).toMatchObject({
    id: `urn:uuid:${section.id}`,
    title: { value: 'Sea | The Tide' },
    updated: '2026-11-21T10:00:00.000Z',
    links: [{ href: `${origin}/sea/atom.xml`, rel: 'self' }, { href: `${origin}/sea` }],
    entries: [
      {
        id: `urn:uuid:${open}`,
        title: { value: 'Ferry </script><script>alert(1)</script>' },
        links: [{ href: `${origin}/news/ferry` }, { href: 'https://observer.example/a', rel: 'via' }],
        published: '2026-11-20T10:00:00.000Z',
        updated: '2026-11-21T10:00:00.000Z',
        authors: [{ name: 'Ana' }],
      },
    ],
  })
  expect(atom.entries?.[0]?.content?.value).toBe(printHtml(words, { resolved, origin, language: 'en-GB' }))
  expect(JSON.parse(printJsonFeed(input({ articles, subject: section })))).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Sea | The Tide',
    home_page_url: `${origin}/sea`,
    feed_url: `${origin}/sea/feed.json`,
    items: [
      {
        id: `urn:uuid:${open}`,
        url: `${origin}/news/ferry`,
        content_html: printHtml(words, { resolved, origin, language: 'en-GB' }),
        authors: [{ name: 'Ana', url: `${origin}/author/ana` }],
      },
    ],
  })
})

test('a feed in which nothing stands is one all the same', () => {
  expect(readAtom(printAtom(input({})))).toMatchObject({ id: `${origin}/`, updated: '1970-01-01T00:00:00.000Z' })
  expect(JSON.parse(printJsonFeed(input({})))).toMatchObject({ items: [] })
  expect(parseFeed(printRss(input({}))).format).toBe('rss')
})

test('what was killed stands in every format with its id, its time and the notice, among what was published then', () => {
  const articles = [publicArticle(everyNode())]
  const of = input({ articles, tombstones: [killed] })
  const notice = 'A court <forbade> it & "more".'

  const rss = parseFeed(printRss(of))
  if (rss.format !== 'rss') throw new Error(rss.format)
  expect(rss.feed.items?.map(({ guid }) => guid?.value)).toEqual([`urn:uuid:${killed.id}`, `urn:uuid:${open}`])
  expect(rss.feed.items?.[0]).toEqual({
    title: 'Withdrawn',
    guid: { value: `urn:uuid:${killed.id}`, isPermaLink: false },
    description: notice,
    pubDate: 'Fri, 20 Nov 2026 12:00:00 GMT',
    atom: { updated: '2026-11-20T12:00:00.000Z' },
  })

  const { items } = JSON.parse(printJsonFeed(of))
  expect(items.map(({ id }: { id: string }) => id)).toEqual([`urn:uuid:${killed.id}`, `urn:uuid:${open}`])
  expect(items[0]).toEqual({
    id: `urn:uuid:${killed.id}`,
    title: 'Withdrawn',
    content_text: killed.notice,
    date_published: '2026-11-20T12:00:00.000Z',
    date_modified: '2026-11-20T12:00:00.000Z',
    _withdrawn: { at: '2026-11-20T12:00:00.000Z', reason: killed.notice },
  })

  const xml = printAtom(of)
  expect(readAtom(xml).entries?.map(({ id }) => id)).toEqual([`urn:uuid:${open}`])
  expect(xml).toMatch(
    /<feed xmlns:at="http:\/\/purl\.org\/atompub\/tombstones\/1\.0" [^>]*xmlns="http:\/\/www\.w3\.org\/2005\/Atom"/,
  )
  expect(xml).toContain(
    `<at:deleted-entry ref="urn:uuid:${killed.id}" when="2026-11-20T12:00:00.000Z"><at:comment>A court &lt;forbade&gt; it &amp; "more".</at:comment></at:deleted-entry>`,
  )
})

test('a feed changed when something was withdrawn from it', () => {
  const late = { ...killed, at: new Date('2026-11-25T12:00:00Z') }
  const of = input({ articles: [publicArticle(everyNode())], tombstones: [late] })
  expect(readAtom(printAtom(of)).updated).toBe('2026-11-25T12:00:00.000Z')
  expect(printRss(of)).toContain('<lastBuildDate>Wed, 25 Nov 2026 12:00:00 GMT</lastBuildDate>')
})

test('a paper that gives feeds a summary alone gives no word of the text, under the same ids and times', () => {
  const of = { articles: [publicArticle(everyNode())], tombstones: [killed] }
  const full = input(of)
  const short = input({ ...of, settings: { ...settings, feeds: 'summary' as const } })
  const words = 'second'
  for (const print of [printRss, printAtom, printJsonFeed]) {
    expect(print(full)).toContain(words)
    expect(print(short)).not.toContain(words)
    expect(parseFeed(print(short))).toMatchObject({ format: parseFeed(print(full)).format })
    const named = (text: string) => text.match(/urn:uuid:[0-9a-f-]+|\d{4}-\d\d-\d\dT[\d:.]+Z|\d\d [A-Z][a-z]{2} \d{4}/g)
    expect(named(print(short))).toEqual(named(print(full)))
  }
  const atom = readAtom(printAtom(short))
  expect(atom.entries?.[0]).toMatchObject({ summary: { value: 'A line\u2028break' } })
  expect(atom.entries?.[0]).not.toHaveProperty('content')
  const item = JSON.parse(printJsonFeed(short)).items[1]
  expect(item).toMatchObject({ content_text: 'A line\u2028break', summary: 'A line\u2028break' })
})
