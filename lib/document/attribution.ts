/** Where the newsroom has words of somebody from. */
export const ORIGINS = [
  'interview',
  'statement',
  'press-conference',
  'court',
  'document',
  'post',
  'other-outlet',
  'broadcast',
] as const
export type Origin = (typeof ORIGINS)[number]

export const ORIGIN_WORDS: Record<Origin, string> = {
  interview: 'Interview',
  statement: 'Statement',
  'press-conference': 'Press conference',
  court: 'Court',
  document: 'Document',
  post: 'Post',
  'other-outlet': 'Other outlet',
  broadcast: 'Broadcast',
}

/** Word for word, or in ours. */
export const FORMS = ['direct', 'paraphrase'] as const
export type Form = (typeof FORMS)[number]

/** What the newsroom notes of somebody's words: readers never get it. */
export type Attribution = {
  /** Who says so; the empty text when nobody is named yet. */
  speaker: string
  /** The empty text until somebody says. */
  origin: Origin | ''
  /** A day such as 2026-01-31, or the empty text. */
  saidOn: string
  form: Form
}

/** The attributes of quotations that are the newsroom's alone, as they are where nobody has said anything. */
export const UNSAID = { origin: '', saidOn: '', form: 'direct' } as const

/** Reads what is noted of quoted words off a mark or a block. */
export function attributionOf(attrs: Record<string, unknown>): Attribution {
  const { speaker, origin, saidOn, form } = attrs
  return {
    speaker: String(speaker ?? '').trim(),
    origin: ORIGINS.find((known) => known === origin) ?? '',
    saidOn: isDay(saidOn) ? saidOn : '',
    form: form === 'paraphrase' ? 'paraphrase' : 'direct',
  }
}

/** A day of the calendar such as 2026-01-31. */
export function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const time = Date.parse(`${value}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === value
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** 2026-01-31 as "31 January 2026". */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${date} ${MONTHS[(month ?? 1) - 1]} ${year}`
}

/** What nobody has said yet of quoted words, in the order in which it is asked for. */
export function missingOf({ speaker, origin, saidOn }: Attribution): ('speaker' | 'origin' | 'date')[] {
  return [
    ...(speaker === '' ? (['speaker'] as const) : []),
    ...(origin === '' ? (['origin'] as const) : []),
    ...(saidOn === '' ? (['date'] as const) : []),
  ]
}
