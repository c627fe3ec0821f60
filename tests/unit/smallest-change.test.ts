import type { Node } from 'prosemirror-model'
import { expect, test } from 'vitest'
import { parseDocument } from '@/lib/document/document'
import { smallestChange } from '@/lib/document/smallest-change'
import { aDocument } from '@/tests/support/documents'
import { randomDocument, randomEdit } from '@/tests/support/random-documents'
import { seeded } from '@/tests/support/seeded'

const article = (...blocks: string[]) => parseDocument(aDocument('Headline', ...blocks))

function made(before: Node, after: Node): { json: string; isSame: boolean } {
  const step = smallestChange(before, after)
  const doc = step?.apply(before).doc ?? before
  doc.check()
  return { json: JSON.stringify(step), isSame: doc.eq(after) }
}

test('there is none between two equal documents', () => {
  expect(smallestChange(article('One.'), article('One.'))).toBeNull()
})

test('whole words are exchanged, never half of one, and what stands around them is not touched', () => {
  const { json, isSame } = made(article('The old ferry left.', 'Two.'), article('The old fairy left.', 'Two.'))
  expect(isSame).toBe(true)
  expect(JSON.parse(json)).toMatchObject({ slice: { content: [{ type: 'text', text: 'fairy' }] } })
})

test('a character of two halves is never cut', () => {
  const { json, isSame } = made(article('To the 🚢.'), article('To the 🚂.'))
  expect(isSame).toBe(true)
  expect(json).not.toMatch(/\\ud[89a-f]/i)
  expect(JSON.parse(json)).toMatchObject({ slice: { content: [{ type: 'text', text: '🚂' }] } })
})

test('it makes exactly the other document, whatever happened between the two', () => {
  for (let seed = 1; seed <= 100; seed += 1) {
    const random = seeded(seed)
    const before = randomDocument(random)
    let after = seed % 5 === 0 ? randomDocument(random) : before
    for (let edits = Math.floor(random() * 6); edits > 0; edits -= 1) after = randomEdit(after, random)
    expect(made(before, after).isSame, `seed ${seed}`).toBe(true)
  }
})
