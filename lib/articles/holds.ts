import { now } from '../clock'
import type { Transaction } from '../db/database'
import { Forbidden } from '../errors'
import type { Actor } from '../policy/actor'
import { can, type Owned } from '../policy/policy'

/** What must be known of an article to say who may change it; every loaded article has it. */
export type Holdable = {
  id: string
  heldById: string | null
  heldBy: { name: string } | null
  /** The last time that a hold began, changed hands or ended. */
  holdChangedAt: Date | null
}

/** The words of these actions are what is looked up again: who held the article before. */
export const HOLD_ACTIONS = {
  begin: 'article.hold',
  takeOver: 'article.takeOverHold',
  release: 'article.releaseHold',
} as const

/** So long after a hold began or changed hands, words that were on their way are still taken in. */
const GRACE_MILLISECONDS = 10_000

/**
 * Refuses whatever changes an article that somebody else holds for subbing: fields, filing, publication, restoring. For words
 * on their way use {@link assertWordsTakenIn}.
 *
 * @throws Forbidden with a sentence that names the holder
 */
export function assertNotHeld(actor: Actor, article: Holdable): void {
  if (isHeldByOther(actor, article)) throw new Forbidden(heldSentence(article))
}

/** Does somebody other than the actor hold it? The system is not stopped by a hold. */
export function isHeldByOther(actor: Actor, article: Pick<Holdable, 'heldById'>): boolean {
  if (article.heldById === null || actor.kind === 'system') return false
  return actor.kind !== 'person' || actor.id !== article.heldById
}

/** Whoever holds it may let go of it, whatever became of their role; who has the right may do it for them. */
export function mayRelease(actor: Actor, { heldById }: Pick<Holdable, 'heldById'>, owned: Owned): boolean {
  return heldById !== null && actor.kind === 'person' && (heldById === actor.id || can(actor, 'article.letGo', owned))
}

/**
 * As {@link assertNotHeld}, for steps: what was typed before the hold began or changed hands may arrive up to ten seconds
 * after it. That holds for whoever could write until then: everybody when the hold began, the last holder when it changed hands.
 *
 * @throws Forbidden with a sentence that names the holder
 */
export async function assertWordsTakenIn(tx: Transaction, actor: Actor, article: Holdable): Promise<void> {
  if (!isHeldByOther(actor, article)) return
  if (isInGrace(article) && (await couldWriteBefore(tx, actor, article.id))) return
  throw new Forbidden(heldSentence(article))
}

function isInGrace({ holdChangedAt }: Holdable): boolean {
  return holdChangedAt !== null && now().getTime() - holdChangedAt.getTime() < GRACE_MILLISECONDS
}

async function couldWriteBefore(tx: Transaction, actor: Actor, articleId: string): Promise<boolean> {
  const last = await tx.auditEvent.findFirst({
    where: { thing: 'article', thingId: articleId, action: { in: Object.values(HOLD_ACTIONS) } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { action: true, detail: true },
  })
  if (last?.action !== HOLD_ACTIONS.takeOver) return true
  return actor.kind === 'person' && (last.detail as { from?: string }).from === actor.id
}

function heldSentence({ heldBy }: Holdable): string {
  return `${heldBy?.name ?? 'Somebody'} holds this article for subbing. You can read it and comment on it.`
}
