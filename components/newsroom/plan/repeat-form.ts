const WEEKDAYS = { MO: 'Mon', TU: 'Tue', WE: 'Wed', TH: 'Thu', FR: 'Fri', SA: 'Sat', SU: 'Sun' } as const
export type Weekday = keyof typeof WEEKDAYS
export const WEEKDAY_NAMES = Object.entries(WEEKDAYS) as [Weekday, string][]

export const FREQUENCIES = {
  DAILY: { name: 'Every day', unit: 'days' },
  WEEKLY: { name: 'Every week', unit: 'weeks' },
  MONTHLY: { name: 'Every month', unit: 'months' },
  YEARLY: { name: 'Every year', unit: 'years' },
} as const
export type Frequency = keyof typeof FREQUENCIES

/** A rule as the form in words shows it. */
export type Repeat = {
  frequency: Frequency
  /** Every so many days, weeks, months or years. */
  interval: string
  days: Weekday[]
  end: 'never' | 'until' | 'count'
  /** "2027-03-31" */
  until: string
  count: string
}

/** What the form shows for a rule; null where the rule says more than the form can. The server reads rules, this only shows them. */
export function repeatOf(rule: string): Repeat | null {
  const parts = new Map(
    rule
      .trim()
      .toUpperCase()
      .replace(/^RRULE:/, '')
      .split(';')
      .map((part) => part.split('=') as [string, string | undefined]),
  )
  const frequency = parts.get('FREQ') ?? ''
  const until = /^(\d{4})(\d\d)(\d\d)$/.exec(parts.get('UNTIL') ?? '')
  const days = (parts.get('BYDAY') ?? '').split(',').filter((day) => day !== '')
  const isKnown =
    Object.hasOwn(FREQUENCIES, frequency) &&
    [...parts.keys()].every((name) => ['FREQ', 'INTERVAL', 'BYDAY', 'UNTIL', 'COUNT'].includes(name)) &&
    (!parts.has('UNTIL') || until !== null) &&
    days.every((day) => Object.hasOwn(WEEKDAYS, day)) &&
    (days.length === 0 || frequency === 'WEEKLY')
  if (!isKnown) return null
  return {
    frequency: frequency as Frequency,
    interval: parts.get('INTERVAL') ?? '1',
    days: days as Weekday[],
    end: until !== null ? 'until' : parts.has('COUNT') ? 'count' : 'never',
    until: until === null ? '' : `${until[1]}-${until[2]}-${until[3]}`,
    count: parts.get('COUNT') ?? '10',
  }
}

/** The rule that the form means. */
export function ruleOf({ frequency, interval, days, end, until, count }: Repeat): string {
  return [
    `FREQ=${frequency}`,
    interval === '1' ? '' : `INTERVAL=${interval}`,
    frequency === 'WEEKLY' && days.length > 0 ? `BYDAY=${days.join(',')}` : '',
    end === 'until' ? `UNTIL=${until.replaceAll('-', '')}` : '',
    end === 'count' ? `COUNT=${count}` : '',
  ]
    .filter(Boolean)
    .join(';')
}
