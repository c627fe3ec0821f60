import { beforeAll, describe, expect, test } from 'vitest'
import { GET } from '@/app/calendar/[token]/route'
import { database } from '@/lib/db/database'
import { createDesk } from '@/lib/desks/create-desk'
import { Invalid, NotFound, NotSignedIn } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { createEvent } from '@/lib/planning/diary/create-event'
import { createFeed } from '@/lib/planning/feeds/create-feed'
import { listFeeds } from '@/lib/planning/feeds/list-feeds'
import { revokeFeed } from '@/lib/planning/feeds/revoke-feed'
import { pitchLine } from '@/lib/planning/pitch-line'
import { addDays, dayIn } from '@/lib/planning/plan-days'
import type { PersonActor } from '@/lib/policy/actor'
import { retype } from '@/tests/support/articles'
import { aPerson } from '@/tests/support/newsroom-rows'

let editor: PersonActor
const tomorrow = addDays(dayIn('Europe/London', new Date()), 1)

beforeAll(async () => {
  editor = await aPerson('EDITOR')
})

const aLine = (slugline: string, deskId: string | null = null) =>
  pitchLine(editor, {
    slugline,
    planNote: `note of ${slugline}`,
    plannedFor: tomorrow,
    dueAt: null,
    deskId,
    ownerId: editor.id,
    templateId: null,
    commissionedWords: null,
    picturesWanted: '',
  })

function read(url: string): Promise<Response> {
  const token = url.slice(url.lastIndexOf('/') + 1)
  return GET(new Request(url), { params: Promise.resolve({ token }) })
}

async function calendarOf(url: string): Promise<string> {
  const answer = await read(url)
  expect(answer.status).toBe(200)
  return (await answer.text()).replaceAll('\r\n ', '')
}

describe('A calendar by secret address', () => {
  test('has the planned lines and the diary of the next 90 days, and is kept by nobody', async () => {
    const { id } = await aLine('tide tables')
    await createEvent(editor, {
      title: 'Harbour board',
      place: 'The quay',
      note: 'canary note',
      startsAt: { local: `${tomorrow}T10:00` },
      endsAt: `${tomorrow}T11:00`,
      isAllDay: false,
      recurrence: 'FREQ=WEEKLY;COUNT=3',
      deskId: null,
      makesLine: false,
      templateId: null,
      ownerId: null,
    })
    const { url } = await createFeed(editor, { deskId: null })
    const answer = await read(url)
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(answer.headers.get('cache-control')).toContain('no-store')
    expect(answer.headers.get('x-robots-tag')).toContain('noindex')
    const text = await calendarOf(url)
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/)
    expect(text).toContain(`DTSTART;VALUE=DATE:${tomorrow.replaceAll('-', '')}`)
    expect(text).toContain('SUMMARY:tide tables (commissioned)')
    expect(text).toContain('note of tide tables')
    expect(text).toContain(`/desk/articles/${id}`)
    expect(text.match(/SUMMARY:Harbour board/g)).toHaveLength(3)
    expect(text).not.toContain('canary note')
  })

  test('names nothing of what is embargoed, its slugline neither', async () => {
    const { id } = await aLine('sealed bid')
    await retype(editor, id, 0, 'Canary headline')
    await database().article.update({ where: { id }, data: { embargoUntil: new Date(Date.now() + 86_400_000) } })
    const { url } = await createFeed(editor, { deskId: null })
    const text = await calendarOf(url)
    expect(text).toContain('SUMMARY:Under embargo (commissioned)')
    expect(text).not.toContain('sealed bid')
    expect(text).not.toContain('Canary headline')
    expect(text).toContain(`/desk/articles/${id}`)
    await database().article.update({ where: { id }, data: { slugline: '' } })
    expect(await calendarOf(url)).not.toContain('Canary headline')
  })

  test('is of one desk where that was asked for', async () => {
    const administrator = await aPerson('ADMINISTRATOR')
    const desk = await createDesk(administrator, { name: 'Feed desk', slug: '', members: [], sectionIds: [] })
    await aLine('ours at dawn', desk.id)
    await aLine('theirs at dawn')
    const text = await calendarOf((await createFeed(editor, { deskId: desk.id })).url)
    expect(text).toContain('ours at dawn')
    expect(text).not.toContain('theirs at dawn')
    await expect(createFeed(editor, { deskId: newId() })).rejects.toThrow(Invalid)
  })

  test('is told once: only its hash is kept', async () => {
    const { id, url } = await createFeed(editor, { deskId: null })
    const row = await database().calendarFeed.findUniqueOrThrow({ where: { id } })
    expect(JSON.stringify(row)).not.toContain(url.slice(url.lastIndexOf('/') + 1))
    expect((await listFeeds(editor)).find((feed) => feed.id === id)).toMatchObject({ lastReadAt: null })
    await calendarOf(url)
    expect((await listFeeds(editor)).find((feed) => feed.id === id)?.lastReadAt).toBeInstanceOf(Date)
  })

  test('is a 404 when it was revoked, was never there, or its person has left', async () => {
    const person = await aPerson('REPORTER')
    const { id, url } = await createFeed(person, { deskId: null })
    expect((await read(url)).status).toBe(200)
    await expect(revokeFeed(editor, { id })).rejects.toThrow(NotFound)
    await revokeFeed(person, { id })
    await expect(revokeFeed(person, { id })).rejects.toThrow(NotFound)
    expect((await read(url)).status).toBe(404)
    expect((await read('http://localhost:3000/calendar/nothing')).status).toBe(404)
    const other = await createFeed(person, { deskId: null })
    await database().person.update({ where: { id: person.id }, data: { status: 'DEACTIVATED' } })
    const gone = await read(other.url)
    expect(gone.status).toBe(404)
    expect(gone.headers.get('cache-control')).toContain('no-store')
  })

  test('is for people of the newsroom, ten each', async () => {
    const person = await aPerson('REPORTER')
    await expect(createFeed({ kind: 'nobody' }, { deskId: null })).rejects.toThrow(NotSignedIn)
    const outcomes = await Promise.allSettled(Array.from({ length: 12 }, () => createFeed(person, { deskId: null })))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(10)
  })
})
