import { said } from '@/components/document/said'
import type { SeriesPlace } from '@/lib/series/readers'
import type { SiteWords } from '@/lib/site-words/en'

/** Above an article that is a part of a series: which one, of how many, and the ones beside it. */
export function SeriesBox({ series, words }: { series: SeriesPlace | null; words: SiteWords }) {
  if (series === null) return null
  const { series: say } = words.article
  const { name, path, number, total, previous, next } = series
  return (
    <nav className="series-box" aria-label={say.name}>
      <p>{said(say.place(number, total, <a href={path}>{name}</a>))}</p>
      {previous === null ? null : (
        <p>
          {said(
            say.previous(
              <a rel="prev" href={previous.path}>
                {previous.headline}
              </a>,
            ),
          )}
        </p>
      )}
      {next === null ? null : (
        <p>
          {said(
            say.next(
              <a rel="next" href={next.path}>
                {next.headline}
              </a>,
            ),
          )}
        </p>
      )}
    </nav>
  )
}
