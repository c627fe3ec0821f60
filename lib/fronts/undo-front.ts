import { z } from 'zod'
import { transaction } from '../db/database'
import { Conflict } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { purgeLocally } from '../reader-cache/purge'
import type { DeskFront } from './desk-front'
import { FrontKey } from './front-key'
import { findFrontPlace } from './front-rights'
import { getFront } from './get-front'
import { EMPTY_LAYOUT } from './layout'
import { lockFront } from './lock-front'
import { goLive } from './publish-front'
import { parseStored } from './readers'

export const UndoFront = z.strictObject({
  key: FrontKey,
  /** The edition that is to be undone. */
  number: z.number().int().min(1),
})

/**
 * Gives readers back what they had before an edition, as a new edition; history tells of both. The layout that somebody works on stays.
 * @throws Forbidden, NotFound
 * @throws Conflict when readers have another edition by now
 */
export async function undoFront(actor: Actor, { key, number }: z.output<typeof UndoFront>): Promise<DeskFront> {
  const tags = await transaction(async (tx) => {
    const { owned } = await findFrontPlace(key, tx)
    authorise(actor, 'front.edit', owned)
    const front = await lockFront(tx, key)
    if (front.live?.number !== number)
      throw new Conflict('Readers have another edition of this front by now. Look at the history.')
    const before = await tx.frontEdition.findFirst({
      where: { frontId: front.id, number: { lt: number } },
      orderBy: { number: 'desc' },
      select: { layout: true },
    })
    const layout = before === null ? EMPTY_LAYOUT : parseStored(before.layout, key)
    return goLive(tx, actor, { key, front, layout, how: 'front.undo' })
  })
  purgeLocally(tags)
  return getFront(actor, key)
}
