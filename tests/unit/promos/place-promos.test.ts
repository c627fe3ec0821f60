import { describe, expect, test } from 'vitest'
import { type Document, parseDocument } from '@/lib/document/document'
import { schema } from '@/lib/document/schema'
import { placePromos, type ToldKinds } from '@/lib/promos/place-promos'
import { aDocument } from '../../support/documents'

const id = (number: number) => `01900000-0000-7000-8000-00000000000${number}`
const [SAID, DENIED, AGAIN, OTHER, OTHER_DENIED] = [1, 2, 3, 4, 5].map(id) as [string, string, string, string, string]
const KINDS: ToldKinds = new Map([
  [SAID, { claimId: 'one', kind: 'ASSERTED' }],
  [DENIED, { claimId: 'one', kind: 'DENIED' }],
  [AGAIN, { claimId: 'one', kind: 'REPEATED' }],
  [OTHER, { claimId: 'other', kind: 'ASSERTED' }],
  [OTHER_DENIED, { claimId: 'other', kind: 'DENIED' }],
])

const told = (words: string, eventId: string) =>
  schema.node('paragraph', null, [schema.text(words, [schema.mark('claim', { eventId })])])
const plain = (words: string) => schema.node('paragraph', null, [schema.text(words)])
const signUp = () => schema.node('newsletterSignUp', { newsletterId: id(9), pitch: '' })
const list = () => schema.node('related', { articleIds: [id(7), id(8)] })

const story = (...blocks: Parameters<typeof aDocument>[1][]) => parseDocument(aDocument('Headline', ...blocks))
/** The blocks below the titles, each by its words or its name. */
const blocksOf = (document: Document) =>
  document.children.slice(2).map((node) => (node.isTextblock ? node.textContent : node.type.name))

describe('a promo between a claim and its denial', () => {
  test('comes right after the denial, and everything else keeps its order', () => {
    const document = story(told('said', SAID), signUp(), plain('more'), list(), told('denied', DENIED), plain('end'))
    const placed = placePromos(document, KINDS)
    expect(blocksOf(placed.document)).toEqual(['said', 'more', 'denied', 'newsletterSignUp', 'related', 'end'])
    expect(placed.moved.map(({ name, position }) => [name, document.nodeAt(position)?.type.name])).toEqual([
      ['The newsletter’s sign-up', 'newsletterSignUp'],
      ['The related list', 'related'],
    ])
    expect(() => placed.document.check()).not.toThrow()
    // Placed once, it stays.
    expect(placePromos(placed.document, KINDS)).toEqual({ document: placed.document, moved: [] })
  })

  test('goes on to the denial of another claim that begins before it', () => {
    const document = story(
      told('a', SAID),
      signUp(),
      told('b', OTHER),
      told('c', DENIED),
      plain('d'),
      told('e', OTHER_DENIED),
    )
    expect(blocksOf(placePromos(document, KINDS).document)).toEqual(['a', 'b', 'c', 'd', 'e', 'newsletterSignUp'])
  })
})

test.each([
  ['before the claim', [signUp(), told('a', SAID), told('b', DENIED)]],
  ['behind the denial, before it is said again', [told('a', SAID), told('b', DENIED), signUp(), told('c', AGAIN)]],
  ['where nothing is denied', [told('a', SAID), signUp(), told('b', AGAIN)]],
  ['where the denial comes first', [told('a', DENIED), signUp(), told('b', SAID)]],
  ['between two claims', [told('a', SAID), told('b', DENIED), signUp(), told('c', OTHER), told('d', OTHER_DENIED)]],
  ['of marks that nobody knows', [told('a', id(6)), signUp(), told('b', DENIED)]],
] as const)('%s it stays', (_, blocks) => {
  const document = story(...blocks)
  expect(placePromos(document, KINDS)).toEqual({ document, moved: [] })
})

test('what is only suggested denies nothing', () => {
  const suggested = schema.node('paragraph', null, [
    schema.text('denied', [
      schema.mark('claim', { eventId: DENIED }),
      schema.mark('inserted', { suggestionId: id(8), personId: id(7), at: '2026-11-28T00:00:00.000Z' }),
    ]),
  ])
  const document = story(told('said', SAID), signUp(), suggested)
  expect(placePromos(document, KINDS).moved).toEqual([])
})
