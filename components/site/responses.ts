import { printFeed } from '@/lib/articles/feed'
import { type FeedOf, listForFeed } from '@/lib/articles/machine-readers'
import { resolveReferences } from '@/lib/articles/resolve-references'
import { findMovedShelf } from '@/lib/articles/shelf-readers'
import { env } from '@/lib/env'
import { answerMoved } from '@/lib/reader-cache/record'
import { readSettings } from '@/lib/settings/settings'
import type { ShelfKind } from '@/lib/shelves/shelf'

/** The feed of the paper, or of a section, a topic or an author; 404 where readers have no such page. */
export async function feedResponse(of?: FeedOf): Promise<Response> {
  const [settings, found] = await Promise.all([readSettings(), listForFeed(of)])
  if (found === null) return of === undefined || of.kind === 'author' ? noFeed() : movedFeed(of.kind, of.slug)
  const resolved = await resolveReferences(...found.articles.map(({ document }) => document))
  const feed = printFeed({ ...found, settings, resolved, origin: env().SITE_URL })
  return textResponse(feed, 'application/rss+xml')
}

/** A section or a topic that got another slug, or became part of another, took its feed along. */
async function movedFeed(kind: ShelfKind, slug: string): Promise<Response> {
  const moved = await findMovedShelf(kind, slug)
  if (moved === null) return noFeed()
  answerMoved(`${moved}/feed.xml`)
  return textResponse('This feed has another address.\n', 'text/plain')
}

function noFeed(): Response {
  return textResponse('There is no such feed.\n', 'text/plain', 404)
}

/** Text for machines. */
export function textResponse(text: string, type: string, status = 200): Response {
  return new Response(text, { status, headers: { 'Content-Type': `${type}; charset=utf-8` } })
}
