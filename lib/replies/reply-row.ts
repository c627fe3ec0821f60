import { Invalid } from '../errors'
import { readZonedTime } from '../schedule/zoned-time'
import type { ReplyFields } from './reply-input'

export type ReplyRow = Pick<ReplyFields, 'contact' | 'question' | 'way' | 'answer' | 'answerText'> & {
  askedAt: Date
  deadline: Date
  answeredAt: Date | null
}

/** A clock may be this far ahead of ours before "now" is the future. */
const AHEAD_MILLISECONDS = 60_000

/**
 * The columns of an entry, as a form gives them. A time that clocks show twice is the later one for a deadline and the earlier one
 * else: whoever was asked has the longer time.
 * @param knownAnsweredAt when this answer is known to have come, for a form that does not say; without it, now
 * @throws Invalid with the field that cannot be
 */
export function replyRow(
  { zone, ...fields }: Omit<ReplyFields, 'party'>,
  at: Date,
  knownAnsweredAt?: Date | null,
): ReplyRow {
  const { contact, question, way, answer, answerText } = fields
  const askedAt = instantOf('askedAt', fields.askedAt, zone, 'earlier')
  const deadline = instantOf('deadline', fields.deadline, zone, 'later')
  const latest = new Date(at.getTime() + AHEAD_MILLISECONDS)
  if (askedAt > latest) throw invalid('askedAt', 'This is still to come. Give the time at which they were asked.')
  if (deadline <= askedAt)
    throw invalid('deadline', 'The deadline has to come after the time at which they were asked.')
  const row = { contact, question, way, askedAt, deadline }
  if (answer === 'NONE') return { ...row, answer, answerText: '', answeredAt: null }
  if (answer === 'ANSWERED' && answerText === '') throw invalid('answerText', 'Put down what they answered.')
  const answeredAt =
    fields.answeredAt === null
      ? (knownAnsweredAt ?? wholeMinute(at))
      : instantOf('answeredAt', fields.answeredAt, zone, 'earlier')
  if (answeredAt > latest) throw invalid('answeredAt', 'This is still to come. Give the time at which they answered.')
  if (answeredAt < askedAt) throw invalid('answeredAt', 'They cannot have answered before they were asked.')
  return { ...row, answer, answerText, answeredAt }
}

/** Forms show no seconds: what is not changed there stays as it was. */
function wholeMinute(at: Date): Date {
  return new Date(Math.floor(at.getTime() / 60_000) * 60_000)
}

function instantOf(field: string, local: string, zone: string, which: 'earlier' | 'later'): Date {
  const time = readZonedTime(local, zone)
  if (time === null) throw invalid(field, 'Give a day and a time.')
  return time.kind === 'once' ? time.at : time[which]
}

function invalid(field: string, message: string): Invalid {
  return new Invalid(message, [{ field, code: 'reply', message, severity: 'blocking' }])
}
