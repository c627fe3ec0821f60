import { newClientUuid } from '@/components/editor/suggesting/new-id'
import type { FrontChange } from '@/lib/fronts/change-layout'
import { type Container, type ContainerKind, type Fill, MOST_HOURS, SLOTS_OF } from '@/lib/fronts/layout'

/** A shelf that a rule takes from, as it is chosen. */
type ChosenShelf = { id: string; label: string }

/** A container as its dialog edits it. Numbers are as they are typed. */
export type ContainerDraft = {
  kind: ContainerKind
  title: string
  slots: string
  from: Fill['from'] | 'nothing'
  /** By the last part of their addresses. */
  sections: ChosenShelf[]
  topics: ChosenShelf[]
  age: string
  ageUnit: 'hours' | 'days'
  hasPicture: boolean
}

export type ContainerErrors = Partial<Record<'slots' | 'sections' | 'topics' | 'age', string>>

type Fields = Extract<FrontChange, { type: 'editContainer' }>['fields']
/** What a container is, its time and its cards apart. */
type ContainerSettings = Pick<Container, 'kind' | 'title' | 'slots' | 'fill'>

/** What people read most is counted over a day unless somebody says otherwise. */
const USUAL_HOURS_MOST_READ = 24
const MOST_SHELVES = 10

/** @param container null for a new one */
export function containerDraftOf(
  container: Container | null,
  names: { sections: readonly { slug: string; name: string }[]; topics: readonly { slug: string; name: string }[] },
): ContainerDraft {
  const { kind, title, slots, fill } = container ?? {
    kind: 'strip',
    title: '',
    slots: SLOTS_OF.strip.usual,
    fill: null,
  }
  const shelves = (from: 'sections' | 'topics') =>
    fill?.from !== from
      ? []
      : fill.slugs.map((slug) => ({ id: slug, label: names[from].find((each) => each.slug === slug)?.name ?? slug }))
  const hours = fill?.maxAgeHours ?? null
  const isInDays = hours !== null && hours % 24 === 0
  return {
    kind,
    title,
    slots: String(slots),
    from: container === null ? 'everything' : (fill?.from ?? 'nothing'),
    sections: shelves('sections'),
    topics: shelves('topics'),
    age: hours === null ? '' : String(isInDays ? hours / 24 : hours),
    ageUnit: isInDays ? 'days' : 'hours',
    hasPicture: fill?.hasPicture ?? false,
  }
}

/** Another kind begins with the number of places that is usual for it, where nobody has said another. */
export function withKind(draft: ContainerDraft, kind: ContainerKind): ContainerDraft {
  const wasUsual = Number(draft.slots) === SLOTS_OF[draft.kind].usual
  const slots = wasUsual ? SLOTS_OF[kind].usual : Math.min(Number(draft.slots) || 1, SLOTS_OF[kind].most)
  const from = kind === 'mostRead' && draft.from === 'everything' ? 'mostRead' : draft.from
  return { ...draft, kind, slots: String(slots), from }
}

/** What was given, or what is wrong with it. */
export function containerFieldsOf(draft: ContainerDraft): { fields: ContainerSettings } | { errors: ContainerErrors } {
  const errors: ContainerErrors = {}
  const { most } = SLOTS_OF[draft.kind]
  const slots = Number(draft.slots)
  if (!Number.isInteger(slots) || slots < 1 || slots > most) errors.slots = `From 1 to ${most}.`
  const by = draft.from === 'sections' || draft.from === 'topics' ? draft.from : null
  const shelves = by === null ? [] : draft[by]
  if (by !== null && shelves.length === 0) errors[by] = 'Choose one at least.'
  if (by !== null && shelves.length > MOST_SHELVES) errors[by] = `At most ${MOST_SHELVES} fit here.`
  const hours = hoursOf(draft)
  if (hours !== null && (!Number.isInteger(hours) || hours < 1 || hours > MOST_HOURS))
    errors.age = `A whole number, and at most ${MOST_HOURS / 24} days.`
  if (Object.keys(errors).length > 0) return { errors }
  const fill: Fill | null =
    draft.from === 'nothing'
      ? null
      : {
          from: draft.from,
          slugs: shelves.map(({ id }) => id),
          maxAgeHours: hours ?? (draft.from === 'mostRead' ? USUAL_HOURS_MOST_READ : null),
          hasPicture: draft.hasPicture,
        }
  return { fields: { kind: draft.kind, title: draft.title.trim(), slots, fill } }
}

/** A new container, without cards. */
export function newContainer(fields: ContainerSettings, span: Pick<Container, 'from' | 'until'>): Container {
  return { id: newClientUuid(), ...fields, ...span, cards: [] }
}

/** What differs from the container as the dialog found it. */
export function editOfContainer(before: Container, after: Omit<Container, 'id' | 'cards'>): Fields {
  const entries = Object.entries(after).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof typeof after]),
  )
  return Object.fromEntries(entries)
}

function hoursOf({ age, ageUnit }: ContainerDraft): number | null {
  if (age.trim() === '') return null
  return Number(age) * (ageUnit === 'days' ? 24 : 1)
}
