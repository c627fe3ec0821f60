import { randomUUID } from 'node:crypto'
import { Transform } from 'prosemirror-transform'
import { recordEvent } from '../audit'
import { now } from '../clock'
import { type Prisma, transaction } from '../db/database'
import { type Document, toJson } from '../document/document'
import { Conflict, Forbidden } from '../errors'
import { newId } from '../ids'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { applyStepsWithin } from './apply-steps'
import { assertNotHeld } from './holds'
import { lockArticle, lockDraft, ownersOf } from './load-article'

type DraftChange = {
  articleId: string
  /** What the version after the change is called in the history: "Dead link turned into text". */
  name: string
  /** Makes the change on the present draft. */
  change: (transform: Transform) => void
}

/**
 * Changes the words of a draft on behalf of a person who does not have it open: as ordinary steps, so that everybody who has
 * sees it happen, and the history says who did it. Readers get it with the next edition.
 *
 * @throws Forbidden when the actor may not, or somebody else holds the article
 * @throws NotFound
 * @throws Conflict when there is nothing to change any more
 */
export async function changeDraft(
  actor: Actor,
  { articleId, name, change }: DraftChange,
): Promise<{ version: number; isPublic: boolean }> {
  return transaction(async (tx) => {
    const article = await lockArticle(tx, actor, articleId)
    authorise(actor, 'article.edit', ownersOf(article))
    assertNotHeld(actor, article)
    if (actor.kind !== 'person') throw new Forbidden('Only a person changes words.')
    const draft = await lockDraft(tx, articleId)
    const transform = new Transform(draft.document)
    change(transform)
    if (!transform.docChanged) throw new Conflict('The draft has changed meanwhile: there is nothing left to change.')
    const { version } = await applyStepsWithin(tx, actor, {
      articleId,
      version: draft.version,
      clientId: `desk-${randomUUID()}`,
      steps: transform.steps.map((step) => step.toJSON()),
    })
    await tx.revision.create({
      data: {
        id: newId(),
        articleId,
        version,
        reason: 'NAMED',
        name,
        document: toJson(transform.doc as Document) as Prisma.InputJsonObject,
        personId: actor.id,
        createdAt: now(),
      },
    })
    await recordEvent(tx, actor, {
      action: 'article.changeDraft',
      thing: 'article',
      thingId: articleId,
      detail: { from: draft.version, to: version },
    })
    return { version, isPublic: article.publication !== null }
  })
}
