const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hour12: false })
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' })

/** "14:02" for today, "12 Nov, 14:02" before; local time. */
export function sayWhen(instant: string, now: Date): string {
  const at = new Date(instant)
  const isToday = at.toDateString() === now.toDateString()
  return isToday ? TIME.format(at) : `${DAY.format(at)}, ${TIME.format(at)}`
}
