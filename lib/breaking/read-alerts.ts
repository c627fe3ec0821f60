import { pathOf } from '../articles/paths'
import type { Transaction } from '../db/database'

/** What is sent of an alert, or of the notice that its article was withdrawn. */
export type Alert = {
  id: string
  kind: 'BREAKING' | 'WITHDRAWAL'
  articleId: string
  text: string
  /** Where it leads: for what was withdrawn, to the address that says so. */
  path: string
  isPublic: boolean
  /** How long its banner stands still; for a notice, which has none, 0. */
  seconds: number
}

type Row = Omit<Alert, 'path'> & { slug: string | null; section: string | null }

/** As it is now, by id. */
export async function readAlerts(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, Alert>> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT b.id, b.kind, b."articleId", b.text, coalesce(p.slug, a.slug) AS slug, s.slug AS section, p."articleId" IS NOT NULL AS "isPublic",
           greatest(0, ceil(extract(epoch FROM b."until" - clock_timestamp())))::int AS seconds
    FROM "BreakingAlert" b
    JOIN "Article" a ON a.id = b."articleId"
    LEFT JOIN "Publication" p ON p."articleId" = a.id
    LEFT JOIN "Section" s ON s.id = coalesce(p."sectionId", a."sectionId")
    WHERE b.id = ANY(${[...ids]}::uuid[])`
  return new Map(
    rows.map(({ slug, section, ...alert }) => [
      alert.id,
      { ...alert, path: slug === null || section === null ? '/' : pathOf(section, slug) },
    ]),
  )
}
