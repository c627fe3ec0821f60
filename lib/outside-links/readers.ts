import { database } from '../db/database'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { sayWhy } from './link-words'

export type LinkState = {
  title: string | null
  siteName: string | null
  state: 'fine' | 'failing' | 'dead' | 'uncheckable'
  /** Of a link that fails: since when. */
  since: string | null
  why: string | null
}

const STATES = { UNCHECKED: 'fine', OK: 'fine', FAILING: 'failing', DEAD: 'dead', UNCHECKABLE: 'uncheckable' } as const

/** What is known of the page that a link leads to; null when nobody has looked yet. */
export async function findOutsideLink(actor: Actor, url: string): Promise<LinkState | null> {
  authorise(actor, 'article.read')
  const link = await database().outsideLink.findUnique({ where: { url: url.split('#')[0] ?? url } })
  if (link === null) return null
  const state = STATES[link.status]
  return {
    title: link.title,
    siteName: link.siteName,
    state,
    since: link.firstFailedAt?.toISOString() ?? null,
    why: state === 'fine' ? null : sayWhy(link.reason, link.lastStatus),
  }
}
