import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { moveArticle } from '@/lib/articles/move-article'
import { database } from '@/lib/db/database'
import { Conflict, Forbidden, Invalid, NotFound, NotSignedIn } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { changeEvent } from '@/lib/planning/diary/change-event'
import { createEvent } from '@/lib/planning/diary/create-event'
import { deleteEvent } from '@/lib/planning/diary/delete-event'
import type { EventInput } from '@/lib/planning/diary/event-input'
import { listOccurrences } from '@/lib/planning/diary/list-events'
import { makeDiaryLines } from '@/lib/planning/diary/make-lines'
import { listLines } from '@/lib/planning/list-lines'
import type { PersonActor } from '@/lib/policy/actor'
import { aPerson } from '@/tests/support/newsroom-rows'

let editor: PersonActor
let reporter: PersonActor

beforeAll(async () => {
  editor = await aPerson('EDITOR')
  reporter = await aPerson('REPORTER', 'Rolf Reporter')
})

// A Monday in March; clocks go forward on the 28th.
const MONDAY = new Date('2032-03-15T09:00:00Z')

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: MONDAY })
})

afterEach(async () => {
  vi.useRealTimers()
  await database().diaryEvent.deleteMany()
})

const input = (wanted: Partial<EventInput> = {}): EventInput => ({
  title: `Council ${newId().slice(-12)}`,
  place: 'City Hall',
  note: '',
  startsAt: { local: '2032-03-16T10:00' },
  endsAt: '2032-03-16T12:00',
  isAllDay: false,
  recurrence: 'FREQ=WEEKLY;BYDAY=TU',
  deskId: null,
  makesLine: true,
  templateId: null,
  ownerId: null,
  ...wanted,
})

const linesOf = async (title: string) =>
  (await listLines(editor, { from: '2032-03-01', to: '2032-05-30' })).filter(({ name }) => name === title)
const daysOf = async (title: string) => (await linesOf(title)).map(({ values }) => values.plannedFor)

describe('A diary event', () => {
  test('stands on the calendar at the same hour before and after clocks change', async () => {
    const { id } = await createEvent(editor, input({ makesLine: false }))
    const found = await listOccurrences(reporter, { from: '2032-03-15', to: '2032-04-04' })
    expect(found.map(({ day, time, startsAt }) => [day, time, startsAt.toISOString()])).toEqual([
      ['2032-03-16', '10:00', '2032-03-16T10:00:00.000Z'],
      ['2032-03-23', '10:00', '2032-03-23T10:00:00.000Z'],
      ['2032-03-30', '10:00', '2032-03-30T09:00:00.000Z'],
    ])
    expect(found[2]?.endsAt?.toISOString()).toBe('2032-03-30T11:00:00.000Z')
    expect(found[0]?.event).toMatchObject({ id, ruleInWords: 'every week on Tuesday', endsAt: '2032-03-16T12:00' })
  })

  test('makes a line for each occurrence within two weeks, and later the next', async () => {
    const event = input({ note: 'Ask about the weir.', ownerId: reporter.id })
    await createEvent(editor, event)
    expect(await daysOf(event.title)).toEqual(['2032-03-16', '2032-03-23'])
    expect((await linesOf(event.title))[0]).toMatchObject({
      state: 'COMMISSIONED',
      ownerName: 'Rolf Reporter',
      values: { planNote: '10:00, City Hall\nAsk about the weir.' },
    })
    expect(await makeDiaryLines()).toBe(0)
    vi.setSystemTime(new Date('2032-03-16T10:00:00Z'))
    expect(await makeDiaryLines()).toBe(1)
    expect(await daysOf(event.title)).toEqual(['2032-03-16', '2032-03-23', '2032-03-30'])
  })

  test('makes each line once, when two processes make them at the same moment', async () => {
    const event = input()
    await createEvent(editor, event)
    vi.setSystemTime(new Date('2032-03-29T09:00:00Z'))
    const made = await Promise.all([makeDiaryLines(), makeDiaryLines(), makeDiaryLines()])
    expect(made.reduce((sum, each) => sum + each, 0)).toBe(2)
    expect(await daysOf(event.title)).toEqual(['2032-03-16', '2032-03-23', '2032-03-30', '2032-04-06'])
  })

  test('does not bring a spiked line back, nor a second one when it moves to another hour', async () => {
    const event = input()
    const { id } = await createEvent(editor, event)
    const [first] = await linesOf(event.title)
    await moveArticle(editor, { articleId: first?.id ?? '', move: 'spike', note: 'No meeting.' })
    await changeEvent(editor, { ...event, id, version: 0, startsAt: { local: '2032-03-16T11:00' }, endsAt: null })
    expect(await makeDiaryLines()).toBe(0)
    expect(await daysOf(event.title)).toEqual(['2032-03-23'])
  })

  test('leaves its lines on the plan when it is deleted', async () => {
    const event = input()
    const { id } = await createEvent(editor, event)
    await deleteEvent(editor, { id })
    expect(await daysOf(event.title)).toHaveLength(2)
    expect(await listOccurrences(editor, { from: '2032-03-15', to: '2032-04-04' })).toEqual([])
    await expect(deleteEvent(editor, { id })).rejects.toThrow(NotFound)
    await expect(changeEvent(editor, { ...event, id, version: 0 })).rejects.toThrow(NotFound)
  })

  test('asks nobody who has left', async () => {
    const leaver = await aPerson('REPORTER')
    const event = input({ ownerId: leaver.id })
    await createEvent(editor, event)
    await database().person.update({ where: { id: leaver.id }, data: { status: 'DEACTIVATED' } })
    vi.setSystemTime(new Date('2032-03-20T10:00:00Z'))
    await makeDiaryLines()
    expect((await linesOf(event.title)).map(({ state }) => state)).toEqual(['COMMISSIONED', 'COMMISSIONED', 'PITCHED'])
  })

  test('is all day where it is said so, and of one desk or of all', async () => {
    await createEvent(editor, input({ isAllDay: true, recurrence: '', startsAt: { local: '2032-03-31T10:00' } }))
    const [found] = await listOccurrences(editor, { from: '2032-03-31', to: '2032-03-31' })
    expect(found).toMatchObject({ day: '2032-03-31', time: null })
    expect(await listOccurrences(editor, { from: '2032-03-31', to: '2032-03-31', deskId: newId() })).toHaveLength(1)
  })

  test('is refused with the field that is wrong', async () => {
    const fieldOf = async (wanted: Partial<EventInput>) => {
      const error = await createEvent(editor, input(wanted)).catch((reason: unknown) => reason)
      return error instanceof Invalid ? error.issues[0]?.field : error
    }
    expect(await fieldOf({ recurrence: 'FREQ=SECONDLY' })).toBe('recurrence')
    expect(await fieldOf({ recurrence: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' })).toBe('recurrence')
    expect(await fieldOf({ endsAt: '2032-03-16T09:00' })).toBe('endsAt')
    expect(await fieldOf({ startsAt: { local: '2032-03-28T01:30' }, endsAt: null })).toBe('startsAt')
    expect(await fieldOf({ startsAt: { local: '0203-03-28T10:30' }, endsAt: null })).toBe('startsAt')
    expect(await fieldOf({ startsAt: { local: '2032-02-31T10:30' }, endsAt: null })).toBe('startsAt')
    expect(await fieldOf({ deskId: newId() })).toBe('deskId')
    expect(await fieldOf({ ownerId: newId() })).toBe('ownerId')
  })

  test('is changed by one of two who saw the same version', async () => {
    const event = input()
    const { id } = await createEvent(editor, event)
    const outcomes = await Promise.allSettled([
      changeEvent(editor, { ...event, id, version: 0, place: 'Keel House' }),
      changeEvent(editor, { ...event, id, version: 0, place: 'The quay' }),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = outcomes.find((outcome) => outcome.status === 'rejected')
    expect(refused?.reason).toBeInstanceOf(Conflict)
  })

  test('is the editors’, and read by everybody in the newsroom', async () => {
    const { id } = await createEvent(editor, input())
    await expect(createEvent(reporter, input())).rejects.toThrow(Forbidden)
    await expect(changeEvent(reporter, { ...input(), id, version: 0 })).rejects.toThrow(Forbidden)
    await expect(deleteEvent(reporter, { id })).rejects.toThrow(Forbidden)
    await expect(deleteEvent({ kind: 'nobody' }, { id })).rejects.toThrow(NotSignedIn)
    await expect(listOccurrences({ kind: 'nobody' }, { from: '2032-03-31', to: '2032-03-31' })).rejects.toThrow(
      NotSignedIn,
    )
    await deleteEvent(editor, { id })
    const events = await database().auditEvent.findMany({ where: { thingId: id } })
    expect(events.map(({ action }) => action).sort()).toEqual(['diary.create', 'diary.delete'])
  })
})
