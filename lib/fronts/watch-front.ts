import { accessNow } from '../auth/access-now'
import { database } from '../db/database'
import { listen } from '../db/listen'
import { log } from '../log'
import type { PersonActor } from '../policy/actor'
import { authorise } from '../policy/policy'
import type { FrontKey } from './front-key'

const PING_MILLISECONDS = 20_000

export type FrontEvent =
  /** The newest version of the layout, and the number of the edition that readers have (0 for none). */
  | { kind: 'changed'; version: number; number: number }
  /** What this person may do with it has perhaps changed: read it again. */
  | { kind: 'rights' }
  | { kind: 'ended' }
  | { kind: 'ping' }

/**
 * Tells an open front what became of it, by whichever process; the first time at once. Session and rights are looked at again when somebody
 * changes them, and at every ping.
 * @returns stops telling
 * @throws Forbidden
 */
export function watchFront(actor: PersonActor, key: FrontKey, tell: (event: FrontEvent) => void): () => void {
  authorise(actor, 'front.read')
  let isOver = false
  const tellVersion = async () => {
    try {
      const version = await readVersion(key)
      if (!isOver) tell({ kind: 'changed', ...version })
    } catch (error) {
      log.error({ error: error instanceof Error ? error.message : error }, 'the version of a front could not be read')
    }
  }
  const tellIfEnded = async () => {
    const access = isOver ? null : await accessNow(actor.sessionId, 'front.read').catch(() => null)
    if (isOver || typeof access !== 'string') return
    tell({ kind: 'ended' })
    stop()
  }
  const tellRights = async () => {
    await tellIfEnded()
    if (!isOver) tell({ kind: 'rights' })
  }
  const stops = [
    listen('standfirst_front', {
      onPayload: (payload) => {
        if (payload === key) void tellVersion()
      },
      onGap: () => void tellVersion(),
    }),
    listen('standfirst_sessions', {
      onPayload: (payload) => {
        if (payload === actor.id) void tellRights()
      },
      onGap: () => void tellIfEnded(),
    }),
  ]
  const ping = setInterval(() => {
    tell({ kind: 'ping' })
    void tellIfEnded()
  }, PING_MILLISECONDS)

  function stop(): void {
    if (isOver) return
    isOver = true
    clearInterval(ping)
    for (const unsubscribe of stops) unsubscribe()
  }
  return stop
}

async function readVersion(key: FrontKey): Promise<{ version: number; number: number }> {
  const row = await database().front.findFirst({
    where: { sectionId: key === 'home' ? null : key },
    select: { version: true, liveEdition: { select: { number: true } } },
  })
  return { version: row?.version ?? 0, number: row?.liveEdition?.number ?? 0 }
}
