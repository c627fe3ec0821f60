/** A time zone as a list offers it. */
export type TimeZoneItem = { id: string; label: string; detail: string }

/** Every zone that this machine knows, and the one that is set, under the names that people look for. */
export function listTimeZones(current: string): TimeZoneItem[] {
  const ids = new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), current])
  return [...ids].sort().map(timeZoneItem)
}

/** "America/New York", and in small print "Eastern Time". */
function timeZoneItem(id: string): TimeZoneItem {
  const parts = new Intl.DateTimeFormat('en', { timeZone: id, timeZoneName: 'longGeneric' }).formatToParts()
  return {
    id,
    label: id.replaceAll('_', ' '),
    detail: parts.find(({ type }) => type === 'timeZoneName')?.value ?? '',
  }
}
