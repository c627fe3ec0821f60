import { EditionMetadata, editionPath } from '../articles/edition-metadata'
import { loadArticle } from '../articles/load-article'
import { EditionChecklist } from '../checklists/edition-checklist'
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
  /** What the checklist found when it went out, and how the paper's questions were answered. Both are empty where nothing was kept. */
  issues: { message: string; severity: 'override' | 'warning' }[]
  questions: { question: string; answer: { by: string; at: Date } | null }[]
}

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
      ...answersOf(record?.checklist ?? null),
    }
  })
  return { headline: article.headline || article.slugline, editions }
}

function answersOf(kept: Prisma.JsonValue): Pick<ListedEdition, 'issues' | 'questions'> {
  // An edition from before there was such a list has none.
  const { data } = EditionChecklist.safeParse(kept)
  const { issues = [], questions = [] } = data ?? {}
  return {
    // A question that nobody answered stands among the questions.
    issues: issues.filter(({ code }) => !code.startsWith('question:')),
    questions: questions.map(({ question, tick }) => ({
      question,
      answer: tick === null ? null : { by: tick.name, at: new Date(tick.at) },
    })),
  }
}
