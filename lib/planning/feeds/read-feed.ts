import ical, { type ICalCalendar } from 'ical-generator'
import { isSecondFactorOverdue } from '../../auth/second-factor-due'
import { now } from '../../clock'
import { database } from '../../db/database'
import { env } from '../../env'
import { NotFound } from '../../errors'
import { hashSecret } from '../../ids'
import { actorFields, actorOf } from '../../people/actor-of'
import type { PersonActor } from '../../policy/actor'
import { readSettings } from '../../settings/settings'
import { listOccurrences, type Occurrence } from '../diary/list-events'
import { dateOf } from '../line-values'
import { listLines, type PlanLine } from '../list-lines'
import { addDays, dayIn } from '../plan-days'
import { stateInWords } from './state-in-words'

const DAYS = 90
/** Calendar programs come every few minutes; who reads is written down so often at most. */
const SEEN_EVERY_MILLISECONDS = 60_000

/**
 * The plan and the diary of the next 90 days as a calendar (RFC 5545), as the person whose address it is sees them. It leaves the
 * newsroom: of what is embargoed it says only that there is something and how far it is, and of the diary no notes, which may be about
 * the same.
 *
 * @throws NotFound for an address that is unknown or ended, or whose person has no login any more or has yet to set a second factor up
 */
export async function readFeed(token: string): Promise<string> {
  const { actor, deskId } = await ownerOf(token)
  const { name, timeZone } = await readSettings()
  const from = dayIn(timeZone, now())
  const wanted = { from, to: addDays(from, DAYS), deskId: deskId ?? undefined }
  const [lines, occurrences] = await Promise.all([listLines(actor, wanted), listOccurrences(actor, wanted)])
  const calendar = ical({ name: `${name}: plan`, ttl: 60 * 15 })
  for (const line of lines) addLine(calendar, line)
  for (const occurrence of occurrences) addOccurrence(calendar, occurrence)
  return calendar.toString()
}

async function ownerOf(token: string): Promise<{ actor: PersonActor; deskId: string | null }> {
  const ended = new NotFound('This calendar does not exist, or its address was revoked.')
  const feed = await database().calendarFeed.findUnique({ where: { tokenHash: hashSecret(token) } })
  if (feed === null || feed.revokedAt !== null) throw ended
  const person = await database().person.findUnique({
    where: { id: feed.personId },
    select: { ...actorFields, status: true },
  })
  if (person?.status !== 'ACTIVE' || (await isSecondFactorOverdue(database(), person.id))) throw ended
  const at = now()
  await database().calendarFeed.updateMany({
    where: {
      id: feed.id,
      OR: [{ lastReadAt: null }, { lastReadAt: { lt: new Date(at.getTime() - SEEN_EVERY_MILLISECONDS) } }],
    },
    data: { lastReadAt: at },
  })
  return { actor: actorOf(person, `calendar ${feed.id}`), deskId: feed.deskId }
}

function addLine(calendar: ICalCalendar, line: PlanLine): void {
  const { values } = line
  const state = stateInWords(line.state)
  const name = line.isEmbargoed ? 'Under embargo' : values.slugline || line.name
  const whole = {
    id: `line-${line.id}`,
    stamp: now(),
    start: dateOf(values.plannedFor),
    allDay: true,
    timezone: 'UTC',
    summary: `${name} (${state})`,
    url: `${env().SITE_URL}/desk/articles/${line.id}`,
  }
  if (line.isEmbargoed) {
    calendar.createEvent(whole)
    return
  }
  const facts = [
    line.headline,
    line.deskName,
    line.ownerName === null ? '' : `For ${line.ownerName}`,
    values.dueAt === null ? '' : `Due ${values.dueAt.local.replace('T', ' ')}`,
    values.planNote,
  ]
  calendar.createEvent({
    ...whole,
    description: facts.filter(Boolean).join('\n'),
  })
}

function addOccurrence(calendar: ICalCalendar, { event, startsAt, endsAt, day }: Occurrence): void {
  calendar.createEvent({
    id: `event-${event.id}-${startsAt.getTime()}`,
    stamp: now(),
    timezone: 'UTC',
    summary: event.title,
    location: event.place || null,
    ...(event.isAllDay ? { start: dateOf(day), allDay: true } : { start: startsAt, end: endsAt }),
  })
}
