import { now } from '@/lib/clock'
import type { BreakingBanner } from '../api/breaking'
import { sayTime } from '../workflow/say-time'
import { sentWords } from './sent-words'

/** The banners that this article had, whom each alerted, and what readers were told when it was killed. */
export function PastAlerts({ past, zone }: { past: readonly BreakingBanner[]; zone: string }) {
  if (past.length === 0) return null
  return (
    <ol aria-label="Earlier banners and alerts" className="mt-4 space-y-3 border-line border-l-2 pl-3 text-sm">
      {past.map((each) => (
        <li key={each.id}>
          <p className="break-words font-medium">“{each.text}”</p>
          <p className="text-ink-faint">{each.kind === 'BREAKING' ? endWords(each, zone) : noticeWords(each, zone)}</p>
          {each.sent === null && each.kind === 'WITHDRAWAL' ? null : (
            <p className="text-ink-faint">{each.sent === null ? 'Nobody was alerted.' : sentWords(each.sent)}</p>
          )}
        </li>
      ))}
    </ol>
  )
}

function endWords({ by, startedAt, until, endedAt }: BreakingBanner, zone: string): string {
  const end = endedAt === null ? 'Ended by itself' : 'Ended early,'
  return `${by}, ${sayTime(startedAt, zone, now())}. ${end} ${sayTime(endedAt ?? until, zone, now())}.`
}

function noticeWords({ by, startedAt, sent }: BreakingBanner, zone: string): string {
  const what = sent === null ? 'Notice to readers, not sent' : 'Notice to readers who had the alert'
  return `${what}: ${by}, ${sayTime(startedAt, zone, now())}.`
}
