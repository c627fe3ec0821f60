import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { contrastInWords, contrastOf, leastContrast, nearestShade, parseColour } from '@/lib/look/colour'
import { judgeAccent, judgeMasthead, mastheadInk, refusalOf } from '@/lib/look/judge-colour'
import { LookSettings, PRESETS } from '@/lib/look/look-settings'
import { groundsOf, ON_OWN_ACCENT, PALETTE } from '@/lib/look/palette'

test.each([
  ['#8F1D21', '#8f1d21'],
  [' 8f1d21 ', '#8f1d21'],
  ['#abc', '#aabbcc'],
  ['red', null],
  ['#8f1d2', null],
  ['#8f1d21;}', null],
  ['', null],
])('%j is read as %j', (text, colour) => {
  expect(parseColour(text)).toBe(colour)
})

// The figures are those of the W3C's own examples and of WebAIM's checker.
test.each([
  ['#000000', '#ffffff', 21],
  ['#ffffff', '#ffffff', 1],
  ['#777777', '#ffffff', 4.48],
  ['#767676', '#ffffff', 4.54],
  ['#ff0000', '#ffffff', 4],
  ['#0000ff', '#ffffff', 8.59],
])('%s on %s has the contrast %d, from either side', (one, other, contrast) => {
  expect(contrastOf(one, other)).toBeCloseTo(contrast, 1)
  expect(contrastOf(other, one)).toBe(contrastOf(one, other))
})

test('a contrast in words is never rounded up to what is enough', () => {
  expect(contrastInWords(4.499)).toBe('4.49:1')
  expect(contrastInWords(4.5)).toBe('4.5:1')
  expect(contrastInWords(21)).toBe('21:1')
})

test('the nearest shade is as near as can be, of the same hue, and the colour itself where that is right', () => {
  const isRight = (shade: string) => leastContrast(shade, ['#ffffff']) >= 4.5
  expect(nearestShade('#000080', isRight)).toBe('#000080')
  const nearest = nearestShade('#00cc66', isRight) ?? ''
  expect(contrastOf(nearest, '#ffffff')).toBeGreaterThanOrEqual(4.5)
  expect(contrastOf(nearest, '#ffffff')).toBeLessThan(4.7)
  expect(nearest).toMatch(/^#00/)
  expect(nearestShade('#808080', () => false)).toBeNull()
})

test('whatever accent is taken can be read on the page and in its boxes, and carries words itself', () => {
  const shades = Array.from({ length: 512 }, (_, index) => {
    const channel = (shift: number) => (((index >> shift) & 7) * 36).toString(16).padStart(2, '0')
    return `#${channel(6)}${channel(3)}${channel(0)}`
  })
  for (const scheme of ['light', 'dark'] as const) {
    for (const shade of shades) {
      const { isReadable, nearest } = judgeAccent(scheme, shade)
      const taken = isReadable ? shade : nearest
      expect(taken, shade).not.toBeNull()
      expect(leastContrast(taken ?? '', groundsOf(scheme)), shade).toBeGreaterThanOrEqual(4.5)
      expect(contrastOf(taken ?? '', ON_OWN_ACCENT[scheme]), shade).toBeGreaterThanOrEqual(4.5)
    }
  }
  for (const shade of shades) {
    const { isReadable, nearest } = judgeMasthead(shade)
    const taken = (isReadable ? shade : nearest) ?? ''
    expect(contrastOf(mastheadInk(taken), taken), shade).toBeGreaterThanOrEqual(4.5)
  }
})

test('what is refused says by how much, and what would do', () => {
  const verdict = judgeAccent('light', '#ff8800')
  expect(verdict).toMatchObject({ isReadable: false })
  expect(refusalOf('#ff8800', verdict, 'the paper')).toBe(
    `#ff8800 has a contrast of ${contrastInWords(verdict.contrast)} with the paper; 4.5:1 is the least that everybody can read. The nearest shade that has it is ${verdict.nearest}.`,
  )
})

test('each colour to begin with can be taken', () => {
  for (const { name, accent, accentDark } of PRESETS) {
    expect(LookSettings.shape.accent.safeParse(accent).success, name).toBe(true)
    expect(LookSettings.shape.accentDark.safeParse(accentDark).success, name).toBe(true)
  }
})

test('the palette is that of the style sheet', () => {
  const css = readFileSync('app/(site)/styles/base.css', 'utf8')
  const [light = '', dark = ''] = [...css.matchAll(/:root \{([^}]*)\}/g)].map(([, rules]) => rules)
  for (const [rules, palette] of [
    [light, PALETTE.light],
    [dark, PALETTE.dark],
  ] as const) {
    const colours = [...rules.matchAll(/--([a-z-]+): (#[0-9a-f]+);/g)].map(([, name, value]) => [name, value])
    expect(Object.fromEntries(colours)).toEqual(palette)
  }
})
