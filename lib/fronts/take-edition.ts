import { z } from 'zod'
import { NotFound } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { changeFront } from './change-front'
import type { DeskFront } from './desk-front'
import { FrontKey } from './front-key'
import { findFrontPlace } from './front-rights'
import { findEditionLayout } from './list-front-editions'

export const TakeEdition = z.strictObject({
  key: FrontKey,
  number: z.number().int().min(1),
  /** The version of the layout that the person saw, which is given up for the edition's. */
  seenVersion: z.number().int().min(0),
})

/**
 * Goes on working from the layout of an earlier edition. Readers have it when somebody publishes it.
 * @throws Forbidden, NotFound
 * @throws Conflict when somebody changed the layout meanwhile
 */
export async function takeEdition(
  actor: Actor,
  { key, number, seenVersion }: z.output<typeof TakeEdition>,
): Promise<DeskFront> {
  const { owned } = await findFrontPlace(key)
  authorise(actor, 'front.edit', owned)
  const layout = await findEditionLayout(key, number)
  if (layout === null) throw new NotFound('There is no such edition of this front.')
  return changeFront(actor, { key, change: { type: 'replace', layout }, seenVersion })
}
