import { recordEvent } from '../audit'
import { now } from '../clock'
import { transaction } from '../db/database'
import { Forbidden } from '../errors'
import { newId } from '../ids'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { refuseTakenName, refusingTakenName } from './free-name'
import { shapeOfArticle } from './shape-of-article'
import type { TemplateFromArticle } from './template-input'

/**
 * Makes a template of an article as it is saved now.
 * @throws Forbidden, NotFound
 * @throws Conflict when there is a template of this name
 */
export async function createTemplateFromArticle(
  actor: Actor,
  input: TemplateFromArticle & { articleId: string },
): Promise<{ id: string }> {
  authorise(actor, 'template.edit')
  if (actor.kind !== 'person') throw new Forbidden('Only a person makes a template.')
  return refusingTakenName(() =>
    transaction(async (tx) => {
      await refuseTakenName(tx, input.name)
      const shape = await shapeOfArticle(tx, actor, input.articleId, input.fields)
      const id = newId()
      const at = now()
      await tx.template.create({
        data: {
          id,
          name: input.name,
          description: input.description,
          requiredFields: input.requiredFields,
          ...shape,
          createdById: actor.id,
          createdAt: at,
          updatedAt: at,
        },
      })
      await recordEvent(tx, actor, {
        action: 'template.create',
        thing: 'template',
        thingId: id,
        detail: { articleId: input.articleId },
      })
      return { id }
    }),
  )
}
