import { z } from 'zod'
import { assertNotHeld } from '../articles/holds'
import { lockArticle, ownersOf } from '../articles/load-article'
import { recordEvent } from '../audit'
import { transaction } from '../db/database'
import { databaseTime } from '../db/database-time'
import { Conflict, Forbidden, NotFound } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { readChecklist } from './read-checklist'

export const TickQuestion = z.strictObject({
  ruleId: z.uuid(),
  /** The version that the person looked at. */
  version: z.int().min(0),
})

/**
 * Answers a question of the checklist with yes. One that somebody ticked already stays theirs.
 *
 * @throws Forbidden, NotFound
 * @throws NotFound when the question is not asked of this article
 * @throws Conflict when the version is not saved yet
 */
export async function tickQuestion(
  actor: Actor,
  { articleId, ruleId, version }: { articleId: string } & z.infer<typeof TickQuestion>,
): Promise<void> {
  await transaction(async (tx) => {
    const article = await lockArticle(tx, actor, articleId)
    authorise(actor, 'article.edit', ownersOf(article))
    if (actor.kind !== 'person') throw new Forbidden('Only a person answers questions.')
    assertNotHeld(actor, article)
    const { questions } = await readChecklist(tx, article)
    const asked = questions.find((question) => question.ruleId === ruleId)
    if (asked === undefined) throw new NotFound('This question is not asked any more.')
    if (asked.tick !== null) return
    const draft = await tx.draft.findUniqueOrThrow({ where: { articleId }, select: { version: true } })
    if (version > draft.version) throw new Conflict('What you looked at is not saved yet. Try again in a moment.')
    await tx.checklistTick.create({
      data: { articleId, ruleId, personId: actor.id, at: await databaseTime(tx), version },
    })
    const detail = { ruleId, version }
    await recordEvent(tx, actor, { action: 'checklist.tick', thing: 'article', thingId: articleId, detail })
  })
}
