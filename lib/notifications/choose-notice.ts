import { z } from 'zod'
import { recordEvent } from '../audit'
import { transaction } from '../db/database'
import { NotSignedIn } from '../errors'
import type { Actor } from '../policy/actor'
import { NOTICE_KINDS, type NoticeKind } from './kinds'

export const ChooseNotice = z.strictObject({
  kind: z.enum(Object.keys(NOTICE_KINDS) as [NoticeKind, ...NoticeKind[]]),
  inApp: z.boolean(),
  mail: z.enum(['NOW', 'DIGEST', 'OFF']),
})

/**
 * How one wants to be told of one kind of thing, from now on. What waits for the mail of the day stays as it was told.
 * @throws NotSignedIn
 */
export async function chooseNotice(actor: Actor, { kind, inApp, mail }: z.output<typeof ChooseNotice>): Promise<void> {
  if (actor.kind !== 'person') throw new NotSignedIn()
  const personId = actor.id
  await transaction(async (tx) => {
    await tx.noticeChoice.upsert({
      where: { personId_kind: { personId, kind } },
      create: { personId, kind, inApp, mail },
      update: { inApp, mail },
    })
    await recordEvent(tx, actor, {
      action: 'notices.choose',
      thing: 'person',
      thingId: personId,
      detail: { kind, inApp, mail },
    })
  })
}
