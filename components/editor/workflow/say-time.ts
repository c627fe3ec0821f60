/** "Friday 28 November, 06:00 GMT" in a zone; with the year where it is not this one. */
export function sayTime(iso: string, zone: string, now: Date): string {
  const at = new Date(iso)
  const isThisYear = at.getUTCFullYear() === now.getUTCFullYear()
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(isThisYear ? {} : { year: 'numeric' }),
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  })
  return format.format(at)
}

/** The same in UTC and short, to stand beside it: "06:00 UTC"; empty where the zone is UTC. */
export function sayUtc(iso: string, zone: string): string {
  if (zone === 'UTC') return ''
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', hour: '2-digit', minute: '2-digit' })
  return `${format.format(new Date(iso))} UTC`
}
