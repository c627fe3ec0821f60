import { z } from 'zod'
import { recordEvent } from '../audit'
import { transaction } from '../db/database'
import { NotFound } from '../errors'
import { lockBylineSlugs } from '../people/byline-slug'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { notifyPurge, purgeLocally } from '../reader-cache/purge'
import { tag } from '../reader-cache/tags'
import { refusal } from '../shelves/refusal'

/** The last part of `/author/...`: small letters, digits and single hyphens. */
const BylineSlug = z
  .string()
  .trim()
  .max(80, 'At most 80 characters fit here.')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Small letters, digits and single hyphens make an address: maria-novak.')

export const ChangeBylineAddress = z.strictObject({ id: z.uuid(), slug: BylineSlug })

/**
 * Gives a byline another address. Every one that it had leads there, for good; so it may have an earlier one again.
 *
 * @throws Forbidden, NotFound
 * @throws Invalid when another byline has or had the address
 */
export async function changeBylineAddress(
  actor: Actor,
  { id, slug }: z.output<typeof ChangeBylineAddress>,
): Promise<void> {
  authorise(actor, 'byline.merge')
  const tags = [tag.byline(id), tag.signature(id), tag.everything]
  const isChanged = await transaction(async (tx) => {
    await lockBylineSlugs(tx)
    const byline = await tx.byline.findUnique({ where: { id }, select: { slug: true } })
    if (byline === null) throw new NotFound('This byline does not exist any more.')
    if (byline.slug === slug) return false
    const holder = await tx.bylineSlug.findUnique({
      where: { slug },
      select: { byline: { select: { id: true, name: true } } },
    })
    if (holder !== null && holder.byline.id !== id)
      throw refusal('slug', 'taken', `This address leads to “${holder.byline.name}”. Choose another one.`)
    await tx.byline.update({ where: { id }, data: { slug } })
    await recordEvent(tx, actor, {
      action: 'byline.move',
      thing: 'byline',
      thingId: id,
      detail: { slug, formerSlug: byline.slug },
    })
    await notifyPurge(tx, tags)
    return true
  })
  if (isChanged) purgeLocally(tags)
}
