import { slugFrom } from '../articles/slug'
import { now } from '../clock'
import type { Transaction } from '../db/database'
import { sqlOn } from '../db/sql'
import { notifyPurge } from '../reader-cache/purge'
import { tag } from '../reader-cache/tags'
import { readPublicClaims } from './read-public-claims'

/**
 * After a change, in its transaction: what readers may be shown has an address made from its statement, what they may not has none, and every
 * process drops the pages that told of these claims. Call it last and once: of two who change a claim, the second waits here
 * and sees what the first did.
 * @returns the tags, for the caller to purge here after the commit
 */
export async function tellReaders(tx: Transaction, claimIds: readonly string[]): Promise<string[]> {
  const tags = await settleReaders(tx, claimIds)
  await notifyPurge(tx, tags)
  return tags
}

/** As {@link tellReaders}, for who tells the other processes of more tags at once. */
export async function settleReaders(tx: Transaction, claimIds: readonly string[]): Promise<string[]> {
  const ids = [...new Set(claimIds)].sort()
  if (ids.length === 0) return []
  // One after the other, in the order of the ids: two who change the same claims never wait for each other in a circle.
  const [, claims, slugs] = await Promise.all([
    sqlOn(tx)`
      SELECT pg_advisory_xact_lock(hashtextextended('standfirst claim ' || id, 0))::text
      FROM unnest(${ids}::text[]) WITH ORDINALITY AS wanted(id, nth) ORDER BY nth`,
    // Asked behind the lock, and so answered with what holds once it is ours.
    readPublicClaims(tx, ids),
    sqlOn(tx)<{ claimId: string; slug: string; isCurrent: boolean }>`
      SELECT "claimId", slug, "isCurrent" FROM "ClaimSlug"
      WHERE "claimId" = ANY(${ids}::uuid[]) ORDER BY "isCurrent" DESC, "createdAt"`,
  ])
  const statements = new Map(claims.flatMap(({ id, isShown, statement }) => (isShown ? [[id, statement]] : [])))
  for (const id of ids)
    await settleSlug(tx, id, {
      statement: statements.get(id) ?? null,
      slugs: slugs.filter(({ claimId }) => claimId === id),
    })
  return claimTags(ids)
}

/** What {@link settleReaders} answers: it hangs on the claims alone. */
export function claimTags(claimIds: readonly string[]): string[] {
  // A page that was not found may be there now, and the sitemap has other pages.
  return claimIds.length === 0 ? [] : [...[...new Set(claimIds)].map(tag.claim), tag.everything]
}

/** The claims of which readers' pages may tell otherwise when this article goes out, changes or goes away. */
export async function claimsOnPagesOf(tx: Transaction, articleId: string): Promise<string[]> {
  const claims = await sqlOn(tx)<{ claimId: string }>`
    SELECT "claimId" FROM "ClaimUse" WHERE "articleId" = ${articleId}::uuid AND layer = 'PUBLIC'
    UNION SELECT "claimId" FROM "ClaimReview" WHERE "articleId" = ${articleId}::uuid`
  return claims.map(({ claimId }) => claimId)
}

/** The address follows the statement; former ones keep leading to the claim. */
async function settleSlug(
  tx: Transaction,
  claimId: string,
  { statement, slugs }: { statement: string | null; slugs: readonly { slug: string; isCurrent: boolean }[] },
): Promise<void> {
  const current = slugs.find(({ isCurrent }) => isCurrent)?.slug ?? null
  const base = statement === null ? null : slugFrom(statement) || `claim-${claimId.slice(-12)}`
  const kept = base === null ? null : (slugs.find(({ slug }) => isMadeFrom(slug, base))?.slug ?? null)
  if (current !== null && current === kept) return
  if (current !== null) await tx.claimSlug.update({ where: { slug: current }, data: { isCurrent: false } })
  if (kept !== null) await tx.claimSlug.update({ where: { slug: kept }, data: { isCurrent: true } })
  else if (base !== null) await takeSlug(tx, claimId, base)
}

function isMadeFrom(slug: string, base: string): boolean {
  return slug === base || (slug.startsWith(`${base}-`) && /^[2-9]\d*$|^1\d+$/.test(slug.slice(base.length + 1)))
}

/** No two claims ever had the same: a number is put behind the second. */
async function takeSlug(tx: Transaction, claimId: string, base: string): Promise<void> {
  for (let number = 1; ; number++) {
    const slug = number === 1 ? base : `${base}-${number}`
    const taken = await tx.$executeRaw`
      INSERT INTO "ClaimSlug" (slug, "claimId", "isCurrent", "createdAt")
      VALUES (${slug}, ${claimId}::uuid, true, ${now()}) ON CONFLICT (slug) DO NOTHING`
    if (taken === 1) return
  }
}
