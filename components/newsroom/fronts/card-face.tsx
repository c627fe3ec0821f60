import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import { classes } from '@/components/ui/classes'
import { sayShort } from '../short-time'
import type { CardView } from './card-view'
import type { Shape } from './shapes'
import { Thumb } from './thumb'

const HEADLINES: Record<Shape, string> = {
  lead: 'text-2xl leading-[1.1] font-semibold tracking-tight',
  tile: 'text-base leading-tight font-semibold',
  row: 'text-[0.9375rem] leading-tight font-semibold',
  words: 'text-[0.9375rem] leading-tight font-semibold',
  line: 'text-sm leading-snug font-medium',
}

/** A small version of what readers get, in the type of the paper. */
export function CardFace({
  view,
  shape,
  zone,
  isPale = false,
  shows,
  headline,
  aside,
  children,
}: {
  view: CardView
  shape: Shape
  zone: string
  /** A rule put it there, not a person. */
  isPale?: boolean
  shows: ReadonlySet<string>
  /** The headline, where it does something. */
  headline?: ReactNode
  aside?: ReactNode
  /** Stands below: what the card says of itself. */
  children?: ReactNode
}) {
  const { kicker, trailText, picture, at, isRetracted } = view
  const showsPicture = picture !== null && shows.has('picture') && shape !== 'words' && shape !== 'line'
  const isAbove = shape === 'lead' || shape === 'tile'
  const thumb = showsPicture ? (
    <Thumb
      picture={picture}
      atLeast={shape === 'lead' ? 960 : 320}
      className={classes(
        shape === 'lead' ? 'aspect-2/1 w-full' : isAbove ? 'aspect-3/2 w-full' : 'h-14 w-21',
        isPale && 'opacity-70 saturate-50',
      )}
    />
  ) : null
  return (
    <div className={classes('flex min-w-0 gap-2.5', isAbove && 'flex-col')}>
      {isAbove ? thumb : null}
      <div className="flex min-w-0 flex-1 items-start gap-1">
        <div className="min-w-0 flex-1">
          {kicker !== '' && shows.has('kicker') ? (
            <p className={classes('truncate font-semibold text-2xs', isPale ? 'text-ink-faint' : 'text-accent-ink')}>
              {kicker}
            </p>
          ) : null}
          <p className={classes('wrap-anywhere text-pretty font-serif', HEADLINES[shape], isPale && 'text-ink-faint')}>
            {headline ?? view.headline}
          </p>
          {trailText !== '' && shows.has('trailText') && shape !== 'words' ? (
            <p
              className={classes(
                'mt-1 font-serif text-sm leading-snug',
                shape === 'lead' ? 'line-clamp-3' : 'line-clamp-2',
                isPale ? 'text-ink-faint' : 'text-ink-soft',
              )}
            >
              {trailText}
            </p>
          ) : null}
          <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-0.5 text-2xs text-ink-faint">
            {isRetracted ? <Badge tone="danger">Retracted</Badge> : null}
            {at === null ? null : <time dateTime={at}>{sayShort(at, zone)}</time>}
            {isPale ? <span>by rule</span> : null}
          </p>
          {children}
        </div>
        {aside}
      </div>
      {isAbove ? null : thumb}
    </div>
  )
}
