import { describe, expect, test } from 'vitest'
import { localTime, readZonedTime } from '@/lib/schedule/zoned-time'

describe('A time on the clocks of a zone', () => {
  test.each([
    ['2026-11-28T06:00', 'Europe/London', '2026-11-28T06:00:00.000Z'],
    ['2026-07-28T06:00', 'Europe/London', '2026-07-28T05:00:00.000Z'],
    ['2026-11-28T06:00', 'Asia/Kathmandu', '2026-11-28T00:15:00.000Z'],
    ['2026-11-28T06:00', 'America/St_Johns', '2026-11-28T09:30:00.000Z'],
    ['2026-11-28T00:30', 'Pacific/Kiritimati', '2026-11-27T10:30:00.000Z'],
  ])('%s in %s is %s', (local, zone, utc) => {
    const time = readZonedTime(local, zone)
    expect(time).toEqual({ kind: 'once', at: new Date(utc) })
    expect(localTime(new Date(utc), zone)).toBe(local)
  })

  test.each([
    ['2026-03-29T01:30', 'Europe/London'],
    ['2026-03-08T02:30', 'America/New_York'],
    ['2026-10-04T02:15', 'Australia/Lord_Howe'],
  ])('%s does not come in %s', (local, zone) => {
    expect(readZonedTime(local, zone)?.kind).toBe('skipped')
  })

  test.each([
    ['2026-10-25T01:30', 'Europe/London', 3_600_000],
    ['2026-11-01T01:30', 'America/New_York', 3_600_000],
    // Half an hour, on an island.
    ['2026-04-05T01:45', 'Australia/Lord_Howe', 1_800_000],
  ])('%s comes twice in %s', (local, zone, apart) => {
    const time = readZonedTime(local, zone)
    if (time?.kind !== 'twice') throw new Error(`It comes ${time?.kind}`)
    expect(time.later.getTime() - time.earlier.getTime()).toBe(apart)
    expect(localTime(time.earlier, zone)).toBe(local)
    expect(localTime(time.later, zone)).toBe(local)
  })

  test.each([
    ['2026-02-30T06:00', 'Europe/London'],
    ['tomorrow', 'Europe/London'],
    ['2026-11-28T06:00', 'Europe/Atlantis'],
    ['', ''],
  ])('%j in %j is no time', (local, zone) => {
    expect(readZonedTime(local, zone)).toBeNull()
  })
})
