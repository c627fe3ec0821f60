import { printFeed } from '@/lib/articles/feed'
import { listForFeed } from '@/lib/articles/machine-readers'
import { resolveReferences } from '@/lib/articles/resolve-references'
import { findMovedShelf } from '@/lib/articles/shelf-readers'
import { env } from '@/lib/env'
import { answerMoved } from '@/lib/reader-cache/record'
import { readSettings } from '@/lib/settings/settings'

/** The feed of the paper or of a section, or 404. */
export async function feedResponse(sectionSlug?: string): Promise<Response> {
  const [settings, found] = await Promise.all([readSettings(), listForFeed(sectionSlug)])
  if (found === null) return sectionSlug === undefined ? noFeed() : movedFeed(sectionSlug)
  const resolved = await resolveReferences(...found.articles.map(({ document }) => document))
  const feed = printFeed({ ...found, settings, resolved, origin: env().SITE_URL })
  return textResponse(feed, 'application/rss+xml')
}

/** A section that got another slug took its feed along. */
async function movedFeed(sectionSlug: string): Promise<Response> {
  const moved = await findMovedShelf('section', sectionSlug)
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
