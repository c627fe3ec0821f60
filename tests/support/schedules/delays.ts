import { setTimeout as pass } from 'node:timers/promises'
import { closeDatabase } from '@/lib/db/database'
import { installClock, installWitness, type Witnessed } from './database-clock'
import { type Item, MINUTE, Planner } from './planned-items'
import { Schedulers } from './schedulers'

export type Delays = {
  /** Milliseconds of this machine from an item's time to its publication: one due at a time, and all in one minute. */
  quiet: number[]
  together: number[]
}

const START = Date.UTC(2027, 4, 3, 9)
/** A minute of the database's clock takes so long: the next is due when the one before is long out. */
const MINUTE_SECONDS = 2.3

/** How late two watchers are, with nothing in their way. Uses the database that this process is at, which must be empty. */
export async function scheduleDelays(quiet: number, together: number): Promise<Delays> {
  const clock = await installClock()
  const witness = await installWitness()
  const schedulers = new Schedulers(2)
  try {
    await clock.set(new Date(START), 0)
    const planner = await Planner.open()
    const items: Item[] = []
    const at = (minutes: number) => new Date(START + minutes * MINUTE)
    for (let number = 0; number < quiet; number++) items.push(await planner.plan('story', at(3 + number), number))
    for (let number = 0; number < together; number++) items.push(await planner.plan('story', at(10 + quiet), number))
    await schedulers.start()
    await clock.set(new Date(START), 60 / MINUTE_SECONDS)
    let seen: Witnessed[] = []
    for (let tries = 0; seen.length < items.length; tries++) {
      if (tries > 3_000) throw new Error(`${seen.length} of ${items.length} went out`)
      await pass(200)
      seen = await witness.read()
    }
    const due = new Map(items.map(({ id, outAt }) => [id, clock.firstShowed(outAt ?? new Date(0)) ?? 0]))
    const lateBy = (some: Item[]) =>
      seen
        .filter(({ articleId }) => some.some(({ id }) => id === articleId))
        .map(({ articleId, seenAt }) => seenAt.getTime() - (due.get(articleId) ?? 0))
    return { quiet: lateBy(items.slice(0, quiet)), together: lateBy(items.slice(quiet)) }
  } finally {
    await schedulers.stop()
    await closeDatabase()
  }
}
