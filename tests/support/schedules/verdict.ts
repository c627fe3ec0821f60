import { database } from '@/lib/db/database'
import type { DatabaseClock, Witnessed } from './database-clock'
import type { Item } from './planned-items'

type Seen = {
  clock: DatabaseClock
  witnessed: readonly Witnessed[]
  /** What somebody called off before it went out. */
  calledOff: ReadonlySet<string>
}

type Verdict = {
  out: number
  away: number
  calledOff: number
  tooLate: number
  couldNot: number
  latestSeconds: number
  right: number
  broken: string[]
}

/** Holds every item against what the database witnessed, what the record says, what readers have and what people were told. */
export async function lookAt(items: readonly Item[], { clock, witnessed, calledOff }: Seen): Promise<Verdict> {
  const rows = await readAll(items.map(({ id }) => id))
  const broken: string[] = []
  let right = 0
  let latest = 0
  for (const item of items) {
    const isOff = calledOff.has(item.id)
    const wanted = {
      out: item.outAt !== null && item.obstacle === null && !isOff ? 1 : 0,
      away: item.awayAt === null ? 0 : 1,
    }
    const own = witnessed.filter(({ articleId }) => articleId === item.id)
    const wrong = [
      ...happened(item, own, wanted, clock),
      ...recorded(item, rows.events, wanted, own, clock),
      ...standing(item, rows, wanted, isOff),
      ...alarmed(item, rows),
    ]
    for (const { what, seenAt } of own) {
      const due = clock.firstShowed((what === 'out' ? item.outAt : item.awayAt) ?? new Date(0))
      if (due !== null) latest = Math.max(latest, seenAt.getTime() - due)
    }
    if (wrong.length === 0) right++
    broken.push(...wrong.map((sentence) => `${item.kind}, ${item.id}: ${sentence}`))
  }
  const asked = items.filter(({ kind }) => kind === 'called off')
  return {
    out: witnessed.filter(({ what }) => what === 'out').length,
    away: witnessed.filter(({ what }) => what === 'away').length,
    calledOff: calledOff.size,
    tooLate: asked.length - calledOff.size,
    couldNot: items.filter(({ obstacle }) => obstacle !== null).length,
    latestSeconds: Math.round(latest / 100) / 10,
    right,
    broken,
  }
}

type Wanted = { out: number; away: number }
type Rows = Awaited<ReturnType<typeof readAll>>

async function readAll(ids: string[]) {
  const [articles, events, notices] = await Promise.all([
    database().article.findMany({
      where: { id: { in: ids } },
      select: { id: true, state: true, scheduleFailure: true, publication: { select: { words: true } } },
    }),
    database().auditEvent.findMany({
      where: {
        thingId: { in: ids },
        action: { in: ['article.publish', 'article.unpublish', 'article.scheduleFailed'] },
      },
      select: { thingId: true, action: true, at: true, detail: true },
    }),
    database().notification.findMany({
      where: { articleId: { in: ids }, kind: 'SCHEDULE_FAILED' },
      select: { articleId: true, personId: true, about: true },
    }),
  ])
  return { articles: new Map(articles.map((row) => [row.id, row])), events, notices }
}

/** By the database's own account: just once, never early, the version that was meant. */
function happened(item: Item, own: readonly Witnessed[], wanted: Wanted, clock: DatabaseClock): string[] {
  const wrong: string[] = []
  for (const what of ['out', 'away'] as const) {
    const due = what === 'out' ? item.outAt : item.awayAt
    const times = own.filter((each) => each.what === what)
    if (times.length !== wanted[what]) wrong.push(`went ${what} ${times.length} times, not ${wanted[what]}`)
    for (const witness of times) {
      const { at, version } = witness
      if (due !== null && at < due && !wasSetBackMeanwhile(clock, due, witness))
        wrong.push(`went ${what} at ${at.toISOString()}, before ${due.toISOString()}`)
      if (what === 'out' && version !== item.version) wrong.push(`version ${version} went out, not ${item.version}`)
    }
  }
  return wrong
}

/** It was due, and somebody set the clock back before what was begun by then was written down. */
function wasSetBackMeanwhile(clock: DatabaseClock, due: Date, { begunAt, seenAt }: Witnessed): boolean {
  return clock.wasSetAfterShowing(due, begunAt, seenAt)
}

/** The record says the same, with times that are no earlier. */
function recorded(
  item: Item,
  events: Rows['events'],
  wanted: Wanted,
  witnessed: readonly Witnessed[],
  clock: DatabaseClock,
): string[] {
  const wrong: string[] = []
  const own = events.filter(({ thingId }) => thingId === item.id)
  for (const [what, action, due] of [
    ['out', 'article.publish', item.outAt],
    ['away', 'article.unpublish', item.awayAt],
  ] as const) {
    const scheduled = own.filter(
      (event) => event.action === action && (event.detail as { isScheduled?: boolean }).isScheduled === true,
    )
    if (scheduled.length !== wanted[what]) wrong.push(`the record has ${scheduled.length} events “${action}”`)
    if (due === null || witnessed.some((each) => each.what === what && wasSetBackMeanwhile(clock, due, each))) continue
    for (const { at } of scheduled) if (at < due) wrong.push(`the record says “${action}” at ${at.toISOString()}`)
  }
  return wrong
}

/** Readers have what they should, and the article stands where it should. */
function standing(item: Item, { articles }: Rows, wanted: Wanted, isOff: boolean): string[] {
  const article = articles.get(item.id)
  if (article === undefined) return ['it is gone']
  const { state, publication } = article
  if (isOff) return state === 'APPROVED' && publication === null ? [] : [`called off, and ${state}`]
  if (wanted.away === 1) return state === 'UNPUBLISHED' && publication === null ? [] : [`to be away, and ${state}`]
  if (wanted.out === 0) return state === 'SCHEDULED' && publication === null ? [] : [`to wait, and ${state}`]
  if (state !== 'PUBLISHED' || publication === null) return [`to be out, and ${state}`]
  if (!publication.words.includes(item.words)) return ['readers miss the words that were to go out']
  return publication.words.includes(item.unwanted) ? ['readers have words that nobody approved'] : []
}

/** What could not go out says why, once to each; nobody hears twice of anything. What was late may have its alarm too. */
function alarmed(item: Item, { articles, events, notices }: Rows): string[] {
  const alarms = events
    .filter(({ thingId, action }) => thingId === item.id && action === 'article.scheduleFailed')
    .map(({ detail }) => detail as { what: string; reason: string })
  const wrong: string[] = []
  if (new Set(alarms.map(({ what }) => what)).size !== alarms.length) wrong.push(`${alarms.length} alarms`)
  const told = notices.filter(({ articleId }) => articleId === item.id)
  if (new Set(told.map(({ personId, about }) => `${personId} ${about}`)).size !== told.length)
    wrong.push('somebody was told twice')
  if (item.obstacle === null) return wrong
  const reasons = alarms.filter(({ what }) => what === 'publication').map(({ reason }) => reason)
  if (reasons.length !== 1 || !item.obstacle.test(reasons[0] ?? '')) wrong.push(`alarms: “${reasons.join('”, “')}”`)
  if (told.length === 0) wrong.push('nobody was told')
  const failure = articles.get(item.id)?.scheduleFailure ?? ''
  if (item.awayAt === null && !item.obstacle.test(failure)) wrong.push(`it waits for “${failure}”`)
  return wrong
}
