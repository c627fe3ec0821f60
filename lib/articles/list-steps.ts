import { database, type Transaction } from '../db/database'
import { Invalid } from '../errors'
import type { Actor } from '../policy/actor'
import { loadArticle } from './load-article'

/** A step as it is stored: ProseMirror's JSON and the tab that made it. */
export type StoredStep = { step: unknown; clientId: string }

/**
 * What was added after a version, for a tab that is behind.
 * @throws NotFound
 * @throws Invalid when the version lies in the future
 */
export async function listSteps(
  actor: Actor,
  articleId: string,
  since: number,
): Promise<{ version: number; steps: StoredStep[] }> {
  const article = await loadArticle(database(), actor, articleId)
  // Steps before the version: a step that lands between the two reads is then missing from both, never from one.
  const steps = await listStepsSince(database(), article.id, since)
  if (steps.length === 0) {
    const draft = await database().draft.findUniqueOrThrow({ where: { articleId }, select: { version: true } })
    if (since > draft.version) throw new Invalid('This version does not exist yet.')
  }
  return { version: since + steps.length, steps }
}

/** The steps after a version, in order. */
export async function listStepsSince(tx: Transaction, articleId: string, since: number): Promise<StoredStep[]> {
  return tx.step.findMany({
    where: { articleId, version: { gt: since } },
    orderBy: { version: 'asc' },
    select: { step: true, clientId: true },
  })
}
