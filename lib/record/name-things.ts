import { database } from '../db/database'
import { isId } from '../document/addresses'
import { split } from './event-words'

type Named = { thing: string; thingId: string | null; detail: Record<string, unknown> }

/** What the things of events are called now, by `thing id`. What is gone is missing. */
export async function nameThings(events: readonly Named[]): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  const kinds = new Set(events.map(({ thing }) => thing))
  await Promise.all(
    [...kinds].map(async (thing) => {
      const ids = [...new Set(events.filter((event) => event.thing === thing).flatMap(({ thingId }) => thingId ?? []))]
      for (const { id, name } of (await READERS[thing]?.(thing === 'role' ? ids : ids.filter(isId))) ?? [])
        names.set(`${thing} ${id}`, name)
    }),
  )
  return names
}

/** What it is called here: its name now, else what the event kept of it, else its kind. */
export function nameOf(names: ReadonlyMap<string, string>, { thing, thingId, detail }: Named): string {
  const name = names.get(`${thing} ${thingId}`)
  if (name !== undefined) return name.trim() === '' ? 'without a headline' : name
  for (const kept of [detail.name, detail.find, detail.question, detail.slug]) if (typeof kept === 'string') return kept
  if (thingId === null) return thing === 'person' ? 'an unknown address' : split(thing)
  return `${split(thing)} ${thingId.slice(-6)}`
}

type Row = { id: string; name: string }

const READERS: Record<string, (ids: string[]) => Promise<Row[]>> = {
  article: async (ids) => {
    const rows = await database().article.findMany({
      where: { id: { in: ids } },
      select: { id: true, headline: true, slugline: true },
    })
    return rows.map(({ id, headline, slugline }) => ({ id, name: headline || slugline }))
  },
  person: (ids) => database().person.findMany(named(ids)),
  // Those that came with the app have words for ids.
  role: (ids) => database().role.findMany(named(ids)),
  section: (ids) => database().section.findMany(named(ids)),
  topic: (ids) => database().topic.findMany(named(ids)),
  series: (ids) => database().series.findMany(named(ids)),
  front: async (ids) => {
    const rows = await database().front.findMany({
      where: { id: { in: ids } },
      select: { id: true, section: { select: { name: true } } },
    })
    return rows.map(({ id, section }) => ({ id, name: section?.name ?? 'Home' }))
  },
  template: (ids) => database().template.findMany(named(ids)),
  byline: (ids) => database().byline.findMany(named(ids)),
  desk: (ids) => database().desk.findMany(named(ids)),
  styleRule: async (ids) => {
    const rows = await database().styleRule.findMany({ where: { id: { in: ids } }, select: { id: true, find: true } })
    return rows.map(({ id, find }) => ({ id, name: find }))
  },
  outsideLink: async (ids) => {
    const rows = await database().outsideLink.findMany({ where: { id: { in: ids } }, select: { id: true, url: true } })
    return rows.map(({ id, url }) => ({ id, name: url }))
  },
  claim: async (ids) => {
    const rows = await database().claim.findMany({ where: { id: { in: ids } }, select: { id: true, statement: true } })
    return rows.map(({ id, statement }) => ({ id, name: statement }))
  },
  source: async (ids) => {
    const rows = await database().source.findMany({ where: { id: { in: ids } }, select: { id: true, codeName: true } })
    return rows.map(({ id, codeName }) => ({ id, name: codeName }))
  },
  party: (ids) => database().party.findMany(named(ids)),
  checklistRule: async (ids) => {
    const rows = await database().checklistRule.findMany({
      where: { id: { in: ids } },
      select: { id: true, question: true },
    })
    return rows.map(({ id, question }) => ({ id, name: question }))
  },
  diaryEvent: async (ids) => {
    const rows = await database().diaryEvent.findMany({
      where: { id: { in: ids } },
      select: { id: true, title: true },
    })
    return rows.map(({ id, title }) => ({ id, name: title }))
  },
}

function named(ids: string[]) {
  return { where: { id: { in: ids } }, select: { id: true, name: true } }
}
