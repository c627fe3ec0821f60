import { database, type Transaction } from '../db/database'
import { type Sql, sqlOn } from '../db/sql'
import { Gone, Invalid } from '../errors'
import type { Actor } from '../policy/actor'
import { loadArticle } from './load-article'

/** A step as it is stored: ProseMirror's JSON and the tab that made it. */
export type StoredStep = { step: unknown; clientId: string }

/**
 * What was added after a version, for a tab that is behind.
 * @throws NotFound
 * @throws Invalid when the version lies in the future
 * @throws Gone when the version is so old that its steps are folded away
 */
export async function listSteps(
  actor: Actor,
  articleId: string,
  since: number,
): Promise<{ version: number; steps: StoredStep[] }> {
  await loadArticle(database(), actor, articleId)
  return stepsFrom(articleId, since)
}

/** As listSteps, for somebody who was let in already. */
export async function stepsFrom(articleId: string, since: number): Promise<{ version: number; steps: StoredStep[] }> {
  const draft = await database().draft.findUniqueOrThrow({ where: { articleId }, select: { version: true } })
  if (since > draft.version) throw new Invalid('This version does not exist yet.')
  const steps = since === draft.version ? [] : await listStepsSince(database(), articleId, since)
  if (since < draft.version && steps.length === 0) throw new Gone(TOO_OLD)
  return { version: since + steps.length, steps }
}

const TOO_OLD =
  'This copy is older than what the article still keeps step by step. Your words are here to be copied; load the page to go on.'

/**
 * The steps after a version, in order.
 * @throws Gone when they do not begin there any more
 */
export async function listStepsSince(tx: Transaction, articleId: string, since: number): Promise<StoredStep[]> {
  return stepsAfter(sqlOn(tx), articleId, since)
}

/** As listStepsSince, in a transaction without Prisma. */
export async function stepsAfter(sql: Sql, articleId: string, since: number): Promise<StoredStep[]> {
  const rows = await sql<StepRow>`
    SELECT version, step, "clientId" FROM "Step"
    WHERE "articleId" = ${articleId}::uuid AND version > ${since}
    ORDER BY version`
  return stepsFollowing(since, rows)
}

export type StepRow = StoredStep & { version: number }

/** @throws Gone when they do not begin right after that version */
export function stepsFollowing(since: number, rows: readonly StepRow[]): StoredStep[] {
  if (rows[0] !== undefined && rows[0].version !== since + 1) throw new Gone(TOO_OLD)
  return rows.map(({ step, clientId }) => ({ step, clientId }))
}

/** The steps after the stored document of a draft, which the caller holds. */
export async function stepsOfDraft(sql: Sql, articleId: string): Promise<StepRow[]> {
  return sql<StepRow>`
    SELECT version, step, "clientId" FROM "Step"
    WHERE "articleId" = ${articleId}::uuid
      AND version > (SELECT "documentVersion" FROM "Draft" WHERE "articleId" = ${articleId}::uuid)
    ORDER BY version`
}
