import { STATE_WORDS } from '@/components/newsroom/state-words'
import { Badge } from '@/components/ui/badge'
import type { LinkTarget } from '../api/articles'
import { pictureSource } from '../api/pictures'

/** Section, state and date of an article, in the small print under its headline. */
export function TargetLine({ target }: { target: LinkTarget }) {
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-ink-faint text-xs">
      {target.isPublic ? null : <Badge tone="warn">Not public yet</Badge>}
      <span>{STATE_WORDS[target.state].name}</span>
      <span aria-hidden="true">·</span>
      <span>{target.sectionName ?? 'No section'}</span>
      <span aria-hidden="true">·</span>
      <time dateTime={target.date}>{dayOf(target.date)}</time>
    </span>
  )
}

/** The main image, small. It says nothing that the headline does not. */
export function TargetPicture({ target }: { target: LinkTarget }) {
  const width = target.picture?.widths.toSorted((a, b) => a - b)[0]
  if (target.picture === null || width === undefined) return null
  return (
    <img
      src={pictureSource(target.picture.id, width)}
      alt=""
      loading="lazy"
      className="h-10 w-15 shrink-0 rounded-sm bg-sunken object-cover"
    />
  )
}

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })

function dayOf(instant: string): string {
  return DAY.format(new Date(instant))
}

/** An article without a headline still needs a name. */
export function headlineOf(target: LinkTarget): string {
  return target.headline.trim() || 'Without a headline'
}
