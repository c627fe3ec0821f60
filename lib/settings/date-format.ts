/** A page names few: its language with one zone or two, in a handful of forms. */
const FORMATS_MOST = 100
const formats = new Map<string, Intl.DateTimeFormat>()

/**
 * `Intl.DateTimeFormat`, made once for each language, zone and form: to make one takes forty times as long as to print with it.
 * @throws RangeError for a language or zone that is none
 */
export function dateFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options)
  const known = formats.get(key)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat(language, options)
  if (formats.size >= FORMATS_MOST) formats.clear()
  formats.set(key, made)
  return made
}
