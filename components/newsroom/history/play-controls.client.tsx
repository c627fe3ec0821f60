'use client'

import { Pause, Play, SkipBack, SkipForward } from 'lucide-react'
import { Avatar } from '@/components/ui/avatar'
import { IconButton } from '@/components/ui/icon-button.client'
import type { ToldMoment } from './moments'
import type { Stops } from './stops'
import { SPEEDS, type usePlay } from './use-play.client'

/** The slider over all steps, and what had just happened where it stands. Arrows go step by step, Home and End to the ends. */
export function PlayControls({
  play,
  stops,
  moments,
  timeZone,
}: {
  play: ReturnType<typeof usePlay>
  stops: Stops
  moments: readonly ToldMoment[]
  timeZone: string
}) {
  const { index, moment, isPlaying } = play
  const version = stops.versionAt(index)
  const marks = moments
    .filter(({ isMilestone, version }) => isMilestone || version === 0)
    .map((each) => ({ ...each, index: stops.indexOf(each.version) }))
  const earlier = marks.findLast((mark) => mark.index < index)
  const later = marks.find((mark) => mark.index > index)
  const here = moments.findLast((each) => each.version === version)
  const words = moment?.by
    ? `${moment.by.name} ${moment.by.did}, ${timeOf(moment.by.at, timeZone)}`
    : here
      ? `${here.title}, ${here.when}`
      : 'Reading…'

  return (
    <section
      aria-label="Play controls"
      className="sticky bottom-0 border-line border-t bg-ground/95 px-4 pt-2 pb-[max(0.75rem,env(safe-area-inset-bottom))] backdrop-blur md:px-8"
    >
      <div className="mx-auto max-w-3xl">
        <div className="relative">
          <div aria-hidden="true" className="pointer-events-none absolute inset-x-2 top-0 h-2">
            {marks.map((mark) => (
              <span
                key={mark.id}
                title={mark.title}
                className="absolute top-0 h-2 w-0.5 rounded-full bg-accent/70"
                style={{ left: `${stops.count > 1 ? (100 * mark.index) / (stops.count - 1) : 0}%` }}
              />
            ))}
          </div>
          <input
            type="range"
            aria-label="Point in the history"
            aria-valuetext={`${index + 1} of ${stops.count}: ${words}`}
            min={0}
            max={stops.count - 1}
            value={index}
            onChange={(event) => play.goTo(Number(event.currentTarget.value))}
            className="history-slider mt-1"
          />
        </div>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <div className="flex items-center">
            <IconButton
              label={earlier ? `Back to: ${earlier.title}` : 'No earlier milestone'}
              disabled={earlier === undefined}
              icon={<SkipBack aria-hidden="true" className="size-4" />}
              side="top"
              onClick={() => earlier && play.goTo(earlier.index)}
            />
            <IconButton
              label={isPlaying ? 'Pause' : 'Play'}
              icon={
                isPlaying ? (
                  <Pause aria-hidden="true" className="size-4.5" />
                ) : (
                  <Play aria-hidden="true" className="size-4.5" />
                )
              }
              side="top"
              className="bg-accent-wash text-accent-ink"
              onClick={play.toggle}
            />
            <IconButton
              label={later ? `On to: ${later.title}` : 'No later milestone'}
              disabled={later === undefined}
              icon={<SkipForward aria-hidden="true" className="size-4" />}
              side="top"
              onClick={() => later && play.goTo(later.index)}
            />
          </div>
          <fieldset className="flex rounded-md bg-sunken p-0.5">
            <legend className="sr-only">Speed</legend>
            {SPEEDS.map(({ label }, speed) => (
              <button
                key={label}
                type="button"
                aria-pressed={play.speed === speed}
                onClick={() => play.setSpeed(speed)}
                className="h-7 rounded-[0.3125rem] px-2 font-medium text-ink-soft text-xs tabular hover:text-ink aria-pressed:bg-raised aria-pressed:text-ink aria-pressed:shadow-rest touch:h-10 touch:px-3"
              >
                {label}
              </button>
            ))}
          </fieldset>
          <p className="flex min-w-0 flex-1 basis-56 items-center gap-2 text-sm">
            {moment?.by ? (
              <>
                <span
                  aria-hidden="true"
                  data-tint={moment.by.tint}
                  className="history-tint size-2.5 shrink-0 rounded-full"
                />
                <Avatar name={moment.by.name} size="small" />
                <span className="min-w-0 flex-1 truncate">
                  <span className="font-medium">{moment.by.name}</span>{' '}
                  <span className="text-ink-soft">{moment.by.did}</span>
                </span>
                <time className="shrink-0 text-ink-faint text-xs">{timeOf(moment.by.at, timeZone)}</time>
              </>
            ) : (
              <span className="min-w-0 flex-1 truncate text-ink-soft">{words}</span>
            )}
          </p>
          <span className="text-ink-faint text-xs tabular">
            {index + 1} / {stops.count}
          </span>
        </div>
      </div>
    </section>
  )
}

/** "22 Nov, 14:02:31": steps are seconds apart. */
function timeOf(at: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).format(new Date(at))
}
