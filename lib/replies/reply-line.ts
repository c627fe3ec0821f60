import type { PaperTime } from '../settings/paper-time'
import type { ReplyAnswer } from './reply-words'

type Asked = { name: string; deadline: Date; answer: ReplyAnswer }

/**
 * The sentence that readers are owed where somebody was asked and said nothing: "Ines Moor did not respond to a request for comment by
 * 14:00 on 28 November." The time is that of the paper's zone, with the year where it is not the present one. Null while there is
 * still time, and where there is an answer to quote.
 */
export function replyLine({ name, deadline, answer }: Asked, at: Date, paper: PaperTime): string | null {
  const who = capital(name.trim())
  if (answer === 'DECLINED') return `${who} declined to comment.`
  if (answer === 'ANSWERED' || deadline > at) return null
  return `${who} did not respond to a request for comment by ${timeInWords(deadline, at, paper)}.`
}

/** "14:00 on 28 November" in the paper's zone. Midnight is 00:00 of the day that it begins. */
export function timeInWords(time: Date, at: Date, { language, timeZone }: PaperTime): string {
  // The sentence is English, whatever the paper is written in.
  const english = /^en\b/i.test(language) ? language : 'en-GB'
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const year = new Intl.DateTimeFormat('en-GB', { timeZone, year: 'numeric' })
  const day = new Intl.DateTimeFormat(english, {
    timeZone,
    day: 'numeric',
    month: 'long',
    ...(year.format(time) === year.format(at) ? {} : { year: 'numeric' }),
  })
  return `${clock.format(time)} on ${day.format(time)}`
}

function capital(name: string): string {
  const [first = '', ...rest] = name
  return first.toUpperCase() + rest.join('')
}
