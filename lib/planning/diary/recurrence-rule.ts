import { refusal } from '../../shelves/refusal'

/** The parts of an RFC 5545 rule that the diary knows: days and longer. No rule of these gives more than one occurrence a day. */
const PARTS = {
  FREQ: { shape: /^(DAILY|WEEKLY|MONTHLY|YEARLY)$/, wrong: 'FREQ is DAILY, WEEKLY, MONTHLY or YEARLY.' },
  INTERVAL: { shape: /^([1-9]|[1-9]\d)$/, wrong: 'INTERVAL is a number from 1 to 99.' },
  COUNT: { shape: /^([1-9]|[1-9]\d|[1-3]\d\d|400)$/, wrong: 'COUNT is a number from 1 to 400.' },
  UNTIL: { shape: /^\d{8}(T\d{6}Z)?$/, wrong: 'UNTIL is a day, as 20270331, or an instant, as 20270331T225959Z.' },
  BYDAY: {
    shape: list(/([+-]?([1-9]|[1-4]\d|5[0-3]))?(MO|TU|WE|TH|FR|SA|SU)/),
    wrong: 'BYDAY is a list of MO, TU, WE, TH, FR, SA, SU; -1FR is the last Friday.',
  },
  BYMONTHDAY: {
    shape: list(/[+-]?([1-9]|[12]\d|3[01])/),
    wrong: 'BYMONTHDAY is a list of days from 1 to 31; -1 is the last.',
  },
  BYMONTH: { shape: list(/([1-9]|1[0-2])/), wrong: 'BYMONTH is a list of months from 1 to 12.' },
  BYSETPOS: {
    shape: list(/[+-]?([1-9]|[12]\d|3[01])/),
    wrong: 'BYSETPOS is a list of numbers from 1 to 31; -1 is the last.',
  },
  WKST: { shape: /^(MO|TU|WE|TH|FR|SA|SU)$/, wrong: 'WKST is one of MO, TU, WE, TH, FR, SA, SU.' },
} as const
export type RulePart = keyof typeof PARTS

export const RULE_MOST = 300

/**
 * Reads a rule as people type or paste it: "RRULE:FREQ=WEEKLY;BYDAY=TU".
 * @throws Invalid with a sentence that says what is wrong
 */
export function parseRule(typed: string): Map<RulePart, string> {
  const text = typed
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '')
    .replace(/;$/, '')
  if (text.length > RULE_MOST) throw wrong(`A rule has at most ${RULE_MOST} characters.`)
  const parts = new Map<RulePart, string>()
  for (const piece of text.split(';')) {
    const [name = '', value = '', ...more] = piece.split('=').map((each) => each.trim())
    if (!isPart(name)) throw wrong(`“${piece.slice(0, 40)}” is not a part of a rule that the diary knows.`)
    if (parts.has(name)) throw wrong(`${name} stands twice in the rule.`)
    if (more.length > 0 || !PARTS[name].shape.test(value)) throw wrong(PARTS[name].wrong)
    parts.set(name, value)
  }
  if (!parts.has('FREQ')) throw wrong(PARTS.FREQ.wrong)
  if (parts.has('COUNT') && parts.has('UNTIL')) throw wrong('A rule ends by COUNT or by UNTIL, not by both.')
  return parts
}

/** The rule in one way of writing, as it is stored. */
export function writeRule(parts: ReadonlyMap<RulePart, string>): string {
  const names = Object.keys(PARTS) as RulePart[]
  return names.flatMap((name) => (parts.has(name) ? [`${name}=${parts.get(name)}`] : [])).join(';')
}

export function wrong(message: string) {
  return refusal('recurrence', 'recurrence', message)
}

function isPart(name: string): name is RulePart {
  return Object.hasOwn(PARTS, name)
}

function list(one: RegExp): RegExp {
  return new RegExp(`^${one.source}(,${one.source}){0,30}$`)
}
