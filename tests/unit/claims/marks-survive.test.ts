import type { Node } from 'prosemirror-model'
import { type Step, Transform } from 'prosemirror-transform'
import { expect, test, vi } from 'vitest'
import { fitSlice, plainLine } from '@/components/editor/paste/fit'
import { claimsIn } from '@/lib/claims/claim-uses'
import { type Document, parseDocument, toJson } from '@/lib/document/document'
import { forReaders } from '@/lib/document/for-readers'
import { mergeSteps } from '@/lib/document/merge-steps'
import { schema } from '@/lib/document/schema'
import { smallestChange } from '@/lib/document/smallest-change'
import { suggestChange } from '@/lib/document/suggesting/suggest-change'
import { acceptSuggestions, listSuggestions, rejectSuggestions } from '@/lib/document/suggestions'
import { aDocument } from '../../support/documents'
import { randomDocument, randomEdit } from '../../support/random-edits'
import { type Random, seeded } from '../../support/seeded'

const EVENT = '01900000-0000-7000-8000-0000000000c1'
const WORDS = 'zebra quagga okapi'

vi.setConfig({ testTimeout: 120_000 })

/** A document with one more paragraph, some words of which tell of a claim. */
function withClaim(random: Random): Node {
  const doc = randomDocument(random)
  const claimed = schema.node('paragraph', null, [
    schema.text('They say '),
    schema.text(WORDS, [schema.mark('claim', { eventId: EVENT })]),
    schema.text(' and go.'),
  ])
  return new Transform(doc).insert(doc.content.size, claimed).doc
}

/** The letters under the mark, in order. */
function marked(doc: Node): string {
  let text = ''
  doc.descendants((node) => {
    if (node.isText && node.marks.some(({ type, attrs }) => type.name === 'claim' && attrs.eventId === EVENT))
      text += node.text
  })
  return text
}

function seeds(count: number, run: (random: Random) => void): void {
  for (let seed = 1; seed <= count; seed += 1) {
    try {
      run(seeded(seed))
    } catch (error) {
      if (error instanceof Error) error.message = `seed ${seed}: ${error.message}`
      throw error
    }
  }
}

/** The letters of the claimed words that stand in the document at all: no other text has them in capitals. */
const LETTER = /[A-Z]/g
const CAPITALS = 'QXZQXZQXZ'

test('a letter that was marked stays marked for as long as it stands there, whatever is edited around it', () => {
  seeds(60, (random) => {
    let doc = withCapitals(random)
    for (let step = 0; step < 25; step += 1) {
      const edit = randomEdit(random, doc)
      // What takes every mark off takes this one off, too; no command of the editor does.
      if (edit === null || edit.name === 'unmark') continue
      doc = edit.after
      doc.check()
      // Text that was put in has no capitals, and blocks that take plain words alone take marks of the newsroom all the same.
      expect(capitalsIn(marked(doc)), edit.name).toBe(capitalsIn(doc.textContent))
    }
  })
})

/** A document of random blocks, and one paragraph of letters that no other text has, all of which tell of a claim. */
function withCapitals(random: Random): Node {
  const doc = randomDocument(random)
  const claimed = schema.node('paragraph', null, schema.text(CAPITALS, [schema.mark('claim', { eventId: EVENT })]))
  return new Transform(doc).insert(doc.content.size, claimed).doc
}

const capitalsIn = (text: string) => text.match(LETTER)?.join('') ?? ''

/** What somebody does to a document, as steps of which each is an action. */
function someSteps(random: Random, before: Node): Step[] {
  const steps: Step[] = []
  let doc = before
  for (let count = 0; count < 8; count += 1) {
    const edit = randomEdit(random, doc)
    if (edit === null || edit.name === 'unmark') continue
    const step = smallestChange(doc as Document, edit.after as Document)
    if (step === null) continue
    steps.push(step)
    doc = edit.after
  }
  return steps
}

const after = (doc: Node, steps: readonly Step[]) =>
  steps.reduce((transform, step) => transform.step(step), new Transform(doc)).doc

test('whoever writes at the same time leaves it on every letter that both have left', () => {
  seeds(120, (random) => {
    const base = withCapitals(random)
    const [ann, bob] = [someSteps(random, base), someSteps(random, base)]
    const current = after(base, ann)
    const merged = after(current, mergeSteps({ base, steps: bob, firsts: bob.map((_, index) => index) }, ann, current))
    merged.check()
    expect(capitalsIn(marked(merged))).toBe(capitalsIn(merged.textContent))
  })
})

test('what is copied out of one story into another, whole or in part, goes on telling of it', () => {
  seeds(200, (random) => {
    const from = withCapitals(random)
    const start = Math.floor(random() * from.content.size)
    const slice = fitSlice(from.slice(start, start + Math.floor(random() * (from.content.size - start))), schema)
    const into = randomDocument(random)
    const at = Math.floor(random() * into.content.size)
    const line = plainLine(slice)
    const { doc } =
      into.resolve(at).parent.type.name === 'headline' && line !== null
        ? new Transform(into).replace(at, at, line)
        : new Transform(into).replaceRange(at, at, slice)
    expect(capitalsIn(marked(doc))).toBe(capitalsIn(doc.textContent))
  })
})

test('a version that is restored brings it back on its words', () => {
  seeds(120, (random) => {
    const version = withClaim(random) as Document
    const now = after(version, someSteps(random, version)) as Document
    const restoring = smallestChange(now, version)
    expect(marked(restoring === null ? now : after(now, [restoring]))).toBe(WORDS)
  })
})

test('suggestions leave it, taken or refused', () => {
  seeds(40, (random) => {
    const before = withClaim(random)
    let ids = 0
    const suggester = {
      personId: '01900000-0000-7000-8000-0000000000aa',
      at: '2026-11-20T10:00:00.000Z',
      newId: () => `01900000-0000-7000-8000-${(ids++).toString(16).padStart(12, '0')}`,
    }
    const edit = randomEdit(random, before)
    if (edit === null || edit.name === 'unmark') return
    const made = suggestChange(before, edit.after, suggester, edit)
    if (made === null) return
    const suggested = made.transform.doc
    const open = new Set(listSuggestions(suggested).map(({ id }) => id))
    expect(marked(rejectSuggestions(new Transform(suggested), open).doc), edit.name).toBe(WORDS)
    expect(marked(acceptSuggestions(new Transform(suggested), open).doc), edit.name).toBe(marked(edit.after))
  })
})

test('it is kept by storing and by copying, and readers have the words without it', () => {
  const doc = parseDocument(aDocument('Quay', 'They leave.'))
  const mark = schema.mark('claim', { eventId: EVENT })
  const claimed = new Transform(doc).addMark(doc.content.size - 12, doc.content.size - 2, mark).doc
  const stored = parseDocument(toJson(claimed))
  expect(marked(stored)).toBe(marked(claimed))
  expect(claimsIn(stored)).toEqual([{ eventId: EVENT, words: marked(claimed).trim(), sentence: 'They leave.' }])
  const readers = forReaders(stored)
  expect(marked(readers)).toBe('')
  expect(readers.textContent).toBe(stored.textContent)
  // Over the clipboard it goes as HTML: the mark's own way out and in again.
  const slice = stored.slice(stored.content.size - 13, stored.content.size)
  expect(JSON.stringify(slice.toJSON())).toContain(EVENT)
})
