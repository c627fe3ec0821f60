import { describe, expect, test } from 'vitest'
import { checkRule, occurrencesBetween, ruleInWords } from '@/lib/planning/diary/occurrences'
import { readZonedTime } from '@/lib/schedule/zoned-time'

const LONDON = 'Europe/London'

function at(local: string, zone = LONDON): Date {
  const time = readZonedTime(local, zone)
  if (time?.kind !== 'once') throw new Error(`${local} is not one time in ${zone}`)
  return time.at
}

function starts(recurrence: string, start: string, from: string, to: string, zone = LONDON): string[] {
  const local = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
  const event = { startsAt: at(start, zone), zone, recurrence }
  return occurrencesBetween(event, new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`)).map((each) =>
    local.format(each),
  )
}

const check = (rule: string, start = '2026-11-24T10:00') => checkRule(rule, { startsAt: at(start), zone: LONDON })

describe('A diary event comes again', () => {
  test.each([
    ['FREQ=DAILY', ['2026-11-24 10:00', '2026-11-25 10:00', '2026-11-26 10:00', '2026-11-27 10:00']],
    ['FREQ=DAILY;INTERVAL=2', ['2026-11-24 10:00', '2026-11-26 10:00']],
    ['FREQ=DAILY;COUNT=2', ['2026-11-24 10:00', '2026-11-25 10:00']],
    ['FREQ=DAILY;UNTIL=20261125', ['2026-11-24 10:00', '2026-11-25 10:00']],
    ['FREQ=DAILY;UNTIL=20261125T095959Z', ['2026-11-24 10:00']],
    ['FREQ=WEEKLY;BYDAY=WE,FR', ['2026-11-25 10:00', '2026-11-27 10:00']],
    ['FREQ=MONTHLY;BYMONTHDAY=25', ['2026-11-25 10:00']],
    ['FREQ=MONTHLY;BYDAY=-1FR', ['2026-11-27 10:00']],
    ['FREQ=YEARLY;BYMONTH=11;BYDAY=4TH', ['2026-11-26 10:00']],
  ])('%s', (rule, expected) => {
    expect(starts(rule, '2026-11-24T10:00', '2026-11-20', '2026-11-28')).toEqual(expected)
  })

  test('at ten o’clock, before and after clocks go forward and back', () => {
    expect(starts('FREQ=WEEKLY', '2026-03-24T10:00', '2026-03-23', '2026-04-01')).toEqual([
      '2026-03-24 10:00',
      '2026-03-31 10:00',
    ])
    expect(starts('FREQ=WEEKLY', '2026-10-20T10:00', '2026-10-19', '2026-10-28')).toEqual([
      '2026-10-20 10:00',
      '2026-10-27 10:00',
    ])
    const [before, after] = occurrencesBetween(
      { startsAt: at('2026-03-24T10:00'), zone: LONDON, recurrence: 'FREQ=WEEKLY' },
      new Date('2026-03-23T00:00:00Z'),
      new Date('2026-04-01T00:00:00Z'),
    )
    expect(before?.toISOString()).toBe('2026-03-24T10:00:00.000Z')
    expect(after?.toISOString()).toBe('2026-03-31T09:00:00.000Z')
  })

  test('an hour later on the night that clocks go forward over it, and once on the night that shows it twice', () => {
    expect(starts('FREQ=DAILY', '2026-03-28T01:30', '2026-03-28', '2026-03-31')).toEqual([
      '2026-03-28 01:30',
      '2026-03-29 02:30',
      '2026-03-30 01:30',
    ])
    const october = occurrencesBetween(
      { startsAt: at('2026-10-24T01:30'), zone: LONDON, recurrence: 'FREQ=DAILY' },
      new Date('2026-10-24T12:00:00Z'),
      new Date('2026-10-26T12:00:00Z'),
    )
    expect(october.map((each) => each.toISOString())).toEqual(['2026-10-25T00:30:00.000Z', '2026-10-26T01:30:00.000Z'])
  })

  test('on its own day far east and far west of Greenwich', () => {
    const rule = 'FREQ=WEEKLY;BYDAY=TU'
    expect(starts(rule, '2026-11-24T08:00', '2026-11-23', '2026-12-02', 'Pacific/Auckland')).toEqual([
      '2026-11-24 08:00',
      '2026-12-01 08:00',
    ])
    expect(starts(rule, '2026-11-24T22:00', '2026-11-24', '2026-12-03', 'America/Los_Angeles')).toEqual([
      '2026-11-24 22:00',
      '2026-12-01 22:00',
    ])
  })

  test('in leap years alone, and at no end of a month that a month does not have', () => {
    expect(check('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29')).toBe('FREQ=YEARLY;BYMONTHDAY=29;BYMONTH=2')
    expect(starts('FREQ=MONTHLY', '2026-12-31T10:00', '2026-12-01', '2027-04-10')).toEqual([
      '2026-12-31 10:00',
      '2027-01-31 10:00',
      '2027-03-31 10:00',
    ])
  })

  test('once where it has no rule', () => {
    expect(starts('', '2026-11-24T10:00', '2026-11-24', '2026-11-25')).toEqual(['2026-11-24 10:00'])
    expect(starts('', '2026-11-24T10:00', '2026-11-25', '2026-11-26')).toEqual([])
  })
})

describe('A rule', () => {
  test('is stored in one way of writing', () => {
    expect(check(' rrule:byday=tu;freq=weekly; ')).toBe('FREQ=WEEKLY;BYDAY=TU')
    expect(check('  ')).toBe('')
  })

  test.each([
    ['every week', '“EVERY WEEK” is not a part of a rule'],
    ['BYDAY=TU', 'FREQ is DAILY'],
    ['FREQ=FORTNIGHTLY', 'FREQ is DAILY'],
    ['FREQ=SECONDLY', 'FREQ is DAILY'],
    ['FREQ=DAILY;BYSECOND=1', '“BYSECOND=1” is not a part'],
    ['FREQ=DAILY;COUNT=1000000', 'COUNT is a number from 1 to 400.'],
    ['FREQ=DAILY;INTERVAL=0', 'INTERVAL is a number from 1 to 99.'],
    ['FREQ=WEEKLY;BYDAY=XX', 'BYDAY is a list'],
    ['FREQ=DAILY;FREQ=DAILY', 'FREQ stands twice'],
    ['FREQ=DAILY;COUNT=2;UNTIL=20270101', 'not by both'],
    ['FREQ=DAILY;UNTIL=20261332', 'cannot be read'],
    ['FREQ=DAILY;UNTIL=banana', 'UNTIL is a day'],
    ['FREQ=DAILY;UNTIL=20200101', 'never comes'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'never comes'],
    ['FREQ=MONTHLY;BYDAY=TU;BYSETPOS=31', 'never comes'],
    [`FREQ=DAILY;BYMONTHDAY=${Array(200).fill('1').join(',')}`, 'at most 300 characters'],
    ['FREQ=DAILY;__PROTO__=1', 'is not a part'],
  ])('%s is refused with a sentence', (rule, sentence) => {
    expect(() => check(rule)).toThrow(sentence)
  })

  test('says itself in words', () => {
    const event = { startsAt: at('2026-11-24T10:00'), zone: LONDON, recurrence: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO' }
    expect(ruleInWords(event)).toBe('every 2 weeks on Monday')
    expect(ruleInWords({ ...event, recurrence: '' })).toBe('')
  })

  test('that began a century ago, and the densest there is, come to an end', () => {
    const found = starts('FREQ=DAILY', '1926-11-24T10:00', '2026-11-01', '2027-02-09')
    expect(found).toHaveLength(100)
    expect(() => check(`FREQ=YEARLY;INTERVAL=99;BYMONTH=2;BYMONTHDAY=30;COUNT=400`)).toThrow('never comes')
  })
})
