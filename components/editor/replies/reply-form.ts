import type { PartyChoice } from '@/lib/claims/claim-input'
import { ANSWER_WORDS, type ReplyAnswer, type ReplyWay, WAY_WORDS } from '@/lib/replies/reply-words'
import type { ReplyInput, ReplyValues, Unasked } from '../api/replies'
import { choiceOf, itemOf, type PartyItem } from '../claims/telling-form'

/** What the forms about an entry hold. Times are as the browser's own field writes them, `2026-11-28T14:30`, in the newsroom's zone. */
export type ReplyForm = {
  party: PartyItem | null
  contact: string
  question: string
  way: ReplyWay
  askedAt: string
  deadline: string
  answer: ReplyAnswer
  answerText: string
  answeredAt: string
}

export const REPLY_LABELS: Record<keyof ReplyForm, string> = {
  party: 'Who was asked',
  contact: 'With whom',
  question: 'What was put to them',
  way: 'How',
  askedAt: 'Asked',
  deadline: 'Deadline',
  answer: 'What came back',
  answerText: 'Their words',
  answeredAt: 'Answered',
}

/** The form about somebody who was asked just now; with what the story claims of them where that is known. */
export function newForm(unasked: Unasked | null, zone: string, at: Date): ReplyForm {
  return {
    party: unasked && itemOf(unasked.party),
    contact: '',
    question: unasked?.statements.join('\n') ?? '',
    way: 'PHONE',
    askedAt: localIn(zone, at),
    deadline: '',
    answer: 'NONE',
    answerText: '',
    answeredAt: '',
  }
}

export function formOf({ party, askedAt, deadline, answeredAt, ...rest }: ReplyValues, zone: string): ReplyForm {
  const { contact, question, way, answer, answerText } = rest
  return {
    ...{ party: itemOf(party), contact, question, way, answer, answerText },
    askedAt: localIn(zone, new Date(askedAt)),
    deadline: localIn(zone, new Date(deadline)),
    answeredAt: answeredAt === null ? '' : localIn(zone, new Date(answeredAt)),
  }
}

/** What the form says, for the server; null while nobody is named. */
export function inputOf({ party, answeredAt, ...rest }: ReplyForm, zone: string): ReplyInput | null {
  if (party === null) return null
  const choice: PartyChoice = choiceOf(party)
  return { ...rest, party: choice, answeredAt: rest.answer === 'NONE' || answeredAt === '' ? null : answeredAt, zone }
}

/** One thing of the form in words, to show it beside what somebody else put down. */
export function inWords(field: keyof ReplyForm, form: ReplyForm): string {
  if (field === 'party') return form.party?.label ?? ''
  if (field === 'way') return WAY_WORDS[form.way]
  if (field === 'answer') return ANSWER_WORDS[form.answer]
  if (field === 'askedAt' || field === 'deadline' || field === 'answeredAt') return form[field].replace('T', ', ')
  return form[field]
}

/** What the clocks of a zone show, as the browser's own field takes it. */
export function localIn(zone: string, at: Date): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]))
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}T${parts.get('hour')}:${parts.get('minute')}`
}

const HOUR_MILLISECONDS = 3_600_000

/** Deadlines that people give, to choose with one press. */
export function usualDeadlines(zone: string, at: Date): { words: string; local: string }[] {
  const after = (hours: number) => localIn(zone, new Date(at.getTime() + hours * HOUR_MILLISECONDS))
  return [
    { words: 'In 1 hour', local: after(1) },
    { words: 'In 4 hours', local: after(4) },
    { words: 'Tomorrow, 12:00', local: `${nextDay(localIn(zone, at).slice(0, 10))}T12:00` },
  ]
}

function nextDay(day: string): string {
  const next = new Date(`${day}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.toISOString().slice(0, 10)
}

/** "Europe/London" as people read it. */
export function zoneInWords(zone: string): string {
  return zone.replaceAll('_', ' ')
}
