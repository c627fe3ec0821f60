import { z } from 'zod'
import { EditionMetadata, editionPath } from '../articles/edition-metadata'
import { loadArticle } from '../articles/load-article'
import { database, type Prisma } from '../db/database'
import { listNamesOf } from '../history/names-of'
import type { Actor } from '../policy/actor'
import { endOf, readWithdrawals } from './public-times'

export type ListedEdition = {
  number: number
  headline: string
  path: string
  /** The version of the draft that it was cut from. */
  version: number
  publishedAt: Date
  publishedBy: string
  /** When readers had it no more; null while they have it. */
  endedAt: Date | null
  /** Why it went out although something asked for a reason. */
  overrideReason: string | null
  checklist: ChecklistLine[]
}

/** What the checklist said when it went out. */
type ChecklistLine = { message: string; severity: string }

/**
 * Every edition of an article, the newest first: also of one that was killed.
 * @throws NotFound
 */
export async function listEditions(
  actor: Actor,
  articleId: string,
): Promise<{ headline: string; editions: ListedEdition[] }> {
  const article = await loadArticle(database(), actor, articleId)
  const [rows, withdrawals] = await Promise.all([
    database().edition.findMany({
      where: { articleId },
      orderBy: { number: 'desc' },
      select: {
        number: true,
        version: true,
        metadata: true,
        publishedAt: true,
        publishedById: true,
        record: { select: { overrideReason: true, checklist: true } },
      },
    }),
    readWithdrawals([articleId]),
  ])
  const names = await listNamesOf(rows.map(({ publishedById }) => publishedById))
  const editions = rows.map(({ number, version, publishedAt, publishedById, record, ...row }, index) => {
    const metadata = EditionMetadata.parse(row.metadata)
    return {
      number,
      headline: metadata.headline,
      path: editionPath(metadata),
      version,
      publishedAt,
      publishedBy: names.get(publishedById) ?? 'Somebody',
      endedAt: endOf(publishedAt, rows[index - 1]?.publishedAt, withdrawals.get(articleId) ?? []),
      overrideReason: record?.overrideReason ?? null,
      checklist: checklistOf(record?.checklist ?? []),
    }
  })
  return { headline: article.headline || article.slugline, editions }
}

const Line = z.object({ message: z.string(), severity: z.string() })

/** What is no line of a checklist as this version of the app writes it is left out. */
function checklistOf(checklist: Prisma.JsonValue): ChecklistLine[] {
  if (!Array.isArray(checklist)) return []
  return checklist.flatMap((line) => Line.safeParse(line).data ?? [])
}
