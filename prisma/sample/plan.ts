import { now } from '@/lib/clock'
import { database } from '@/lib/db/database'
import { createEvent } from '@/lib/planning/diary/create-event'
import { pitchLine } from '@/lib/planning/pitch-line'
import { addDays, dayIn } from '@/lib/planning/plan-days'
import type { Actor } from '@/lib/policy/actor'
import { readSettings } from '@/lib/settings/settings'
import type { people, Staff } from './people'

type Key = keyof typeof people
type SampleLine = {
  slugline: string
  note: string
  /** From the day of the first start; none is due on that day, which may be about to end. */
  inDays: number
  due: string
  desk: string
  /** Nobody yet: it is a pitch. */
  owner?: Key
  words: number
  pictures: string
}

/** What the paper wants to have in the next days. */
const lines: readonly SampleLine[] = [
  {
    slugline: 'weir gates',
    note: 'Who pays when the river board and the city both say that it is the other.',
    inDays: 1,
    due: '17:30',
    desk: 'News',
    owner: 'callum',
    words: 650,
    pictures: 'The lower gate at low water',
  },
  {
    slugline: 'ferry timetable',
    note: 'The winter boats, boat by boat. Ask the harbour office for last year’s.',
    inDays: 1,
    due: '15:00',
    desk: 'News',
    owner: 'joss',
    words: 400,
    pictures: '',
  },
  {
    slugline: 'ballot papers',
    note: 'What it costs to print them twice.',
    inDays: 1,
    due: '18:00',
    desk: 'Politics',
    owner: 'tamsin',
    words: 800,
    pictures: 'The printer’s hall',
  },
  {
    slugline: 'lighthouse sale',
    note: 'Three bidders, none of whom wants the light.',
    inDays: 2,
    due: '16:00',
    desk: 'News',
    words: 900,
    pictures: 'From the sea, if the pilot boat takes us',
  },
  {
    slugline: 'school roofs',
    note: 'The council’s list is said to be longer than the one it printed.',
    inDays: 3,
    due: '16:30',
    desk: 'Politics',
    words: 700,
    pictures: '',
  },
]

/** What comes again by itself. */
const events = [
  { title: 'Council in session', place: 'Guildhall', desk: 'Politics', rule: 'FREQ=WEEKLY', at: '10:00', inDays: 4 },
  { title: 'Fish market figures', place: '', desk: 'News', rule: 'FREQ=WEEKLY;INTERVAL=2', at: '08:30', inDays: 5 },
] as const

/** Fills the plan and the diary with what is missing. */
export async function fillPlan({ actors }: Staff): Promise<void> {
  const of = (key: Key): Extract<Actor, { kind: 'person' }> => {
    const actor = actors.get(key)
    if (actor === undefined) throw new Error(`The sample newsroom has no ${key}`)
    return actor
  }
  const desks = new Map((await database().desk.findMany()).map(({ id, name }) => [name, id]))
  const today = dayIn((await readSettings()).timeZone, now())
  for (const { slugline, note, inDays, due, desk, owner, words, pictures } of lines) {
    if ((await database().article.count({ where: { slugline } })) > 0) continue
    const day = addDays(today, inDays)
    await pitchLine(of('saskia'), {
      slugline,
      planNote: note,
      plannedFor: day,
      dueAt: { local: `${day}T${due}` },
      deskId: desks.get(desk) ?? null,
      ownerId: owner === undefined ? null : of(owner).id,
      templateId: null,
      commissionedWords: words,
      picturesWanted: pictures,
    })
  }
  for (const { title, place, desk, rule, at, inDays } of events) {
    if ((await database().diaryEvent.count({ where: { title } })) > 0) continue
    await createEvent(of('saskia'), {
      title,
      place,
      note: '',
      startsAt: { local: `${addDays(today, inDays)}T${at}` },
      endsAt: null,
      isAllDay: false,
      recurrence: rule,
      deskId: desks.get(desk) ?? null,
      makesLine: true,
      templateId: null,
      ownerId: null,
    })
  }
}
