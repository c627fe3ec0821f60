import { applyStepsWithin } from '../articles/apply-steps'
import { assertNotHeld } from '../articles/holds'
import { type LoadedDraft, lockArticle, lockDraft, ownersOf } from '../articles/load-article'
import { recordEvent } from '../audit'
import { now } from '../clock'
import { type Prisma, type Transaction, transaction } from '../db/database'
import { type Document, parseDocument, toJson } from '../document/document'
import { smallestChange } from '../document/smallest-change'
import { Forbidden, NotFound } from '../errors'
import { newId } from '../ids'
import type { Actor, PersonActor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { findRevision } from './list-revisions'
import { restoringClient } from './restored-version'

/**
 * Brings an older version of the text back, as one more step on top of everything: first what stands there now is kept,
 * then the words change, for everybody who has the article open too. What is typed at the same moment comes before or after it
 * and stays in the history. Fields around the text stay as they are; the newsroom's own marks come back as they were then.
 *
 * @throws Forbidden when the actor may not, or somebody else holds the article
 * @throws NotFound when the article has no such revision
 */
export async function restoreRevision(
  actor: Actor,
  { articleId, revisionId }: { articleId: string; revisionId: string },
): Promise<{ version: number; isChanged: boolean }> {
  const titled = await findRevision(articleId, revisionId)
  return transaction(async (tx) => {
    const article = await lockArticle(tx, actor, articleId)
    authorise(actor, 'article.restore', ownersOf(article))
    authorise(actor, 'article.edit', ownersOf(article))
    assertNotHeld(actor, article)
    if (actor.kind !== 'person') throw new Forbidden('Only a person restores a version.')
    const revision = await tx.revision.findFirst({ where: { id: revisionId, articleId } })
    if (revision === null || titled === null) throw new NotFound('This version does not exist.')
    const draft = await lockDraft(tx, articleId)
    const target = parseDocument(revision.document)
    const step = smallestChange(draft.document, target)
    if (step === null) return { version: draft.version, isChanged: false }
    await keepWhatStandsThere(tx, actor, articleId, draft)
    const clientId = restoringClient(revision.version)
    const { version } = await applyStepsWithin(tx, actor, {
      articleId,
      version: draft.version,
      clientId,
      steps: [step.toJSON()],
    })
    await keep(tx, actor, {
      articleId,
      version,
      document: target,
      reason: 'RESTORED',
      name: titled.title.replace(/^Restored: /, ''),
    })
    await recordEvent(tx, actor, {
      action: 'article.restore',
      thing: 'article',
      thingId: articleId,
      detail: { revisionId, from: draft.version, to: version },
    })
    return { version, isChanged: true }
  })
}

/** Before anything else; not where the last revision is this very text. */
async function keepWhatStandsThere(
  tx: Transaction,
  actor: PersonActor,
  articleId: string,
  draft: LoadedDraft,
): Promise<void> {
  const isKept = (await tx.revision.count({ where: { articleId, version: draft.version } })) > 0
  if (!isKept) await keep(tx, actor, { articleId, ...draft, reason: 'BEFORE_RESTORE', name: null })
}

async function keep(
  tx: Transaction,
  actor: PersonActor,
  {
    articleId,
    version,
    document,
    reason,
    name,
  }: {
    articleId: string
    version: number
    document: Document
    reason: 'BEFORE_RESTORE' | 'RESTORED'
    name: string | null
  },
): Promise<void> {
  await tx.revision.create({
    data: {
      id: newId(),
      articleId,
      version,
      reason,
      name,
      document: toJson(document) as Prisma.InputJsonObject,
      personId: actor.id,
      createdAt: now(),
    },
  })
}
