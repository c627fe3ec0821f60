import { claimPath } from '@/lib/articles/paths'
import { database } from '@/lib/db/database'
import { recordTags } from '@/lib/reader-cache/record'
import { tag } from '@/lib/reader-cache/tags'
import type { Stamp } from '@/lib/sources/stamp'
import { stampsOfEvents } from '@/lib/sources/stamps-of'
import { type ClaimRules, readClaimRules } from './claim-rules'
import { type ReadersClaim, readPublicClaims } from './read-public-claims'
import { survivorOf } from './survivor'

// What readers may see of claims. As in lib/articles/readers.ts nobody's draft is looked at, and each tells the reader cache what it read.

/** A claim as readers' pages show it: it has a page of its own. */
export type ShownClaim = ReadersClaim & {
  path: string
  /** How many sources stand behind what readers know of it; none where the paper does not tell them. */
  stamps: readonly Stamp[]
}

/** How many claims the sitemap names, those that changed last. */
const SITEMAP_MOST = 10_000

/** Claims that a public article tells, in the order given: those of which readers may have a page. */
export async function findClaims(ids: readonly string[]): Promise<ShownClaim[]> {
  recordTags(...ids.map(tag.claim))
  if (ids.length === 0) return []
  const [claims, rules] = await Promise.all([readPublicClaims(database(), ids), readClaimRules()])
  const stamps = await stampsForReaders(claims, rules)
  return ids.flatMap(
    (id) =>
      shown(
        claims.find((claim) => claim.id === id),
        stamps,
      ) ?? [],
  )
}

/** What stands at `/claims/slug`: a claim, another address of it or of the one that took it in, or nothing. */
export async function findClaimBySlug(
  slug: string,
): Promise<{ kind: 'claim'; claim: ShownClaim } | { kind: 'moved'; path: string } | { kind: 'unknown' }> {
  const row = await database().claimSlug.findUnique({ where: { slug }, select: { claimId: true } })
  const claimId = row === null ? null : await survivorOf(database(), row.claimId)
  if (row === null || claimId === null) return unknown()
  recordTags(tag.claim(row.claimId), tag.claim(claimId))
  const [claims, rules] = await Promise.all([readPublicClaims(database(), [claimId]), readClaimRules()])
  const claim = shown(claims[0], await stampsForReaders(claims, rules))
  if (claim === null) return unknown()
  return claim.slug === slug ? { kind: 'claim', claim } : { kind: 'moved', path: claim.path }
}

function unknown(): { kind: 'unknown' } {
  // Whatever is published next may stand here.
  recordTags(tag.everything)
  return { kind: 'unknown' }
}

/** Whether they are told is a setting of the paper. */
async function stampsForReaders(
  claims: readonly ReadersClaim[],
  { showsStamps }: ClaimRules,
): Promise<ReadonlyMap<string, Stamp[]>> {
  recordTags(tag.settings)
  if (claims.length === 0 || !showsStamps) return new Map()
  return stampsOfEvents(database(), new Map(claims.map(({ id, events }) => [id, events.map((event) => event.id)])))
}

function shown(claim: ReadersClaim | undefined, stamps: ReadonlyMap<string, Stamp[]>): ShownClaim | null {
  if (claim === undefined || !claim.isShown || claim.slug === null) return null
  const stories = claim.events.flatMap((event) => event.stories)
  recordTags(
    ...[...stories, ...(claim.review === null ? [] : [claim.review.story])].map((each) => tag.article(each.articleId)),
  )
  return { ...claim, path: claimPath(claim.slug), stamps: stamps.get(claim.id) ?? [] }
}

/** The addresses of claims that a public story shows. */
export async function listClaimPaths(): Promise<string[]> {
  const rows = await database().claimSlug.findMany({
    where: {
      isCurrent: true,
      claim: {
        mergedIntoId: null,
        uses: { some: { layer: 'PUBLIC', article: { showsClaims: true, publication: { isNot: null } } } },
      },
    },
    orderBy: { claim: { changedAt: 'desc' } },
    take: SITEMAP_MOST,
    select: { slug: true },
  })
  return rows.map(({ slug }) => claimPath(slug))
}
