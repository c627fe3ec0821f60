import { expect, test } from 'vitest'
import { hashPassword, NewPassword, verifyPassword } from '@/lib/auth/password'

test.each([
  'a quiet river at dawn',
  'correct horse battery staple',
  'aaaaaaaaaaab1c2d',
  'пароль из слов и дождя',
  '😀😃😄😁😆😅😂🤣🥲☺️😊😇',
  ' leading and trailing ',
  'x1'.repeat(10).concat('unlike the rest'),
  'nothing but lower case',
  'y'.concat('z1q8'.repeat(63), 'end'),
])('%j may be a password', (password) => {
  expect(NewPassword.safeParse(password).success).toBe(true)
})

test.each([
  ['eleven char', 'too short'],
  ['😀'.repeat(11), 'too short, counted in characters'],
  ['ab1 '.repeat(65), 'too long'],
  ['password1234', 'common'],
  ['PassWord1234!', 'common'],
  ['passwordpassword', 'common'],
  ['123456789012', 'a run'],
  ['qwertyuiopas', 'a run'],
  ['abcdefghijkl', 'a run'],
  ['aaaaaaaaaaaa', 'one character'],
  ['abababababab', 'two characters'],
  ['abc123abc123abc123', 'a repetition'],
  ['welcome12345', 'common'],
  ['administrator!', 'common'],
  ['q1w2e3r4t5y6', 'stolen often'],
  ['QazWsxEdcRfv', 'stolen often, in whichever case'],
  ['leavemealone', 'stolen often'],
  ['123456654321', 'stolen often'],
  ['ghbdtnrfrltkf', 'stolen often, on another keyboard'],
  ['peanutbutter', 'stolen often'],
])('%j may not: %s', (password) => {
  expect(NewPassword.safeParse(password).success).toBe(false)
})

test('a hash is argon2id and another one each time', async () => {
  const [one, two] = await Promise.all([hashPassword('a quiet river at dawn'), hashPassword('a quiet river at dawn')])
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(one).not.toBe(two)
})

test('the same letters in another Unicode form are the same password', async () => {
  const hash = await hashPassword('caf\u00e9 caf\u00e9 caf\u00e9')
  expect(await verifyPassword(hash, 'cafe\u0301 cafe\u0301 cafe\u0301')).toBe(true)
})

test('blanks, case and every one of 256 characters count', async () => {
  const password = `${'wide open fields '.repeat(15)}z`.slice(0, 256)
  const hash = await hashPassword(password)
  expect(await verifyPassword(hash, password)).toBe(true)
  for (const other of [
    `${password.slice(0, 255)}y`,
    `${password} `,
    password.toUpperCase(),
    password.slice(0, 255),
    `${password}\u0000`,
  ]) {
    expect(await verifyPassword(hash, other)).toBe(false)
  }
})

test('without a hash no password is right', async () => {
  expect(await verifyPassword(null, '')).toBe(false)
  expect(await verifyPassword(null, 'a quiet river at dawn')).toBe(false)
  expect(await verifyPassword(null, 'x'.repeat(1_000_000))).toBe(false)
})
