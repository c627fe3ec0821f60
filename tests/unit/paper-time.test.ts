import { expect, test } from 'vitest'
import { printDateTime } from '@/lib/settings/paper-time'

const at = new Date('2026-11-29T05:00:00Z')
const summer = new Date('2026-07-29T05:00:00Z')

test.each([
  ['en-GB', 'Europe/London', at, /05:00 GMT$/],
  ['en-GB', 'Europe/London', summer, /06:00 BST$/],
  ['ar', 'Europe/London', at, /غرينتش$/],
  ['ar', 'Asia/Dubai', at, /غرينتش\+4$/],
  ['ar-EG', 'Europe/London', at, /غرينتش$/],
  ['he', 'Europe/London', at, /05:00 GMT$/],
  ['he', 'Asia/Jerusalem', at, /GMT\p{Cf}*\+2\p{Cf}*$/u],
])('a time in %s and %s says its zone, and no distance of nothing', (language, timeZone, instant, printed) => {
  expect(printDateTime(instant, { language, timeZone })).toMatch(printed)
})
