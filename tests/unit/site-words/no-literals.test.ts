import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseAst } from 'vitest/node'

/** Where what readers see is put together. */
const FOLDERS = ['app/(site)', 'components/site', 'components/document']

/** What is seen or heard of these is words. */
const SPOKEN = new Set([
  'alt',
  'aria-label',
  'data-copied',
  'data-copy',
  'description',
  'hint',
  'kind',
  'label',
  'placeholder',
  'title',
])
/** A `kind` may also be one of the code’s own names. */
const NAME = /^\p{Ll}+$/u

type Node = { type: string; start: number; [part: string]: unknown }

/** The literals of a file that a reader would see or hear. */
function literalsIn(source: string, path: string): string[] {
  const found: string[] = []
  const report = (text: unknown) => {
    if (typeof text === 'string' && /\p{L}/u.test(text)) found.push(`${path}: ${text.trim()}`)
  }
  /** What a value may come to be, as far as it is written out. */
  const inside = (value: unknown): void => {
    if (!isNode(value)) return
    switch (value.type) {
      case 'Literal':
        report(value.value)
        return
      case 'TemplateLiteral':
        for (const { value: part } of value.quasis as { value: { cooked: string } }[]) report(part.cooked)
        return
      case 'ConditionalExpression':
        for (const part of [value.consequent, value.alternate]) inside(part)
        return
      case 'LogicalExpression':
      case 'BinaryExpression':
        for (const part of [value.left, value.right]) inside(part)
        return
      case 'JSXExpressionContainer':
      case 'ParenthesizedExpression':
      case 'TSAsExpression':
        inside(value.expression)
        return
    }
  }
  const walk = (node: Node): void => {
    if (node.type === 'ImportDeclaration') return
    if (node.type === 'JSXText') report(node.value)
    if (node.type === 'JSXElement' || node.type === 'JSXFragment')
      for (const child of node.children as Node[]) if (child.type === 'JSXExpressionContainer') inside(child)
    if (node.type === 'JSXAttribute' && isSpoken(node)) inside(node.value)
    // A sentence, wherever it stands.
    if (node.type === 'Literal' && typeof node.value === 'string' && /^\p{Lu}\p{Ll}* \p{Ll}/u.test(node.value))
      report(node.value)
    for (const part of Object.values(node))
      for (const child of Array.isArray(part) ? part : [part]) if (isNode(child)) walk(child)
  }
  walk(parseAst(source, { lang: 'tsx' }) as unknown as Node)
  return [...new Set(found)]
}

function isSpoken({ name, value }: Node): boolean {
  const attribute = (name as { name: string }).name
  return SPOKEN.has(attribute) && !(attribute === 'kind' && isNode(value) && NAME.test(String(value.value)))
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value
}

test.each([
  ['words between tags', '<p>Read more</p>'],
  ['a name for whoever hears the page', '<nav aria-label="Pages" />'],
  ['one of two', "<p>{is ? 'Updated' : time}</p>"],
  ['words around something', '<h1 title={`All of $' + '{name}`} />'],
  ['a sentence in an answer', "answer('This feed has moved.')"],
])('%s is found', (_, source) => {
  expect(literalsIn(`const a = ${source}`, 'a.tsx')).toHaveLength(1)
})

test('what is no word is not', () => {
  const source =
    '<a className="label big" href="/search" rel="next" aria-label={words.next}>{name} · {said(words.part("x"))}</a>'
  expect(literalsIn(`const a = ${source}`, 'a.tsx')).toEqual([])
})

test('whatever readers see comes from the newsroom or from lib/site-words', () => {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
  ).filter((path) => /\.tsx?$/.test(path))
  expect(files.length).toBeGreaterThan(100)
  expect(files.flatMap((path) => literalsIn(readFileSync(path, 'utf8'), path))).toEqual([])
})
