import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const SIDE = '(?:left|right)'
/** What is said of a side of the screen, and stays there when the page runs the other way. */
const PHYSICAL = [
  new RegExp(
    String.raw`(?:^|[\s;{])(?:(?:margin|padding|border|inset|scroll-margin|scroll-padding)-)?${SIDE}(?:-\w+)?\s*:`,
  ),
  /border-(?:top|bottom)-(?:left|right)-radius/,
  new RegExp(
    String.raw`(?:text-align|float|clear|caption-side|justify-[a-z]+|position-area|background-position|object-position|transform-origin)\s*:[^;]*\b(?:\w+-)?${SIDE}\b`,
  ),
  /linear-gradient\(\s*to (?:left|right)/,
  /\btranslate(?:X|3d)?\s*\(/,
  /(?:^|[\s;{])translate\s*:/,
]

/** Four values that are not the same left and right. */
const SHORTHAND = /(?:^|[\s;{])(margin|padding|inset|border-(?:width|color|style|radius))\s*:\s*([^;}]+)/g

/** The rules of a style sheet that would not be mirrored. */
function physicalIn(css: string): string[] {
  const rules = css.replace(/\/\*[\s\S]*?\*\//g, '')
  const said = rules.split(/(?<=[;{}])/).filter((rule) => PHYSICAL.some((side) => side.test(rule)))
  const lopsided = [...rules.matchAll(SHORTHAND)].filter(([, property, value = '']) => {
    const [top, right, bottom, left] = value.trim().match(/[^\s(]*\([^)]*\)|\S+/g) ?? []
    if (left === undefined) return false
    return property === 'border-radius' ? top !== right || bottom !== left : right !== left
  })
  return [...said, ...lopsided.map(([rule]) => rule)].map((rule) => rule.trim())
}

test.each([
  'a { margin-left: 1rem }',
  'a { right: 0 }',
  'a { border-left: 1px solid }',
  'a { text-align: left }',
  'a { padding: 0.5rem 1rem 0.5rem 0 }',
  'a { inset: auto 0 100% auto }',
  'a { border-radius: 3px 0 0 3px }',
  'a { translate: -50% }',
  'a { transform: translateX(2px) }',
  'a { position-area: bottom span-right }',
])('%s is not mirrored', (css) => {
  expect(physicalIn(css)).toHaveLength(1)
})

test('what names no side of the screen is', () => {
  const css =
    'a { margin: 0 auto; padding: 1px 2px 3px; inset-inline-start: 0; text-align: start; border-block: 0; margin: 0 1px 2px 1px }'
  expect(physicalIn(css)).toEqual([])
})

const sheets = [
  ...readdirSync('app/(site)', { recursive: true, encoding: 'utf8' })
    // One of them is the folder of a route that prints a sheet.
    .filter((file) => file.endsWith('.css') && file !== 'look.css')
    .map((file) => `app/(site)/${file}`),
  'components/site/fronts/front.css',
  'public/right-to-left.css',
]

test.each(sheets)('%s has no left and no right', (path) => {
  expect(physicalIn(readFileSync(path, 'utf8'))).toEqual([])
})
