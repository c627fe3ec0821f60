import { now } from '../clock'
import type { Transaction } from '../db/database'
import { pathOf } from './paths'

// A former address belongs to the article that readers had there last: whoever follows an old link wants that one, whatever stands
// at the same slug since, and whatever its section was called or merged into meanwhile.

/**
 * An article leaves its address, which leads to it from now on (to the article, not to its new path, so that a chain of redirects cannot
 * exist). So do the addresses that it had by its section's former slugs, unless they are another's already.
 */
export async function leaveAddress(
  tx: Transaction,
  articleId: string,
  place: { sectionId: string; slug: string; section: { slug: string } },
): Promise<void> {
  const path = pathOf(place.section.slug, place.slug)
  await tx.$executeRaw`
    INSERT INTO "Redirect" (path, "articleId", "createdAt")
    SELECT '/' || slug || '/' || ${place.slug}::text, ${articleId}::uuid, ${now()}::timestamptz
    FROM "SectionSlug" WHERE "sectionId" = ${place.sectionId}::uuid
    ON CONFLICT (path) DO UPDATE SET "articleId" = excluded."articleId", "createdAt" = excluded."createdAt"
    WHERE "Redirect".path = ${path}`
}

/** An article stands at this address now: who stood there before is found there no more, also not when it leaves again. */
export async function takeAddress(tx: Transaction, path: string): Promise<void> {
  await tx.redirect.deleteMany({ where: { path } })
}

/** The same for all articles of a section that got another slug or took another section in. */
export async function takeSectionAddresses(tx: Transaction, sectionId: string): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM "Redirect" USING "Publication" live JOIN "Section" s ON s.id = live."sectionId"
    WHERE s.id = ${sectionId}::uuid AND "Redirect".path = '/' || s.slug || '/' || live.slug`
}
