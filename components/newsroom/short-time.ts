const formats = new Map<string, Intl.DateTimeFormat>()

/** "28 Nov, 06:00". Formats are dear to make, and a board has hundreds of cards. */
export function sayShort(iso: string, timeZone: string): string {
  let format = formats.get(timeZone)
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
    })
    formats.set(timeZone, format)
  }
  return format.format(new Date(iso))
}
