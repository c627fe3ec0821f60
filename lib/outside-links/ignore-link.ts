import { recordEvent } from '../audit'
import { now } from '../clock'
import { transaction } from '../db/database'
import type { Actor } from '../policy/actor'
import { getEditableLink, type LinkInArticle } from './link-in-article'

/**
 * Has a link not be reported and not be checked any more, in every article: the page is one. Who chose so is kept.
 * @throws Forbidden, NotFound
 */
export async function ignoreLink(actor: Actor, input: LinkInArticle): Promise<void> {
  const { id } = await getEditableLink(actor, input)
  await transaction(async (tx) => {
    const ignoredById = actor.kind === 'person' ? actor.id : null
    await tx.outsideLink.update({ where: { id }, data: { ignoredAt: now(), ignoredById } })
    await recordEvent(tx, actor, { action: 'outsideLink.ignore', thing: 'outsideLink', thingId: id })
  })
}
