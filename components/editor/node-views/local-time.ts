/**
 * Between an instant as it is stored (ISO 8601, UTC) and the text of a `datetime-local` field, which is in the zone of
 * whoever looks at it. Minutes are as fine as it gets.
 */
export function localOf(instant: string): string {
  const date = new Date(instant)
  if (instant === '' || Number.isNaN(date.getTime())) return ''
  const two = (number: number) => String(number).padStart(2, '0')
  const day = `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`
}

/** The instant for what a `datetime-local` field holds, the empty text for nothing, or null for half a date. */
export function instantOf(local: string): string | null {
  if (local === '') return ''
  if (!/^\d{4,}-\d\d-\d\dT\d\d:\d\d/.test(local)) return null
  const date = new Date(local)
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}
