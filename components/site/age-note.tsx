import { said } from '@/components/document/said'
import { ageOf } from '@/lib/articles/age'
import { now } from '@/lib/clock'
import { endsAt } from '@/lib/reader-cache/record'
import { type PaperTime, printDate } from '@/lib/settings/paper-time'
import { wordsFor } from '@/lib/site-words/words-for'

type Dated = { publishedAt: Date; updatedAt: Date | null }

/** What somebody should know before they share a story as if it were of today: it is more than a year old. */
export function AgeNote({ article, time }: { article: Dated; time: PaperTime }) {
  const { years, turnsAt } = ageOf(article, now(), time.timeZone)
  endsAt(turnsAt)
  if (years === 0) return null
  const words = wordsFor(time.language).article.age
  const at = article.updatedAt ?? article.publishedAt
  const date = <time dateTime={at.toISOString()}>{printDate(at, time)}</time>
  return (
    <p className="age-note">
      <strong>{words.old(years)}</strong>{' '}
      {said(article.updatedAt === null ? words.published(date) : words.updated(date))}
    </p>
  )
}
