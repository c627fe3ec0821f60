import { expect, test } from 'vitest'
import { clientAddress } from '@/lib/auth/client-address'
import { EmailAddress } from '@/lib/people/email-address'

test.each([
  ['ada@newsroom.test', 'ada@newsroom.test'],
  ['  Ada.Park@News-Room.Example.COM\n', 'ada.park@news-room.example.com'],
  ["o'neil+desk@a.b.co", "o'neil+desk@a.b.co"],
  [`${'a'.repeat(64)}@example.com`, `${'a'.repeat(64)}@example.com`],
])('%j is one address', (typed, stored) => {
  expect(EmailAddress.parse(typed)).toBe(stored)
  expect(EmailAddress.parse(stored)).toBe(stored)
})

test.each([
  '',
  'ada',
  '@newsroom.test',
  'ada@',
  'ada@localhost',
  'ada@newsroom',
  'ada@@newsroom.test',
  'ada＠newsroom.test',
  'ada﹫newsroom.test',
  'ada@newsroom。test',
  'ada@newsroom．test',
  'ada@n\u0435wsroom.test',
  '\u212ada@newsroom.test',
  'ada@newsroom.test,eve@elsewhere.test',
  'ada@newsroom.test;eve@elsewhere.test',
  'ada@newsroom.test eve@elsewhere.test',
  '"ada@elsewhere.test"@newsroom.test',
  'ada@newsroom.test@elsewhere.test',
  'Ada <ada@newsroom.test>',
  'ada(comment)@newsroom.test',
  'ada@[127.0.0.1]',
  'ada@127.0.0.1',
  '.ada@newsroom.test',
  'ada.@newsroom.test',
  'a..da@newsroom.test',
  'ada@-newsroom.test',
  'ada@newsroom-.test',
  'ada@newsroom..test',
  'ada@newsroom.test.',
  'ada@newsroom.test\r\nBcc: eve@elsewhere.test',
  'ada@newsroom.test\u0000',
  'ada\u200b@newsroom.test',
  `${'a'.repeat(65)}@example.com`,
  `ada@${'a'.repeat(64)}.com`,
  `ada@${'a.'.repeat(130)}com`,
])('%j is refused', (typed) => {
  expect(EmailAddress.safeParse(typed).success).toBe(false)
})

test('what is no text is refused', () => {
  for (const typed of [null, undefined, 1, {}, { not: '' }, ['ada@newsroom.test']]) {
    expect(EmailAddress.safeParse(typed).success).toBe(false)
  }
})

test('a long hostile address is refused at once', () => {
  const from = performance.now()
  for (const part of ['a.', 'a', '@', '-', '"'])
    EmailAddress.safeParse(`${part.repeat(100_000)}@${part.repeat(100_000)}`)
  expect(performance.now() - from).toBeLessThan(500)
})

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002:ffff::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '127.0.0.1'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['', 'unknown'],
  ['not an address', 'unknown'],
])('tries from %j are counted under %j', (header, counted) => {
  expect(clientAddress(new Headers({ 'x-standfirst-address': header }))).toBe(counted)
})

test('what a client says about where it comes from is not believed', () => {
  const headers = new Headers({
    'x-forwarded-for': '10.0.0.1',
    'x-real-ip': '10.0.0.2',
    'cf-connecting-ip': '10.0.0.3',
  })
  expect(clientAddress(headers)).toBe('unknown')
})
