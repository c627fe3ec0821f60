'use client'

import { CircleCheck, Scissors, WrapText } from 'lucide-react'
import type { ReactNode } from 'react'
import { classes } from '@/components/ui/classes'
import { fitWords } from './fit-words'
import type { Surface } from './surfaces'
import { useMeasure } from './use-measure.client'

/**
 * Says whether words fit where they will be read: a bar, a sign and a sentence, and when they do not, what will be seen of
 * them. `wraps` is for surfaces of our own, which go on below instead of cutting.
 */
export function LengthMeter({
  words,
  surface,
  place,
  wraps = false,
}: {
  words: string
  surface: Surface
  /** "in search results": where it is measured. */
  place: string
  wraps?: boolean
}) {
  const measure = useMeasure(surface)
  if (words.trim() === '') return null
  const { isWhole, lines, seen, share } = fitWords(words, surface, measure)
  return (
    <span className="flex flex-col gap-1">
      <Bar share={share} isWhole={isWhole} />
      {isWhole ? (
        <Verdict icon={<CircleCheck />}>
          {surface.lines === 1 ? `Fits ${place}` : `Fits ${place}: ${lines === 1 ? '1 line' : `${lines} lines`}`}
        </Verdict>
      ) : (
        <>
          <Verdict icon={wraps ? <WrapText /> : <Scissors />} isTooLong>
            {wraps ? `${lines} lines ${place}: long after` : `Cut off ${place} after`} “{lastWords(seen)}”
          </Verdict>
          <span className="wrap-anywhere rounded-md border border-line bg-raised px-2.5 py-1.5 text-ink text-sm leading-5">
            <span className="sr-only">Seen: </span>
            {seen}
            {wraps ? <span className="text-ink-faint">{words.trim().slice(seen.length)}</span> : '…'}
          </span>
        </>
      )}
    </span>
  )
}

function Bar({ share, isWhole }: { share: number; isWhole: boolean }) {
  return (
    <span aria-hidden="true" className="block h-1 overflow-hidden rounded-full bg-pressed">
      <span
        className={classes('block h-full rounded-full', isWhole ? 'bg-accent' : 'bg-warn')}
        style={{ width: `${Math.min(100, Math.round(share * 100))}%` }}
      />
    </span>
  )
}

function Verdict({ icon, isTooLong = false, children }: { icon: ReactNode; isTooLong?: boolean; children: ReactNode }) {
  return (
    <span
      className={classes(
        'flex items-start gap-1.5 [&_svg]:mt-0.5 [&_svg]:size-3.5 [&_svg]:shrink-0',
        isTooLong ? 'text-warn-ink' : 'text-ink-faint',
      )}
    >
      <span aria-hidden="true">{icon}</span>
      <span className="min-w-0">{children}</span>
    </span>
  )
}

/** Enough of the end to find the place by. */
function lastWords(seen: string): string {
  return seen.split(' ').slice(-3).join(' ')
}
