// Two processes watch the schedules of one database while everything that may go wrong does; afterwards every item is looked at.
import { setTimeout as pass } from 'node:timers/promises'
import { closeDatabase, database } from '@/lib/db/database'
import { createHub } from '@/lib/db/listen'
import { Conflict } from '@/lib/errors'
import { cancelSchedule } from '@/lib/schedule/cancel-schedule'
import { schedulePublication } from '@/lib/schedule/schedule-publication'
import { localTime } from '@/lib/schedule/zoned-time'
import { type Random, seeded } from '../seeded'
import { type DatabaseClock, installClock, installWitness } from './database-clock'
import { type Item, type Kind, MINUTE, Planner } from './planned-items'
import { Schedulers } from './schedulers'
import { lookAt } from './verdict'

export type ChaosOptions = {
  items: number
  /** How often a process is killed with -9 in the middle of its work. */
  kills: number
  /** How many minutes before and after each change of the clocks something is due. */
  minutes: number
  /** How many times as fast as ours the clock of the database runs. */
  speed: number
  seed: number
  onProgress?: (sentence: string) => void
}

export type ChaosReport = {
  items: number
  kills: number
  /** Publications and withdrawals, by the database's own account. */
  out: number
  away: number
  /** Called off in time, and too late. */
  calledOff: number
  tooLate: number
  couldNot: number
  /** Seconds of this machine from an item's time to its publication; downtime included. */
  latestSeconds: number
  /** Items of which everything holds. */
  right: number
  broken: string[]
  /** What the processes logged, each sentence once. */
  said: string[]
}

/** London's clocks go forward at the one, back at the other. */
const SPRING = Date.UTC(2027, 2, 28, 1)
const AUTUMN = Date.UTC(2027, 9, 31, 1)

/** How many of twenty are of which kind; the rest are plain stories. */
const KINDS: readonly Kind[] = [
  'changes',
  'end',
  'there and back',
  'skipped',
  'twice',
  'embargoed',
  'embargo behind',
  'typed after',
  'called off',
  'called off',
  'put off',
  'nobody’s',
  'end of nobody’s',
  'changes',
]
const KIND_TURN = 20

/** Uses the database that this process is at, which must be empty, and leaves it with a clock of its own. */
export async function scheduleChaos(options: ChaosOptions): Promise<ChaosReport> {
  const random = seeded(options.seed)
  const clock = await installClock()
  const witness = await installWitness()
  const schedulers = new Schedulers(2)
  const hub = createHub(() => process.env.DATABASE_URL ?? '')
  try {
    await clock.set(new Date(SPRING - options.minutes * MINUTE - MINUTE), 0)
    const planner = await Planner.open()
    const items = await planAll(planner, options, random)
    await planner.dismiss()
    await witness.forget()
    options.onProgress?.(`${items.length} items wait`)
    const chaos = new Chaos(clock, schedulers, random, options)
    const stopKilling = hub.listen('standfirst_article', () => chaos.killNow())
    await schedulers.start()
    await chaos.live(items, SPRING, planner)
    await chaos.live(items, AUTUMN, planner)
    stopKilling()
    await chaos.recover()
    const found = await lookAt(items, { clock, witnessed: await witness.read(), calledOff: chaos.calledOff })
    return {
      ...found,
      broken: [...schedulers.deaths, ...found.broken],
      items: items.length,
      kills: chaos.kills,
      said: [...schedulers.said],
    }
  } finally {
    await schedulers.stop()
    await hub.close()
    await closeDatabase()
  }
}

/** Spread over the minutes around both changes of the clocks; several are due in each. */
async function planAll(planner: Planner, { items, minutes }: ChaosOptions, random: Random): Promise<Item[]> {
  const planned: Item[] = []
  for (let number = 0; number < items; number++) {
    const kind = KINDS[number % KIND_TURN] ?? 'story'
    const change = kind === 'skipped' ? SPRING : kind === 'twice' || random() < 0.5 ? AUTUMN : SPRING
    // What is skipped comes after the clocks went forward; on both sides of it for everything else.
    const from = kind === 'skipped' ? 0 : -minutes
    const at = change + (from + Math.floor(random() * (minutes - from))) * MINUTE
    planned.push(await planner.plan(kind, new Date(at), number))
  }
  return planned
}

class Chaos {
  private readonly clock: DatabaseClock
  private readonly schedulers: Schedulers
  private readonly random: Random
  private readonly options: ChaosOptions
  private isDown = false
  kills = 0
  /** What was called off in time. */
  readonly calledOff = new Set<string>()

  constructor(clock: DatabaseClock, schedulers: Schedulers, random: Random, options: ChaosOptions) {
    this.clock = clock
    this.schedulers = schedulers
    this.random = random
    this.options = options
  }

  /** Something was committed a moment ago, and the next is probably under way: the best moment to kill. */
  killNow(): void {
    if (this.isDown || this.kills >= this.options.kills || this.random() < 0.6) return
    setTimeout(() => {
      if (this.kills >= this.options.kills || !this.schedulers.kill(this.random() < 0.5 ? 0 : 1)) return
      this.kills++
      setTimeout(() => !this.isDown && void this.schedulers.start(), this.random() * 800)
    }, this.random() * 40)
  }

  /** The minutes around one change of the clocks, with a downtime and two jumps of the database's own clock in them. */
  async live(items: readonly Item[], change: number, planner: Planner): Promise<void> {
    const { minutes, speed, onProgress } = this.options
    const at = (share: number) => new Date(change + minutes * MINUTE * share)
    await this.clock.set(at(-1.1), speed)
    const hands = items
      .filter(({ outAt }) => outAt !== null && Math.abs(outAt.getTime() - change) <= minutes * MINUTE)
      .map((item) => this.atTheLastMoment(item, planner))
    await this.waitUntil(at(-0.7))
    // Somebody sets it: what is due twice is published once, and what it leaps over is late and not lost.
    await this.clock.set(new Date(this.clock.shows() - MINUTE), speed)
    await this.waitUntil(at(-0.3))
    this.isDown = true
    this.kills += this.schedulers.killAll()
    onProgress?.('everything is down')
    await this.waitUntil(at(0.1))
    this.isDown = false
    await this.schedulers.start()
    onProgress?.('up again')
    await this.waitUntil(at(0.4))
    await this.clock.set(new Date(this.clock.shows() + MINUTE), speed)
    await this.waitUntil(at(1.2))
    await Promise.all(hands)
    await this.settle()
  }

  /** Both run, and nothing is due that could go. */
  async recover(): Promise<void> {
    this.kills = Math.max(this.kills, this.options.kills)
    await this.schedulers.start()
    await this.settle()
    // Two looks of each.
    await pass(2_000)
  }

  /** One tenth of a second of this machine around its time, a hand reaches for it. */
  private async atTheLastMoment(item: Item, planner: Planner): Promise<void> {
    if (item.outAt === null || (item.kind !== 'called off' && item.kind !== 'put off')) return
    const { outAt } = item
    while (this.clock.until(outAt) > 0) await pass(Math.min(200, this.clock.until(outAt)))
    await pass(this.random() * 700)
    try {
      if (item.kind === 'called off') {
        await cancelSchedule(planner.editor, { articleId: item.id, of: 'publication' })
        this.calledOff.add(item.id)
      } else {
        // A minute that is whole, and not over yet when the schedule is changed.
        const later = new Date(Math.ceil((this.clock.shows() + MINUTE) / MINUTE) * MINUTE)
        const time = { local: localTime(later, 'Etc/UTC'), zone: 'Etc/UTC' }
        await schedulePublication(planner.editor, {
          articleId: item.id,
          version: item.version,
          time,
          of: 'article',
        })
        item.outAt = later
      }
    } catch (error) {
      // Too late: it went out.
      if (!(error instanceof Conflict)) throw error
    }
  }

  private async waitUntil(at: Date): Promise<void> {
    while (this.clock.until(at) > 0) await pass(Math.min(100, this.clock.until(at)))
  }

  private async settle(): Promise<void> {
    for (let tries = 0; tries < 150; tries++) {
      const [left] = await database().$queryRaw<{ count: number }[]>`
        SELECT count(*)::int AS count FROM "Article"
        WHERE ("publishAt" <= clock_timestamp() AND "scheduleFailure" IS NULL)
           OR ("unpublishAt" <= clock_timestamp() AND "unpublishFailure" IS NULL AND state = 'PUBLISHED')`
      if (left?.count === 0) return
      await pass(200)
    }
  }
}
