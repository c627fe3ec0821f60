import { lastToTouch, recordEvent } from '../audit'
import { type Transaction, transaction } from '../db/database'
import { NotFound } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { notifyPurge, purgeLocally } from '../reader-cache/purge'
import { tag } from '../reader-cache/tags'
import type { ChangeResult } from '../settings/change-group'
import { refusal } from '../shelves/refusal'
import { type BylineRow, type BylineValues, bylineColumns, ownerOf, valuesOf } from './byline'

type Change = {
  id: string
  /** What the person saw: what is as it was there is left alone. */
  seen: BylineValues
  wanted: BylineValues
}

/**
 * Changes what a byline's page says. Editions keep the name under which they were published. Two people who change different fields do
 * not meet; where both changed the same one nothing is written, and both values are known.
 *
 * @throws Forbidden, NotFound
 * @throws Invalid when the picture is not there any more
 */
export async function changeByline(actor: Actor, { id, seen, wanted }: Change): Promise<ChangeResult<BylineValues>> {
  const { result, tags } = await transaction<{ result: ChangeResult<BylineValues>; tags: string[] }>(async (tx) => {
    const row = await lockByline(tx, id)
    if (row === null) throw new NotFound('This byline does not exist any more.')
    authorise(actor, 'byline.edit', ownerOf(row))
    const standing = valuesOf(row)
    const changed = (Object.keys(standing) as (keyof BylineValues)[]).filter(
      (field) => !isSame(wanted[field], seen[field]) && !isSame(wanted[field], standing[field]),
    )
    if (changed.some((field) => !isSame(standing[field], seen[field])))
      return { result: { kind: 'clash', standing, by: await lastToTouch(tx, 'byline', id) }, tags: [] }
    if (changed.length === 0) return { result: { kind: 'saved' }, tags: [] }
    const values = { ...standing }
    for (const field of changed) Object.assign(values, { [field]: wanted[field] })
    await write(tx, id, values)
    await recordEvent(tx, actor, { action: 'byline.edit', thing: 'byline', thingId: id, detail: { changed } })
    const tags = [tag.byline(id)]
    await notifyPurge(tx, tags)
    return { result: { kind: 'saved' }, tags }
  })
  purgeLocally(tags)
  return result
}

async function lockByline(tx: Transaction, id: string): Promise<BylineRow | null> {
  await tx.$executeRaw`SELECT 1 FROM "Byline" WHERE id = ${id}::uuid FOR UPDATE`
  return tx.byline.findUnique({ where: { id }, select: bylineColumns })
}

async function write(tx: Transaction, id: string, { picture, ...words }: BylineValues): Promise<void> {
  if (picture !== null && (await tx.mediaAsset.count({ where: { id: picture.mediaId } })) === 0)
    throw refusal('picture', 'unknown', 'This picture does not exist any more.')
  const shown = { pictureId: picture?.mediaId ?? null, pictureAlt: picture?.alt ?? '' }
  await tx.byline.update({ where: { id }, data: { ...words, ...shown } })
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
