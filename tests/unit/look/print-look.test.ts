import { expect, test } from 'vitest'
import type { Look } from '@/lib/look/look'
import { DEFAULT_LOOK } from '@/lib/look/look-settings'
import { lookPath, printLook } from '@/lib/look/print-look'
import { themeColours } from '@/lib/look/theme-colours'

const PLAIN: Look = { ...DEFAULT_LOOK, logo: null, logoDark: null }
const LOGO = { id: '0190d3a4-0000-7000-8000-000000000000', width: 900, height: 300, widths: [320, 640, 900] }

const print = (part: Partial<Look>) => printLook({ ...PLAIN, ...part })

test('a paper that has the look it came with has no sheet', () => {
  expect(print({})).toBe('')
  expect(lookPath(PLAIN)).toBeNull()
  expect(themeColours(PLAIN)).toEqual([
    { colour: '#fdfcf9', media: '(prefers-color-scheme: light)' },
    { colour: '#151413', media: '(prefers-color-scheme: dark)' },
  ])
})

test('a colour of its own is set by day alone, on screens alone, and carries words', () => {
  expect(print({ accent: '#0b5b66' })).toBe(
    '@media screen and (prefers-color-scheme:light){:root:root{--accent:#0b5b66;--on-accent:#ffffff}}',
  )
  expect(print({ accentDark: '#74c8d2' })).toBe(
    '@media screen and (prefers-color-scheme:dark){:root:root{--accent:#74c8d2;--on-accent:#151413}}',
  )
})

test('a paper that is always dark has every colour of the night whatever the device says', () => {
  const sheet = print({ scheme: 'dark', accent: '#0b5b66' })
  expect(sheet).toBe(
    '@media screen{:root:root{color-scheme:dark;--paper:#151413;--raised:#201e1c;--ink:#ebe7df;--soft:#a8a196;--rule:#38342f;--accent:#f0948b;--on-accent:#2a0b0a;--mark:#5c4b10}}',
  )
  expect(themeColours({ ...PLAIN, scheme: 'dark' })).toEqual([{ colour: '#151413' }])
})

test('a masthead of its own colour has words that can be read on it', () => {
  expect(print({ masthead: '#102a43' })).toContain('.masthead{--paper:#102a43;--ink:#ffffff;')
  expect(print({ masthead: '#ffd54a' })).toContain('.masthead{--paper:#ffd54a;--ink:#1b1917;')
  expect(themeColours({ ...PLAIN, masthead: '#102a43', accent: '#0b5b66' })[0]?.colour).toBe('#102a43')
})

test('a logo on a coloured masthead keeps its ground on paper', () => {
  expect(print({ logo: LOGO })).toMatch(/^\.nameplate img\{/)
  expect(print({ logo: LOGO })).not.toContain('print')
  expect(print({ logo: LOGO, masthead: '#102a43' })).toContain(
    '@media print{.nameplate a{display:inline-block;padding:.3em;background:#102a43;',
  )
})

test('each type but the one it came with says so in the sheet', () => {
  expect(print({ type: 'systemSans' })).toBe(':root:root{--serif:var(--sans)}')
  expect(print({ type: 'systemSerif' })).toMatch(/^:root:root\{--serif:"Iowan/)
  expect(print({ type: 'sansHeadlines' })).toContain('font-family:var(--sans)')
})

test('another look lies at another address, and the same one at the same', () => {
  const path = lookPath({ ...PLAIN, accent: '#0b5b66' })
  expect(path).toMatch(/^\/look\.css\?v=[\w-]{10}$/)
  expect(lookPath({ ...PLAIN, accent: '#0b5b66' })).toBe(path)
  expect(lookPath({ ...PLAIN, accent: '#0b5b67' })).not.toBe(path)
})
