import { database } from '../db/database'
import { NotSignedIn } from '../errors'
import type { Actor } from '../policy/actor'
import { NOTICE_KINDS, type NoticeKind } from './kinds'

export type Choice = { kind: NoticeKind; name: string; inApp: boolean; mail: 'NOW' | 'DIGEST' | 'OFF' }

/** How a person is told of each kind of thing: as they chose, or as everybody is who chose nothing. */
export async function listChoices(actor: Actor): Promise<Choice[]> {
  if (actor.kind !== 'person') throw new NotSignedIn()
  const own = await database().noticeChoice.findMany({ where: { personId: actor.id } })
  const chosen = new Map(own.map((choice) => [choice.kind, choice]))
  return (Object.keys(NOTICE_KINDS) as NoticeKind[]).map((kind) => {
    const { name, ...standard } = NOTICE_KINDS[kind]
    const { inApp, mail } = chosen.get(kind) ?? standard
    return { kind, name, inApp, mail }
  })
}
