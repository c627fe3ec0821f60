import { z } from 'zod'
import { now } from '../clock'
import { database } from '../db/database'
import { isId } from '../document/addresses'
import { NotSignedIn } from '../errors'
import type { Actor } from '../policy/actor'

const Id = z.string().refine(isId, 'This is not an id.')

/** One notice, everything in a conversation, or all of them. */
export const MarkRead = z.union([
  z.strictObject({ noticeId: Id }),
  z.strictObject({ threadId: Id }),
  z.strictObject({ all: z.literal(true) }),
])

/**
 * Marks one's own notices as read; somebody else's are not touched, and nobody learns whether they exist.
 * @throws NotSignedIn
 */
export async function markRead(actor: Actor, input: z.output<typeof MarkRead>): Promise<void> {
  if (actor.kind !== 'person') throw new NotSignedIn()
  await database().notification.updateMany({
    where: { personId: actor.id, readAt: null, ...which(input) },
    data: { readAt: now() },
  })
}

function which(input: z.output<typeof MarkRead>) {
  if ('noticeId' in input) return { id: input.noticeId }
  return 'threadId' in input ? { comment: { threadId: input.threadId } } : {}
}
