import type { SeriesPlace } from '@/lib/series/readers'

/** Above an article that is a part of a series: which one, of how many, and the ones beside it. */
export function SeriesBox({ series }: { series: SeriesPlace | null }) {
  if (series === null) return null
  const { name, path, number, total, previous, next } = series
  return (
    <nav className="series-box" aria-label="Series">
      <p>
        Part {number} of {total} · <a href={path}>{name}</a>
      </p>
      {previous === null ? null : (
        <p>
          Previous:{' '}
          <a rel="prev" href={previous.path}>
            {previous.headline}
          </a>
        </p>
      )}
      {next === null ? null : (
        <p>
          Next:{' '}
          <a rel="next" href={next.path}>
            {next.headline}
          </a>
        </p>
      )}
    </nav>
  )
}
