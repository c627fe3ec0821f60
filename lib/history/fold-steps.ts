import { documentAt } from '../articles/document-at'
import { type LoadedDraft, loadDraft } from '../articles/load-article'
import { now } from '../clock'
import { database, Prisma, type Transaction, transaction } from '../db/database'
import { sqlOn } from '../db/sql'
import type { AuthorSpan } from '../document/authorship'
import { type Document, toJson } from '../document/document'
import { newId } from '../ids'
import { authorsUpTo } from './authors-up-to'

const DAY = 24 * 60 * 60 * 1000
const FOLD_AFTER_DAYS = 30
/** How many steps of one article are folded in one transaction. What is left waits for the next. */
const MOST_STEPS = 20_000
const MOST_ARTICLES = 50
/** A run ends in time for the next thing that the night has to do. */
const MOST_MILLISECONDS = 5 * 60_000

/**
 * Folds steps that are older than 30 days into revisions, so that the log stays small: the whole document is kept at the
 * last of them, who wrote what is written down at every revision up to there, and the steps go. No revision's text changes,
 * and neither does who wrote it. Each article is one transaction: a run that is cut short goes on next time.
 *
 * @returns how many steps went
 */
export async function foldSteps(): Promise<number> {
  const start = now()
  const before = new Date(start.getTime() - FOLD_AFTER_DAYS * DAY)
  let folded = 0
  let isDone = false
  while (!isDone && now().getTime() - start.getTime() < MOST_MILLISECONDS) {
    const articles = await articlesWithOldSteps(before)
    let inThisRound = 0
    for (const articleId of articles) inThisRound += await foldArticle(articleId, before)
    folded += inThisRound
    isDone = inThisRound === 0
  }
  return folded
}

/** Those that have old steps, the oldest first. */
async function articlesWithOldSteps(before: Date): Promise<string[]> {
  const rows = await database().$queryRaw<{ articleId: string }[]>`
    SELECT "articleId" FROM "Step" WHERE "createdAt" < ${before}
    GROUP BY "articleId" ORDER BY min("createdAt") LIMIT ${MOST_ARTICLES}`
  return rows.map(({ articleId }) => articleId)
}

/**
 * Folds what is old of one article.
 * @returns how many steps went; 0 when somebody else was folding it
 */
export async function foldArticle(articleId: string, before: Date): Promise<number> {
  const range = await rangeToFold(articleId, before)
  if (range === null) return 0
  // Steps never change, so the long part of the work needs no lock: people go on typing.
  const draft = await loadDraft(database(), articleId)
  const made = await makeDocument(articleId, draft, range)
  if (made === null) return 0
  const { document, authors } = made
  return transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Draft" WHERE "articleId" = ${articleId}::uuid FOR UPDATE`
    if (!(await areStepsThere(tx, articleId, range))) return 0
    await storeDocument(tx, articleId, range.to, document)
    await writeAuthors(tx, articleId, authors)
    const isKept = (await tx.revision.count({ where: { articleId, version: range.to } })) > 0
    if (!isKept) {
      await tx.revision.create({
        data: {
          id: newId(),
          articleId,
          version: range.to,
          reason: 'FOLDED',
          document: toJson(document) as Prisma.InputJsonObject,
          authors: (authors.get(range.to) ?? []) as Prisma.InputJsonArray,
          personId: range.personId,
          // When the text was so, not when it was folded: the list of versions is in the order of what happened.
          createdAt: range.at,
        },
      })
    }
    const { count } = await tx.step.deleteMany({ where: { articleId, version: { lte: range.to } } })
    return count
  })
}

/** Null where somebody else folds it meanwhile, and takes away what it is made of. */
async function makeDocument(articleId: string, draft: LoadedDraft, range: FoldRange) {
  try {
    const document = await documentAt(database(), articleId, draft, range.to)
    return { document, authors: await authorsUpTo(articleId, range) }
  } catch (error) {
    if (await areStepsThere(database(), articleId, range)) throw error
    return null
  }
}

type FoldRange = {
  /** The version before the first step. */
  from: number
  to: number
  /** Who made the last of the steps, and when. */
  personId: string
  at: Date
}

async function rangeToFold(articleId: string, before: Date): Promise<FoldRange | null> {
  // One statement sees one moment: a step that somebody makes meanwhile would else be there without being young.
  const [draft] = await sqlOn(database())<{ version: number; first: number | null; young: number | null }>`
    SELECT version,
      (SELECT version FROM "Step" WHERE "articleId" = ${articleId}::uuid ORDER BY version LIMIT 1) AS first,
      (SELECT version FROM "Step" WHERE "articleId" = ${articleId}::uuid AND "createdAt" >= ${before}::timestamptz
       ORDER BY version LIMIT 1) AS young
    FROM "Draft" WHERE "articleId" = ${articleId}::uuid`
  if (draft === undefined || draft.first === null) return null
  const from = draft.first - 1
  const to = Math.min(draft.young === null ? draft.version : draft.young - 1, from + MOST_STEPS)
  if (to <= from) return null
  const last = await database().step.findUnique({ where: { articleId_version: { articleId, version: to } } })
  return last === null ? null : { from, to, personId: last.personId, at: last.createdAt }
}

/** Nobody else has folded meanwhile. */
async function areStepsThere(tx: Transaction, articleId: string, { from, to }: FoldRange): Promise<boolean> {
  return (await tx.step.count({ where: { articleId, version: { lte: to } } })) === to - from
}

/** The draft is its stored document and the steps after it: it must not need those that go. */
async function storeDocument(tx: Transaction, articleId: string, version: number, document: Document): Promise<void> {
  await tx.draft.updateMany({
    where: { articleId, documentVersion: { lt: version } },
    data: { document: toJson(document) as Prisma.InputJsonObject, documentVersion: version },
  })
}

/** What was written down by an earlier fold stays as it is. */
async function writeAuthors(
  tx: Transaction,
  articleId: string,
  authors: ReadonlyMap<number, AuthorSpan[]>,
): Promise<void> {
  const open = await tx.revision.findMany({
    where: { articleId, version: { in: [...authors.keys()] }, authors: { equals: Prisma.DbNull } },
    select: { id: true, version: true },
  })
  for (const { id, version } of open)
    await tx.revision.update({
      where: { id },
      data: { authors: (authors.get(version) ?? []) as Prisma.InputJsonArray },
    })
}
