import { now } from '@/lib/clock'
import { BANNER_PLACE } from './banner'
import type { Rendered } from './render'
import type { HeaderPair } from './security-headers'
import { tag } from './tags'

/** How long a shared cache in front may answer by itself. It is asked to forget at once; this bounds what a lost request costs. */
const SHARED_SECONDS = 600
/** How much longer it may answer with what it has while it fetches anew. */
const STALE_SECONDS = 30
/** Proxies have room for a head of 4 KB. */
const MOST_TAG_BYTES = 3_000

/** What every public answer says where nobody else may keep it: ask each time. */
export const ASK_EACH_TIME: HeaderPair = ['Cache-Control', 'public, max-age=0, must-revalidate']

/**
 * By what a shared cache knows how long it may keep an answer, and what it is asked to forget it by. Browsers ask each time. Null for what
 * cannot be taken back: what was not found, what is not kept here either, what names no tags or too many, and what soon ends.
 */
export function sharingHeaders(rendered: Rendered): HeaderPair[] | null {
  const { status, tags, isKeepable, body } = rendered
  if (!isKeepable || status === 404 || tags.length === 0 || endsWithin(rendered, SHARED_SECONDS + STALE_SECONDS))
    return null
  const named = body.includes(BANNER_PLACE) ? [...tags, tag.breaking] : tags
  const names = [...new Set(named)].sort().join(',')
  if (Buffer.byteLength(names) > MOST_TAG_BYTES || !/^[\x21-\x7e]+$/.test(names)) return null
  return [
    ['Cache-Control', `public, max-age=0, s-maxage=${SHARED_SECONDS}, must-revalidate`],
    // RFC 9213: for the cache in front alone. Browsers would take the second as leave to show what is old.
    ['CDN-Cache-Control', `public, max-age=${SHARED_SECONDS}, stale-while-revalidate=${STALE_SECONDS}`],
    ['Cache-Tag', names],
  ]
}

/** The same headers for an answer that no other cache may keep. */
export function withoutSharing(headers: readonly HeaderPair[]): HeaderPair[] {
  return headers
    .filter(([name]) => name !== 'CDN-Cache-Control' && name !== 'Cache-Tag')
    .map((pair) => (pair[0] === 'Cache-Control' && pair[1].includes('s-maxage') ? ASK_EACH_TIME : pair))
}

/** When an answer has to be made anew, so that nobody keeps it beyond its end: milliseconds since 1970, or null for never. */
export function sharedEnd(rendered: Rendered, isShared: boolean): number | null {
  if (rendered.endsAt === null) return null
  const end = rendered.endsAt.getTime()
  return !isShared || endsWithin(rendered, SHARED_SECONDS + STALE_SECONDS)
    ? end
    : end - (SHARED_SECONDS + STALE_SECONDS) * 1000
}

function endsWithin({ endsAt }: Rendered, seconds: number): boolean {
  return endsAt !== null && endsAt.getTime() - now().getTime() <= seconds * 1000
}
