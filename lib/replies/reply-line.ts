import { dateFormat } from '../settings/date-format'
import type { PaperTime } from '../settings/paper-time'
import { replies as arabic } from '../site-words/ar/replies'
import { replies as english } from '../site-words/en/replies'
import { type SiteLanguage, siteLanguageOf, spokenIn } from '../site-words/site-languages'
import type { ReplyAnswer } from './reply-words'

/** These few alone: the editor prints the sentence, too. */
const WORDS: Record<SiteLanguage, typeof english> = { en: english, ar: arabic }

type Asked = { name: string; deadline: Date; answer: ReplyAnswer }

/**
 * The sentence that readers are owed where somebody was asked and said nothing: "Ines Moor did not respond to a request for comment by
 * 14:00 on 28 November." The time is that of the paper's zone, with the year where it is not the present one. Null while there is
 * still time, and where there is an answer to quote.
 */
export function replyLine({ name, deadline, answer }: Asked, at: Date, paper: PaperTime): string | null {
  const words = WORDS[siteLanguageOf(paper.language)]
  const who = capital(name.trim())
  if (answer === 'DECLINED') return words.declined(who)
  if (answer === 'ANSWERED' || deadline > at) return null
  const { clock, day } = clockAndDay(deadline, at, { ...paper, language: spokenIn(paper.language) })
  return words.silent(who, clock, day)
}

/** "14:00 on 28 November" in the paper's zone, for the newsroom. Midnight is 00:00 of the day that it begins. */
export function timeInWords(time: Date, at: Date, { language, timeZone }: PaperTime): string {
  const english = /^en\b/i.test(language) ? language : 'en-GB'
  const { clock, day } = clockAndDay(time, at, { language: english, timeZone })
  return `${clock} on ${day}`
}

function clockAndDay(time: Date, at: Date, { language, timeZone }: PaperTime): { clock: string; day: string } {
  const clock = dateFormat(language, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const year = dateFormat('en-GB', { timeZone, year: 'numeric' })
  const day = dateFormat(language, {
    timeZone,
    day: 'numeric',
    month: 'long',
    ...(year.format(time) === year.format(at) ? {} : { year: 'numeric' }),
  })
  return { clock: clock.format(time), day: day.format(time) }
}

function capital(name: string): string {
  const [first = '', ...rest] = name
  return first.toUpperCase() + rest.join('')
}
