import { z } from 'zod'
import { now } from '../clock'
import { transaction } from '../db/database'
import { Conflict } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { changeLayout, FrontChange } from './change-layout'
import type { DeskFront } from './desk-front'
import { FrontKey } from './front-key'
import { findFrontPlace } from './front-rights'
import { getFront } from './get-front'
import { lockFront, tellOfFront } from './lock-front'

export const ChangeFront = z.strictObject({
  key: FrontKey,
  change: FrontChange,
  /** The version that the person saw. What replaces all of it is refused when that is not the newest any more. */
  seenVersion: z.number().int().min(0),
})

/**
 * Changes the layout that a front may get. Readers have it when somebody publishes it. What two people change at once is both there, unless
 * one took away what the other speaks of.
 * @throws Forbidden, NotFound
 * @throws Conflict when what it speaks of is gone, or when it would replace what somebody did meanwhile
 * @throws Invalid when there would be too much
 */
export async function changeFront(
  actor: Actor,
  { key, change, seenVersion }: z.output<typeof ChangeFront>,
): Promise<DeskFront> {
  await transaction(async (tx) => {
    const { owned } = await findFrontPlace(key, tx)
    authorise(actor, 'front.edit', owned)
    const front = await lockFront(tx, key)
    if (change.type === 'replace' && front.version !== seenVersion)
      throw new Conflict('Somebody changed this front meanwhile. Look at it again first.')
    const layout = changeLayout(front.layout, change)
    await tx.front.update({
      where: { id: front.id },
      data: { layout, version: { increment: 1 }, changedAt: now() },
    })
    await tellOfFront(tx, key)
  })
  return getFront(actor, key)
}
