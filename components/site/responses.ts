import { findMovedByline } from '@/lib/articles/byline-readers'
import { type FeedOf, listForFeed } from '@/lib/articles/machine-readers'
import { resolveReferences } from '@/lib/articles/resolve-references'
import { findMovedShelf } from '@/lib/articles/shelf-readers'
import { CORRECTIONS_PATH } from '@/lib/corrections/correction-path'
import { listCorrectionsForFeed } from '@/lib/corrections/readers'
import { env } from '@/lib/env'
import { type Feed, feedOfArticles, feedOfCorrections } from '@/lib/feeds/feed-input'
import { printAtom } from '@/lib/feeds/print-atom'
import { printJsonFeed } from '@/lib/feeds/print-json-feed'
import { printRss } from '@/lib/feeds/print-rss'
import type { FeedFormat } from '@/lib/feeds/tombstones'
import { answerMoved } from '@/lib/reader-cache/record'
import { findFormerSeries } from '@/lib/series/readers'
import { readSettings, type Settings } from '@/lib/settings/settings'
import { wordsFor } from '@/lib/site-words/words-for'

const FORMATS: Record<FeedFormat, { print: (feed: Feed) => string; type: string; file: string }> = {
  rss: { print: printRss, type: 'application/rss+xml', file: 'feed.xml' },
  atom: { print: printAtom, type: 'application/atom+xml', file: 'atom.xml' },
  json: { print: printJsonFeed, type: 'application/feed+json', file: 'feed.json' },
}

/** The feed of the paper, or of a section, a topic, an author or a series; 404 where readers have no such page. */
export async function feedResponse(format: FeedFormat, of?: FeedOf): Promise<Response> {
  const [settings, found] = await Promise.all([readSettings(), listForFeed(format, of)])
  if (found === null) return of === undefined ? notThere('noFeed') : formerFeed(settings, format, of)
  const resolved = await resolveReferences(...found.articles.map(({ document }) => document))
  return printed(format, feedOfArticles({ ...found, settings, resolved, origin: env().SITE_URL }))
}

/** The feed of notes to readers. */
export async function correctionsFeedResponse(format: FeedFormat): Promise<Response> {
  const [settings, found] = await Promise.all([readSettings(), listCorrectionsForFeed(format)])
  const origin = env().SITE_URL
  const { title, about } = wordsFor(settings.language).corrections
  const subject = { id: null, name: title, description: about(settings.name), path: CORRECTIONS_PATH }
  return printed(format, feedOfCorrections({ ...found, settings, subject, origin }))
}

function printed(format: FeedFormat, feed: Feed): Response {
  const { print, type, file } = FORMATS[format]
  const response = textResponse(print(feed), type)
  response.headers.set('Link', linksOf(`${feed.origin}${feed.subject?.path ?? ''}/${file}`, feed.settings.hub))
  return response
}

/** Where the feed is, and who tells of its changes (WebSub, section 4): for whoever does not read the feed itself. */
function linksOf(self: string, hub: string): string {
  const links = [`<${self}>; rel="self"`]
  if (hub !== '') links.push(`<${new URL(hub).href}>; rel="hub"`)
  return links.join(', ')
}

/** What got another slug, or became part of another, took its feeds along. */
async function formerFeed(settings: Settings, format: FeedFormat, { kind, slug }: FeedOf): Promise<Response> {
  const { plain } = wordsFor(settings.language).notices
  const former = await formerPlace(kind, slug)
  if (former === null) return notThere('noFeed')
  if (typeof former !== 'string' && former.kind === 'gone')
    return textResponse(`${plain.seriesDeleted}\n`, 'text/plain', 410)
  const page = typeof former === 'string' ? former : former.path
  answerMoved(`${page}/${FORMATS[format].file}`)
  return textResponse(`${plain.feedMoved}\n`, 'text/plain')
}

function formerPlace(kind: FeedOf['kind'], slug: string): ReturnType<typeof findFormerSeries> | Promise<string | null> {
  if (kind === 'series') return findFormerSeries(slug)
  return kind === 'author' ? findMovedByline(slug) : findMovedShelf(kind, slug)
}

/** 404, in one line of text. */
export async function notThere(why: 'nothing' | 'noFeed' | 'noSitemap' | 'noCard'): Promise<Response> {
  const { language } = await readSettings()
  return textResponse(`${wordsFor(language).notices.plain[why]}\n`, 'text/plain', 404)
}

/** Text for machines. */
export function textResponse(text: string, type: string, status = 200): Response {
  return new Response(text, { status, headers: { 'Content-Type': `${type}; charset=utf-8` } })
}
