import { insertArticle } from '../articles/create-article'
import { recordEvent } from '../audit'
import type { Prisma, Transaction } from '../db/database'
import { emptyDocument } from '../document/document'
import { newId } from '../ids'
import { tell } from '../notifications/tell'
import type { Actor } from '../policy/actor'
import type { PlanColumns } from './line-values'

type NewLine = {
  plan: PlanColumns & { state: 'PITCHED' | 'COMMISSIONED' }
  /** Whose article it is at first. */
  createdById: string
  detail?: Prisma.InputJsonObject
}

/**
 * Writes a line of the plan, which is an article without text, and tells whoever is asked to write it. After the commit call
 * `nudgeMail`.
 */
export async function insertLine(tx: Transaction, actor: Actor, { plan, createdById, detail = {} }: NewLine) {
  const id = newId()
  await insertArticle(tx, id, createdById, emptyDocument(), {
    ...(plan.templateId === null ? {} : { templateId: plan.templateId }),
    plan,
  })
  await recordEvent(tx, actor, {
    action: 'article.pitch',
    thing: 'article',
    thingId: id,
    detail: { state: plan.state, ...detail },
  })
  if (plan.ownerId !== null)
    await tell(tx, {
      kind: 'ASSIGNED',
      article: { id, headline: '', slugline: plan.slugline },
      by: actor,
      about: `${id} ${plan.ownerId} planned`,
      to: [plan.ownerId],
      text: plan.planNote,
    })
  return { id }
}
