import { ArrowLeft, ArrowRight } from 'lucide-react'
import { ButtonLink } from './button-link'

/**
 * Steps through a list that is paged by cursor. Such a list knows what comes next and where it begins; the way back is
 * the browser's.
 */
export function Pagination({
  firstHref,
  nextHref,
  firstLabel = 'Back to the first page',
  nextLabel = 'Next page',
}: {
  /** Null on the first page. */
  firstHref: string | null
  /** Null on the last page. */
  nextHref: string | null
  firstLabel?: string | undefined
  nextLabel?: string | undefined
}) {
  if (firstHref === null && nextHref === null) return null
  return (
    <nav aria-label="Pages" className="mt-6 flex flex-wrap items-center justify-between gap-3">
      {firstHref === null ? (
        <span />
      ) : (
        <ButtonLink href={firstHref} variant="quiet" icon={<ArrowLeft aria-hidden="true" className="size-4" />}>
          {firstLabel}
        </ButtonLink>
      )}
      {nextHref === null ? null : (
        <ButtonLink href={nextHref} rel="next">
          {nextLabel}
          <ArrowRight aria-hidden="true" className="size-4" />
        </ButtonLink>
      )}
    </nav>
  )
}
