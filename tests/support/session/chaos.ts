// Random people with random habits in one article. Every letter that is typed exists once in the world, so that each can be
// followed: where it is at the end, or who took it away.
import { undo } from '@tiptap/pm/history'
import { sendableSteps } from 'prosemirror-collab'
import type { Node } from 'prosemirror-model'
import { TextSelection, type Transaction } from 'prosemirror-state'
import { canJoin, canSplit } from 'prosemirror-transform'
import { expect } from 'vitest'
import { schema } from '@/lib/document/schema'
import type { Random } from '../seeded'
import type { Typist } from './typist'

/** Letters that are not in anything else: Chinese, Korean. */
const FIRST_LETTER = 0x4e00

export class Letters {
  private next = FIRST_LETTER
  readonly typed = new Set<string>()
  /** Taken away by somebody who saw them, or moved by hand: nobody promises that they are there, or there once. */
  readonly removed = new Set<string>()
  readonly moved = new Set<string>()

  make(count: number): string {
    const letters = Array.from({ length: count }, () => String.fromCharCode(this.next++))
    for (const letter of letters) this.typed.add(letter)
    return letters.join('')
  }
}

export function lettersOf(document: Node): string[] {
  return [...document.textContent].filter((letter) => letter.charCodeAt(0) >= FIRST_LETTER)
}

type Edit = (transaction: Transaction, random: Random, letters: Letters) => void

/** What people do, and how often compared with one another. */
const EDITS: readonly [weight: number, edit: Edit][] = [
  [60, type],
  [12, deleteSome],
  [6, splitBlock],
  [4, joinBlocks],
  [3, deleteBlock],
  [3, moveBlock],
  [5, toggleMark],
  [3, addBlock],
  [2, changeAttribute],
]

/** One random action of somebody, or an undo. */
export function editAtRandom({ editor }: Pick<Typist, 'editor'>, random: Random, letters: Letters): void {
  const before = new Set(lettersOf(editor.state.doc))
  if (random() < 0.03) undo(editor.state, (transaction) => editor.dispatch(transaction))
  else {
    const { tr } = editor.state
    pick(random)(tr, random, letters)
    if (tr.docChanged) editor.dispatch(tr)
  }
  for (const letter of lettersOf(editor.state.doc)) before.delete(letter)
  for (const letter of before) letters.removed.add(letter)
}

/** The promises of a session that hold at every moment. `accepted` are the letters that the server ever had. */
export function expectTruth(
  { session, editor }: Pick<Typist, 'session' | 'editor'>,
  accepted: ReadonlySet<string>,
): void {
  if (session.status.kind !== 'saved') return
  expect(sendableSteps(editor.state)).toBeNull()
  expect(lettersOf(editor.state.doc).filter((letter) => !accepted.has(letter))).toEqual([])
}

/** What must be true when everything has arrived. */
export function expectNothingLost(world: {
  document: Node
  typists: readonly Pick<Typist, 'session' | 'editor'>[]
  letters: Letters
  /** All words that were handed back. */
  handedBack: readonly string[]
}): void {
  world.document.check()
  for (const { editor, session } of world.typists) {
    expect(session.status.kind).toBe('saved')
    expect(editor.state.doc.eq(world.document)).toBe(true)
  }
  const { typed, removed, moved } = world.letters
  const atEnd = lettersOf(world.document)
  const there = new Set([...atEnd, ...removed, ...world.handedBack.join('')])
  expect([...typed].filter((letter) => !there.has(letter))).toEqual([])
  const twice = atEnd.filter(
    (letter, index) => atEnd.indexOf(letter) !== index && !removed.has(letter) && !moved.has(letter),
  )
  expect(twice).toEqual([])
}

function pick(random: Random): Edit {
  let at = random() * EDITS.reduce((sum, [weight]) => sum + weight, 0)
  for (const [weight, edit] of EDITS) {
    at -= weight
    if (at < 0) return edit
  }
  return type
}

function whole(random: Random, below: number): number {
  return Math.floor(random() * below)
}

/** A place where text may stand. */
function place({ doc }: Transaction, random: Random): number {
  return TextSelection.near(doc.resolve(whole(random, doc.content.size + 1))).from
}

/** A block that may be taken away or moved: not the headline, not the standfirst. */
function block({ doc }: Transaction, random: Random): { node: Node; from: number; to: number } | null {
  if (doc.childCount < 4) return null
  const index = 2 + whole(random, doc.childCount - 2)
  let from = 0
  for (let before = 0; before < index; before++) from += doc.child(before).nodeSize
  const node = doc.child(index)
  return { node, from, to: from + node.nodeSize }
}

function type(tr: Transaction, random: Random, letters: Letters): void {
  tr.insertText(letters.make(1 + whole(random, 4)), place(tr, random))
}

function deleteSome(tr: Transaction, random: Random): void {
  const $from = tr.doc.resolve(place(tr, random))
  const to = Math.min($from.pos + 1 + whole(random, 4), $from.end())
  if ($from.pos < to) tr.delete($from.pos, to)
}

function splitBlock(tr: Transaction, random: Random): void {
  const at = place(tr, random)
  if (tr.doc.resolve(at).index(0) >= 2 && canSplit(tr.doc, at)) tr.split(at)
}

function joinBlocks(tr: Transaction, random: Random): void {
  const target = block(tr, random)
  const previous = target && tr.doc.resolve(target.from).nodeBefore
  const canMeet = target?.node.isTextblock && previous?.isTextblock && tr.doc.resolve(target.from).index(0) > 2
  if (target && canMeet && canJoin(tr.doc, target.from)) tr.join(target.from)
}

function deleteBlock(tr: Transaction, random: Random): void {
  const target = block(tr, random)
  if (target !== null) tr.delete(target.from, target.to)
}

function moveBlock(tr: Transaction, random: Random, letters: Letters): void {
  const target = block(tr, random)
  if (target === null) return
  for (const letter of lettersOf(target.node)) letters.moved.add(letter)
  tr.delete(target.from, target.to)
  const before = block(tr, random)
  tr.insert(before?.from ?? tr.doc.content.size, target.node)
}

function toggleMark(tr: Transaction, random: Random): void {
  const $from = tr.doc.resolve(place(tr, random))
  const to = Math.min($from.pos + 1 + whole(random, 8), $from.end())
  const mark = (random() < 0.5 ? schema.marks.bold : schema.marks.italic).create()
  if (!$from.parent.type.allowsMarkType(mark.type) || $from.pos === to) return
  if (random() < 0.7) tr.addMark($from.pos, to, mark)
  else tr.removeMark($from.pos, to, mark)
}

function addBlock(tr: Transaction, random: Random): void {
  const { divider, crosshead, pullQuote, bulletedList, listItem, paragraph, readMore, footnote } = schema.nodes
  const { keyPoints, factBox, timeline, questionAndAnswer, table } = schema.nodes
  const kinds = [
    () => divider.create(),
    () => crosshead.create(),
    () => readMore.create(),
    () => pullQuote.createAndFill(),
    () => bulletedList.create(null, listItem.create(null, paragraph.create())),
    () => keyPoints.createAndFill(),
    () => factBox.createAndFill(),
    () => timeline.createAndFill(),
    () => questionAndAnswer.createAndFill(),
    () => table.createAndFill(),
    () => paragraph.create(null, footnote.create()),
  ]
  const node = kinds[whole(random, kinds.length)]?.()
  const before = block(tr, random)
  if (node) tr.insert(before?.from ?? tr.doc.content.size, node)
}

function changeAttribute(tr: Transaction, random: Random): void {
  const target = block(tr, random)
  if (target?.node.type === schema.nodes.readMore) {
    tr.setNodeAttribute(
      target.from,
      'articleId',
      `0190c0de-0000-7000-8000-${String(whole(random, 1e9)).padStart(12, '0')}`,
    )
  }
}
