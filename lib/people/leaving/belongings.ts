import type { ArticleState } from '@/lib/articles/state'
import { now } from '@/lib/clock'
import { type Database, Prisma, type Transaction } from '@/lib/db/database'
import { openLinks } from '@/lib/outsiders/open-links'

/** An article as a list of belongings names it. `headline` is the slugline where nobody wrote one yet. */
export type NamedArticle = { id: string; headline: string }
/** One with a time in somebody's name. */
export type TimedArticle = NamedArticle & { at: Date }

type Reader = Transaction | Database

/** Where an article is still somebody's work. */
const OPEN_STATES = [
  'PITCHED',
  'COMMISSIONED',
  'DRAFT',
  'FILED',
  'SUBBING',
  'LEGAL',
  'APPROVED',
  'SCHEDULED',
  'ON_HOLD',
] as const satisfies readonly ArticleState[]

const name = Prisma.sql`coalesce(nullif(headline, ''), slugline) AS headline`

/** Open articles that the person was asked to write, or started where nobody was asked; the last edited first. */
export function openArticlesOf(tx: Reader, personId: string): Promise<NamedArticle[]> {
  return tx.$queryRaw<NamedArticle[]>`
    SELECT id::text, ${name} FROM "Article"
    WHERE state = ANY(${[...OPEN_STATES]}::"ArticleState"[])
      AND ("ownerId" = ${personId}::uuid OR ("ownerId" IS NULL AND "createdById" = ${personId}::uuid))
    ORDER BY "editedAt" DESC, id DESC`
}

/** What goes out in the person's name at its time, the soonest first. */
export function publicationsBy(tx: Reader, personId: string): Promise<TimedArticle[]> {
  return tx.$queryRaw<TimedArticle[]>`
    SELECT id::text, ${name}, "publishAt" AS at FROM "Article"
    WHERE "publishAt" IS NOT NULL AND "scheduledById" = ${personId}::uuid ORDER BY "publishAt", id`
}

/** What is taken from readers in the person's name at its time, the soonest first. */
export function unpublishingsBy(tx: Reader, personId: string): Promise<TimedArticle[]> {
  return tx.$queryRaw<TimedArticle[]>`
    SELECT id::text, ${name}, "unpublishAt" AS at FROM "Article"
    WHERE "unpublishAt" IS NOT NULL AND "unpublishAtById" = ${personId}::uuid ORDER BY "unpublishAt", id`
}

/** What the person holds for subbing. */
export function holdsOf(tx: Reader, personId: string): Promise<NamedArticle[]> {
  return tx.$queryRaw<NamedArticle[]>`
    SELECT id::text, ${name} FROM "Article" WHERE "heldById" = ${personId}::uuid ORDER BY id`
}

/** Secret links that the person made and that still open something, each with its article. */
export async function linksOf(
  tx: Reader,
  personId: string,
): Promise<{ id: string; articleId: string; label: string }[]> {
  return tx.outsiderLink.findMany({
    where: { createdById: personId, ...openLinks(now()) },
    orderBy: { id: 'asc' },
    select: { id: true, articleId: true, label: true },
  })
}

/** Desks that nobody else leads: nobody with a login that works. */
export function desksLedAlone(tx: Reader, personId: string): Promise<{ id: string; name: string }[]> {
  return tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT d.id::text, d.name FROM "Desk" d JOIN "DeskMember" own ON own."deskId" = d.id
    WHERE own."personId" = ${personId}::uuid AND own."isLead" AND NOT EXISTS (
      SELECT 1 FROM "DeskMember" m JOIN "Person" p ON p.id = m."personId"
      WHERE m."deskId" = d.id AND m."isLead" AND p.status = 'ACTIVE' AND p.id <> ${personId}::uuid)
    ORDER BY d.position, d.id`
}

/** Sources whose name nobody else can open. Which ones they are is told to nobody. */
export async function countSoleSources(tx: Reader, personId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM "SourceReader" own
    WHERE own."personId" = ${personId}::uuid AND NOT EXISTS (
      SELECT 1 FROM "SourceReader" r JOIN "Person" p ON p.id = r."personId"
      WHERE r."sourceId" = own."sourceId" AND p.status = 'ACTIVE' AND p.id <> ${personId}::uuid)`
  return row?.count ?? 0
}

/** Addresses under which calendar programs read the plan as the person sees it. */
export function countCalendars(tx: Reader, personId: string): Promise<number> {
  return tx.calendarFeed.count({ where: { personId, revokedAt: null } })
}

/** Events of the diary whose lines are to be the person's. */
export function countEvents(tx: Reader, personId: string): Promise<number> {
  return tx.diaryEvent.count({ where: { ownerId: personId } })
}
