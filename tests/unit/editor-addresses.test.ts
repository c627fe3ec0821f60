import { describe, expect, test } from 'vitest'
import { addressIn, pastedAddress } from '@/components/editor/linking/address-in'
import { instantOf, localOf } from '@/components/editor/node-views/local-time'
import { moved } from '@/components/editor/node-views/moved'
import { shortcutText } from '@/components/editor/shortcut-text'

describe('what is typed into the link dialog', () => {
  test.each([
    ['https://example.org/a b', 'https://example.org/ab'],
    ['example.org', 'https://example.org/'],
    ['www.example.org/path?x=1', 'https://www.example.org/path?x=1'],
    ['ada@example.org', 'mailto:ada@example.org'],
    ['tel:+441234', 'tel:+441234'],
  ])('%s is the address %s', (text, href) => {
    expect(addressIn(text)).toEqual({ kind: 'address', href })
  })

  test.each(['ferry returns', 'Budget: what we know', '', 'U.S. plan', '£3.5bn'])('“%s” are words', (text) => {
    expect(addressIn(text)).toEqual({ kind: 'words' })
  })

  test.each([
    'javascript:alert(1)',
    'JaVa\tscript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'https://a:b@example.org/',
  ])('%s is refused with a sentence', (text) => {
    expect(addressIn(text)).toEqual({ kind: 'refused', reason: expect.stringMatching(/\.$/) })
  })

  test('only a whole address pasted over words links them', () => {
    expect(pastedAddress(' https://example.org/x\n')).toBe('https://example.org/x')
    expect(pastedAddress('see https://example.org/x')).toBeNull()
    expect(pastedAddress('javascript:alert(1)')).toBeNull()
    expect(pastedAddress('example.org')).toBeNull()
  })
})

test('the time of a post goes to the zone of whoever looks at it and back', () => {
  const local = localOf('2026-10-03T12:05:00.000Z')
  expect(local).toMatch(/^2026-10-0[2-4]T\d\d:\d5$/)
  expect(instantOf(local)).toBe('2026-10-03T12:05:00.000Z')
  expect(localOf('')).toBe('')
  expect(instantOf('')).toBe('')
  expect(instantOf('2026-10-')).toBeNull()
})

test('an item of a list moves to the place that it was sent to', () => {
  expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a'])
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b'])
  expect(moved(['a', 'b'], 5, 0)).toEqual(['a', 'b'])
})

test('keys are named as the machine names them', () => {
  expect(shortcutText('Mod-Shift-8', false)).toBe('Ctrl Shift 8')
  expect(shortcutText('Mod-Alt-2', true)).toBe('⌘ ⌥ 2')
  expect(shortcutText('Shift-Mod-Z', false)).toBe('Shift Ctrl Z')
})
