import { now } from '@/lib/clock'
import type { BreakingBanner } from '../api/breaking'
import { sayTime } from '../workflow/say-time'
import { sentWords } from './sent-words'

/** The banners that this article had. */
export function PastAlerts({ past, zone }: { past: readonly BreakingBanner[]; zone: string }) {
  if (past.length === 0) return null
  return (
    <ol aria-label="Earlier banners" className="mt-4 space-y-3 border-line border-l-2 pl-3 text-sm">
      {past.map(({ id, text, by, startedAt, until, endedAt, sent }) => (
        <li key={id}>
          <p className="break-words font-medium">“{text}”</p>
          <p className="text-ink-faint">
            {by}, {sayTime(startedAt, zone, now())}. {endedAt === null ? 'Ended by itself ' : 'Ended early, '}
            {sayTime(endedAt ?? until, zone, now())}.
          </p>
          <p className="text-ink-faint">{sent === null ? 'Nobody was alerted.' : sentWords(sent)}</p>
        </li>
      ))}
    </ol>
  )
}
