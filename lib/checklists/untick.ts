import { z } from 'zod'
import { assertNotHeld } from '../articles/holds'
import { lockArticle, ownersOf } from '../articles/load-article'
import { recordEvent } from '../audit'
import { transaction } from '../db/database'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'

export const UntickQuestion = z.strictObject({ ruleId: z.uuid() })

/**
 * Takes an answer back, whoever gave it. Where there is none nothing happens.
 * @throws Forbidden, NotFound
 */
export async function untickQuestion(
  actor: Actor,
  { articleId, ruleId }: { articleId: string } & z.infer<typeof UntickQuestion>,
): Promise<void> {
  await transaction(async (tx) => {
    const article = await lockArticle(tx, actor, articleId)
    authorise(actor, 'article.edit', ownersOf(article))
    assertNotHeld(actor, article)
    const tick = await tx.checklistTick.findUnique({ where: { articleId_ruleId: { articleId, ruleId } } })
    const { count } = await tx.checklistTick.deleteMany({ where: { articleId, ruleId } })
    if (tick === null || count === 0) return
    const detail = { ruleId, tickedById: tick.personId, version: tick.version }
    await recordEvent(tx, actor, { action: 'checklist.untick', thing: 'article', thingId: articleId, detail })
  })
}
