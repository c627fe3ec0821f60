import type { ComboboxItem } from '@/components/ui/combobox.client'
import type { ChangeLineInput } from '@/lib/planning/change-line'
import type { LineField, LineInput } from '@/lib/planning/line-input'
import type { PlanOptions } from './plan-day'

/** A line as its form holds it: everything is text. */
export type LineDraft = {
  slugline: string
  planNote: string
  plannedFor: string
  /** "2026-11-28T16:30", or empty. */
  dueAt: string
  /** Which of the two, where the clock shows the time twice; empty where nobody was asked. */
  which: '' | 'earlier' | 'later'
  deskId: string
  owner: ComboboxItem | null
  templateId: string
  commissionedWords: string
  picturesWanted: string
}

export type Values = ChangeLineInput['base']

export function draftOf(values: Values, { people, today }: PlanOptions, ownerName: string | null): LineDraft {
  const { dueAt, ownerId, commissionedWords } = values
  return {
    slugline: values.slugline,
    planNote: values.planNote,
    plannedFor: values.plannedFor ?? today,
    dueAt: dueAt?.local ?? '',
    which: '',
    deskId: values.deskId ?? '',
    // Whoever left the newsroom is not offered any more, and still stands here.
    owner:
      ownerId === null
        ? null
        : { id: ownerId, label: people.find(({ id }) => id === ownerId)?.name ?? ownerName ?? 'Somebody' },
    templateId: values.templateId ?? '',
    commissionedWords: commissionedWords === null ? '' : String(commissionedWords),
    picturesWanted: values.picturesWanted,
  }
}

export function lineOf(draft: LineDraft): LineInput {
  return {
    slugline: draft.slugline,
    planNote: draft.planNote,
    plannedFor: draft.plannedFor,
    dueAt: draft.dueAt === '' ? null : { local: draft.dueAt, ...(draft.which === '' ? {} : { which: draft.which }) },
    deskId: draft.deskId || null,
    ownerId: draft.owner?.id ?? null,
    templateId: draft.templateId || null,
    commissionedWords: draft.commissionedWords === '' ? null : Number(draft.commissionedWords),
    picturesWanted: draft.picturesWanted,
  }
}

/** The parts of the form that show a field. */
const PARTS: Record<LineField, readonly (keyof LineDraft)[]> = {
  slugline: ['slugline'],
  planNote: ['planNote'],
  plannedFor: ['plannedFor'],
  dueAt: ['dueAt', 'which'],
  deskId: ['deskId'],
  ownerId: ['owner'],
  templateId: ['templateId'],
  commissionedWords: ['commissionedWords'],
  picturesWanted: ['picturesWanted'],
}

/** The draft upon what somebody else saved meanwhile: what this person typed stays, but for the fields in `given`. */
export function rebased(
  draft: LineDraft,
  opened: LineDraft,
  theirs: LineDraft,
  given: readonly LineField[],
): LineDraft {
  const next = { ...draft }
  for (const [field, parts] of Object.entries(PARTS) as [LineField, readonly (keyof LineDraft)[]][]) {
    const isMine = parts.some((part) => JSON.stringify(draft[part]) !== JSON.stringify(opened[part]))
    if (isMine && !given.includes(field)) continue
    for (const part of parts) Object.assign(next, { [part]: theirs[part] })
  }
  return next
}

export const FIELD_LABELS: Record<LineField, string> = {
  slugline: 'Slugline',
  planNote: 'Note',
  plannedFor: 'Planned for',
  dueAt: 'Due',
  deskId: 'Desk',
  ownerId: 'Written by',
  templateId: 'Kind',
  commissionedWords: 'Length',
  picturesWanted: 'Pictures wanted',
}

/** What somebody else put into a field, in words. */
export function inWords(field: LineField, draft: LineDraft, { desks, templates }: PlanOptions): string {
  const words = {
    slugline: draft.slugline,
    planNote: draft.planNote,
    plannedFor: draft.plannedFor,
    dueAt: draft.dueAt.replace('T', ' '),
    deskId: desks.find(({ id }) => id === draft.deskId)?.name ?? '',
    ownerId: draft.owner?.label ?? '',
    templateId: templates.find(({ id }) => id === draft.templateId)?.name ?? '',
    commissionedWords: draft.commissionedWords,
    picturesWanted: draft.picturesWanted,
  }[field]
  return words === '' ? 'nothing' : `“${words}”`
}
