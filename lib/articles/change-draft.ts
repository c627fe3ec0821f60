import { Transform } from 'prosemirror-transform'
import { recordEvent } from '../audit'
import { now } from '../clock'
import { type Prisma, type Transaction, transaction } from '../db/database'
import { type Document, toJson } from '../document/document'
import { Forbidden } from '../errors'
import { newId } from '../ids'
import type { Actor, PersonActor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { applyStepsWithin } from './apply-steps'
import { assertNotHeld } from './holds'
import { lockArticle, lockDraft, ownersOf } from './load-article'

type Change = {
  articleId: string
  /** What the versions list calls it: "Links to “Ferry returns” became plain words". At most 300 characters. */
  title: string
  /** For the audit log. */
  detail: Prisma.InputJsonObject
  /** Changes the present draft; without a step nothing is written. */
  change: (transform: Transform) => void
}

/** `isPublic`: readers get it with the next publication. */
type ChangedDraft = { version: number; isChanged: boolean; isPublic: boolean }

/**
 * Changes the words of an article in a person's name without an editor being open: as steps that every open tab gets, and as
 * a version in the history. Whatever is typed at the same moment comes before or after it.
 *
 * @throws Forbidden when the actor may not edit it, or somebody else holds it
 * @throws NotFound
 * @throws Invalid when the outcome is not of our schema
 */
export function changeDraft(actor: Actor, change: Change): Promise<ChangedDraft> {
  return transaction((tx) => changeDraftWithin(tx, actor, change))
}

async function changeDraftWithin(
  tx: Transaction,
  actor: Actor,
  { articleId, title, detail, change }: Change,
): Promise<ChangedDraft> {
  const article = await lockArticle(tx, actor, articleId)
  authorise(actor, 'article.edit', ownersOf(article))
  assertNotHeld(actor, article)
  if (actor.kind !== 'person') throw new Forbidden('Only a person changes an article.')
  const isPublic = article.publication !== null
  const draft = await lockDraft(tx, articleId)
  const transform = new Transform(draft.document)
  change(transform)
  if (transform.steps.length === 0) return { version: draft.version, isChanged: false, isPublic }
  const steps = transform.steps.map((step) => step.toJSON() as unknown)
  const { version } = await applyStepsWithin(tx, actor, {
    articleId,
    version: draft.version,
    clientId: `links-${newId()}`,
    steps,
  })
  await keep(tx, actor, { articleId, version, document: transform.doc, title })
  await recordEvent(tx, actor, { action: 'article.edit', thing: 'article', thingId: articleId, detail })
  return { version, isChanged: true, isPublic }
}

async function keep(
  tx: Transaction,
  actor: PersonActor,
  { articleId, version, document, title }: { articleId: string; version: number; document: Document; title: string },
): Promise<void> {
  await tx.revision.create({
    data: {
      id: newId(),
      articleId,
      version,
      reason: 'LINKS',
      name: title.slice(0, 300),
      document: toJson(document) as Prisma.InputJsonObject,
      personId: actor.id,
      createdAt: now(),
    },
  })
}
