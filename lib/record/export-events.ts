import { recordEvent } from '../audit'
import { transaction } from '../db/database'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { localTime } from '../schedule/zoned-time'
import { readSettings } from '../settings/settings'
import type { AuditQuery } from './audit-query'
import { BYTE_ORDER_MARK, csvLine } from './csv'
import { type ListedEvent, readEvents, worded } from './list-events'

const BATCH = 500

/**
 * The audit log, or a part of it, as a CSV file: piece by piece, never more than a batch of it in memory. That it was saved is
 * written down too.
 */
export async function exportEvents(actor: Actor, query: AuditQuery): Promise<AsyncGenerator<string>> {
  authorise(actor, 'audit.read')
  const { before: _, ...filter } = query
  await transaction((tx) =>
    recordEvent(tx, actor, { action: 'audit.export', thing: 'audit', detail: { ...withoutGaps(filter) } }),
  )
  const { timeZone } = await readSettings()
  return lines(filter, timeZone)
}

async function* lines(filter: Omit<AuditQuery, 'before'>, zone: string): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(['Time (UTC)', `Time (${zone})`, 'Who', 'What', 'Action', 'Thing', 'Id', 'Details'])
  let before: string | undefined
  do {
    const rows = await readEvents({ ...filter, before }, BATCH)
    before = rows.length === BATCH ? rows.at(-1)?.id : undefined
    yield (await worded(rows)).map((event) => csvLine(cellsOf(event, zone))).join('')
  } while (before !== undefined)
}

function cellsOf(event: ListedEvent, zone: string): string[] {
  const { at, person, action, thing, thingId, detail } = event
  return [
    at.toISOString(),
    localTime(at, zone),
    person ?? '',
    sentenceOf(event),
    action,
    thing,
    thingId ?? '',
    JSON.stringify(detail),
  ]
}

function sentenceOf({ person, words, thing, name }: ListedEvent): string {
  const who = person === null ? words.alone : `${person} ${words.did}`
  if (words.isAlone) return `${who}${words.after}`
  return `${who} ${thing === 'person' ? name : `“${name}”`}${words.after}`
}

function withoutGaps(filter: Omit<AuditQuery, 'before'>): Record<string, string> {
  return Object.fromEntries(Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== undefined))
}
