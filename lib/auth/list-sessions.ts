import { now } from '../clock'
import { database } from '../db/database'
import { Forbidden } from '../errors'
import type { PersonActor } from '../policy/actor'
import { deviceWords } from './device-words'
import { mayEndSessionsOf } from './may-end-sessions'
import { placeWords } from './place-words'
import { liveAt, readSessionLimits } from './session-lifetime'

/** A browser that is signed in, in words that its owner recognises. */
export type ListedSession = {
  id: string
  isThis: boolean
  device: string
  place: string
  /** "with a password and a code of an app" */
  how: string
  createdAt: Date
  lastSeenAt: Date
}

/**
 * Where a person is signed in at the moment, the browser used last first.
 * @throws Forbidden
 */
export async function listSessions(actor: PersonActor, personId: string): Promise<ListedSession[]> {
  if (!mayEndSessionsOf(actor, personId)) throw new Forbidden()
  const sessions = await database().session.findMany({
    where: { personId, ...liveAt(now(), await readSessionLimits()) },
    orderBy: [{ lastSeenAt: 'desc' }, { id: 'desc' }],
    select: {
      id: true,
      userAgent: true,
      address: true,
      method: true,
      secondFactor: true,
      createdAt: true,
      lastSeenAt: true,
    },
    take: 200,
  })
  const here = await addressOf(actor)
  return Promise.all(
    sessions.map(async ({ id, userAgent, address, method, secondFactor, createdAt, lastSeenAt }) => ({
      id,
      isThis: id === actor.sessionId,
      device: deviceWords(userAgent ?? ''),
      place: await placeWords(address ?? 'unknown', here),
      how: howWords(method, secondFactor),
      createdAt,
      lastSeenAt,
    })),
  )
}

async function addressOf({ sessionId }: PersonActor): Promise<string | null> {
  const own = await database().session.findUnique({ where: { id: sessionId }, select: { address: true } })
  return own?.address ?? null
}

const METHODS: Record<string, string> = {
  password: 'with a password',
  passkey: 'with a passkey',
  link: 'with a mailed link',
  sso: 'with single sign-on',
}

const SECOND_FACTORS: Record<string, string> = {
  totp: 'a code of an app',
  passkey: 'a passkey',
  recovery: 'a recovery code',
}

function howWords(method: string, secondFactor: string | null): string {
  const first = METHODS[method] ?? 'in a way that is not known'
  return secondFactor === null ? first : `${first} and ${SECOND_FACTORS[secondFactor] ?? 'a second factor'}`
}
