/** How long ago, with the exact time for whoever points at it and for programs. */
export function RelativeTime({ at, now, className }: { at: Date; now: Date; className?: string | undefined }) {
  return (
    <time dateTime={at.toISOString()} title={exact.format(at)} className={className}>
      {sayAgo(at, now)}
    </time>
  )
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** "just now", "5 min ago", "3 h ago", "yesterday", "4 days ago", "12 Nov", "12 Nov 2025". */
export function sayAgo(at: Date, now: Date): string {
  const elapsed = now.getTime() - at.getTime()
  // A clock that runs ahead of ours makes no future here; what really lies ahead is said as a date.
  if (elapsed < MINUTE && elapsed > -HOUR) return 'just now'
  if (elapsed > 0 && elapsed < HOUR) return `${Math.floor(elapsed / MINUTE)} min ago`
  if (elapsed > 0 && elapsed < DAY) return `${Math.floor(elapsed / HOUR)} h ago`
  if (elapsed > 0 && elapsed < 2 * DAY) return 'yesterday'
  if (elapsed > 0 && elapsed < 7 * DAY) return `${Math.floor(elapsed / DAY)} days ago`
  return at.getUTCFullYear() === now.getUTCFullYear() ? day.format(at) : dayOfYear.format(at)
}

const exact = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', dateStyle: 'full', timeStyle: 'long' })
const day = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short' })
const dayOfYear = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' })
