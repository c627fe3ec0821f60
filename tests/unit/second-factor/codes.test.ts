import { Secret } from 'otpauth'
import { describe, expect, test } from 'vitest'
import { AppCode, appKeyUri, newAppKey, stepOfCode } from '@/lib/second-factor/app-code'
import { RecoveryCodeText } from '@/lib/second-factor/recovery-codes'

/** The key of the examples in RFC 6238. */
const KEY = new Secret({ buffer: new TextEncoder().encode('12345678901234567890').buffer }).base32

describe('Codes of an app', () => {
  // Appendix B of RFC 6238, of whose eight digits apps show the last six.
  test.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ])('are those of the standard, %d seconds after 1970', (seconds, code) => {
    expect(stepOfCode(KEY, code, new Date(seconds * 1000))).toBe(Math.floor(seconds / 30))
  })

  test('of the step before and the one after are right, and of no other', () => {
    const step = 41_152_263
    const at = (other: number) => new Date((step + other) * 30_000)
    expect([-2, -1, 0, 1, 2].map((other) => stepOfCode(KEY, '005924', at(other)))).toEqual([
      null,
      step,
      step,
      step,
      null,
    ])
  })

  test('may be typed and pasted with spaces', () => {
    for (const typed of ['005924', ' 005 924 ', '005-924', '００５９２４', '005\u00a0924'])
      expect(AppCode.parse(typed)).toBe('005924')
    for (const typed of ['', '00592', '0059244', '00592a', '+05924', '0x5924'])
      expect(AppCode.safeParse(typed).success).toBe(false)
  })

  test('have keys of 160 bits, each another', () => {
    const keys = Array.from({ length: 50 }, newAppKey)
    for (const key of keys) expect(key).toMatch(/^[A-Z2-7]{32}$/)
    expect(new Set(keys).size).toBe(50)
  })

  test('say to the app whose they are, whatever the paper is called', () => {
    const uri = new URL(appKeyUri(KEY, { paper: 'The Courier: North & South', email: 'ada@paper.example' }))
    expect(uri.protocol).toBe('otpauth:')
    expect(uri.searchParams.get('secret')).toBe(KEY)
    expect(uri.searchParams.get('issuer')).toBe('The Courier  North & South')
    expect(['SHA1', '6', '30']).toEqual(['algorithm', 'digits', 'period'].map((name) => uri.searchParams.get(name)))
  })
})

test('a recovery code may be typed in large letters, with what it is taken for', () => {
  for (const typed of ['abcd-efgh-0123-4567', 'ABCD EFGH OI23 4567', ' abcdefghol234567 '])
    expect(RecoveryCodeText.parse(typed)).toBe('abcdefgh01234567')
  for (const typed of ['', 'abcd-efgh-0123', 'abcd-efgh-0123-4567-8', 'ubcd-efgh-0123-4567'])
    expect(RecoveryCodeText.safeParse(typed).success).toBe(false)
})
