import { ageOf } from '@/lib/articles/age'
import { now } from '@/lib/clock'
import { endsAt } from '@/lib/reader-cache/record'
import { type PaperTime, printDate } from '@/lib/settings/paper-time'

type Dated = { publishedAt: Date; updatedAt: Date | null }

/** What somebody should know before they share a story as if it were of today: it is more than a year old. */
export function AgeNote({ article, time }: { article: Dated; time: PaperTime }) {
  const { years, turnsAt } = ageOf(article, now(), time.timeZone)
  endsAt(turnsAt)
  if (years === 0) return null
  const said = article.updatedAt ?? article.publishedAt
  return (
    <p className="age-note">
      <strong>This story is more than {years === 1 ? 'a year' : `${years} years`} old.</strong>{' '}
      {article.updatedAt === null ? 'It was published' : 'It was last updated'} on{' '}
      <time dateTime={said.toISOString()}>{printDate(said, time)}</time>.
    </p>
  )
}
