import { setTimeout as wait } from 'node:timers/promises'
import { now } from '../clock'
import type { Ways } from '../outgoing/guarded-fetch'
import { type Manners, mannersOf } from './robots'

const HOSTS_AT_ONCE = 4

/** Short of the ten minutes after which the queue gives a job up; what is left is due at the next run. */
const LONGEST_RUN = 8 * 60_000

/** How a run is made. Only a test says so. */
export type Running = { ways?: Ways | undefined; pause?: (milliseconds: number) => Promise<unknown> }

/**
 * Asks somebody else's servers one thing after the other, as a guest does: one request at a time for each host, with the
 * pauses that it wishes, a few hosts at once. What is asked is saved by `ask`, so a run that is cut off loses nothing.
 *
 * @param addressOf what is knocked at for a thing
 * @returns how many were asked
 */
export async function askPolitely<Thing>(
  things: readonly Thing[],
  addressOf: (thing: Thing) => string,
  ask: (thing: Thing, manners: Manners) => Promise<void>,
  { ways, pause = wait }: Running = {},
): Promise<number> {
  const until = now().getTime() + LONGEST_RUN
  const hosts = byHost(things, addressOf)
  let asked = 0
  const worker = async () => {
    for (let host = hosts.pop(); host !== undefined; host = hosts.pop()) await askHost(host)
  }
  async function askHost(host: readonly Thing[]): Promise<void> {
    const origins = new Map<string, Manners>()
    for (const thing of host) {
      if (now().getTime() > until) break
      const { origin } = new URL(addressOf(thing))
      const manners = origins.get(origin) ?? (await mannersOf(origin, ways))
      origins.set(origin, manners)
      await pause(manners.pauseMilliseconds)
      await ask(thing, manners)
      asked += 1
    }
  }
  await Promise.all(Array.from({ length: HOSTS_AT_ONCE }, worker))
  return asked
}

function byHost<Thing>(things: readonly Thing[], addressOf: (thing: Thing) => string): Thing[][] {
  const hosts = new Map<string, Thing[]>()
  for (const thing of things) {
    const { host } = new URL(addressOf(thing))
    hosts.set(host, [...(hosts.get(host) ?? []), thing])
  }
  return [...hosts.values()]
}
