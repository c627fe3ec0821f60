import { generateAtomFeed } from 'feedsmith'
import { type Feed, type FeedEntry, feedChangedAt, feedDescription, feedId, feedTitle } from './feed-input'
import type { Tombstone } from './tombstones'
import { xmlText } from './xml-text'

/** RFC 6721, The Atom "deleted-entry" Element. */
const TOMBSTONES = 'http://purl.org/atompub/tombstones/1.0'

/** An Atom feed says when it changed; one in which nothing ever stood says so. */
const NEVER = new Date(0)

/** A feed as Atom (RFC 4287). */
export function printAtom(input: Feed): string {
  const { subject, settings, entries, tombstones, origin } = input
  const xml = generateAtomFeed({
    id: subject?.id ? feedId(subject.id) : origin + (subject?.path ?? '/'),
    title: { value: xmlText(feedTitle(input)), type: 'text' },
    subtitle: { value: xmlText(feedDescription(input)), type: 'text' },
    updated: feedChangedAt(input) ?? NEVER,
    // For entries without a byline of their own, which the format does not allow.
    authors: [{ name: xmlText(settings.name) }],
    links: [
      { href: `${origin}${subject?.path ?? ''}/atom.xml`, rel: 'self', type: 'application/atom+xml' },
      ...(settings.hub === '' ? [] : [{ href: settings.hub, rel: 'hub' }]),
      { href: origin + (subject?.path ?? '/'), rel: 'alternate', type: 'text/html' },
    ],
    xml: { lang: settings.language },
    entries: entries.map(entryOf),
  })
  return tombstones.length === 0 ? xml : withTombstones(xml, tombstones)
}

function entryOf({ id, url, title, summary, html, publishedAt, updatedAt, categories, authors, source }: FeedEntry) {
  return {
    id: feedId(id),
    title: { value: xmlText(title), type: 'text' },
    links: [
      { href: url, rel: 'alternate', type: 'text/html' },
      ...(source === null ? [] : [{ href: source.url, rel: 'via' }]),
    ],
    published: publishedAt,
    updated: updatedAt,
    authors: authors.map(({ name }) => ({ name: xmlText(name) })),
    categories: categories.map((name) => ({ term: xmlText(name) })),
    summary: { value: xmlText(summary), type: 'text' },
    ...(html === null ? {} : { content: { value: xmlText(html), type: 'html' } }),
  }
}

/** What prints the feed does not know the element; its order among the entries means nothing. */
function withTombstones(xml: string, tombstones: readonly Tombstone[]): string {
  const end = xml.lastIndexOf('</feed>')
  const elements = tombstones.map(
    ({ id, at, notice }) =>
      `  <at:deleted-entry ref="${feedId(id)}" when="${at.toISOString()}"><at:comment>${escapeXml(xmlText(notice))}</at:comment></at:deleted-entry>\n`,
  )
  const whole = xml.slice(0, end) + elements.join('') + xml.slice(end)
  return whole.replace('<feed ', `<feed xmlns:at="${TOMBSTONES}" `)
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
