import { recordEvent } from '../audit'
import { now } from '../clock'
import { transaction } from '../db/database'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { refuseTakenName, refusingTakenName } from './free-name'
import { lockTemplate } from './lock-template'
import { shapeOfArticle } from './shape-of-article'
import type { TemplateFromArticle } from './template-input'

/**
 * Gives a template the text and fields that an article has now. Articles that were started from it stay as they are.
 * @throws Forbidden, NotFound
 * @throws Conflict when another template has this name
 */
export async function replaceTemplateFromArticle(
  actor: Actor,
  input: TemplateFromArticle & { articleId: string; templateId: string },
): Promise<{ id: string }> {
  authorise(actor, 'template.edit')
  const { templateId: id, articleId, name, description, requiredFields } = input
  return refusingTakenName(() =>
    transaction(async (tx) => {
      await lockTemplate(tx, id)
      await refuseTakenName(tx, name, id)
      const shape = await shapeOfArticle(tx, actor, articleId, input.fields)
      await tx.template.update({
        where: { id },
        data: { name, description, requiredFields, ...shape, updatedAt: now() },
      })
      await recordEvent(tx, actor, {
        action: 'template.replace',
        thing: 'template',
        thingId: id,
        detail: { articleId },
      })
      return { id }
    }),
  )
}
