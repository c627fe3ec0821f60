import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { describe, expect, test, vi } from 'vitest'
import { forReaders } from '@/lib/document/for-readers'
import { suggestChange } from '@/lib/document/suggesting/suggest-change'
import { forgedSuggestions, isOnlySuggesting } from '@/lib/document/suggesting-rules'
import { acceptSuggestions, listSuggestions, rejectSuggestions, withoutSuggestions } from '@/lib/document/suggestions'
import { type Edit, pick, randomDocument, randomEdit } from '../support/random-edits'
import { type Random, seeded } from '../support/seeded'

const ME = '01900000-0000-7000-8000-0000000000aa'
const YOU = '01900000-0000-7000-8000-0000000000bb'
// A long run is `SUGGESTING_CASES=5000 npx vitest ...`.
const CASES = Number(process.env.SUGGESTING_CASES ?? 80)

// A long run takes as long as it takes.
vi.setConfig({ testTimeout: 3_600_000 })

let ids = 0
const suggester = (personId: string) => ({
  personId,
  at: '2026-11-20T10:00:00.000Z',
  newId: () => {
    ids += 1
    return `01900000-0000-7000-8000-${ids.toString(16).padStart(12, '0')}`
  },
})

function suggested(doc: Node, edit: Edit, personId = ME) {
  const made = suggestChange(doc, edit.after, suggester(personId), edit)
  if (made === null) throw new Error(`No way to suggest: ${edit.name}\n${doc}\n${edit.after}`)
  return made
}

const idsIn = (doc: Node, personId?: string) =>
  new Set(
    listSuggestions(doc)
      .filter((one) => personId === undefined || one.personId === personId)
      .map(({ id }) => id),
  )
const acceptAll = (doc: Node) => acceptSuggestions(new Transform(doc), idsIn(doc)).doc

function seeds(run: (random: Random, seed: number) => void) {
  for (let seed = 1; seed <= CASES; seed += 1) {
    try {
      run(seeded(seed), seed)
    } catch (error) {
      if (error instanceof Error) error.message = `seed ${seed}: ${error.message}`
      throw error
    }
  }
}

describe('what is suggested', () => {
  test('leaves the text for readers as it was, whatever was done and however often, by two people in turn', () => {
    seeds((random) => {
      let doc = randomDocument(random)
      const readers = forReaders(doc)
      for (let round = 0; round < 6; round += 1) {
        const personId = pick(random, [ME, YOU])
        const edit = randomEdit(random, doc)
        if (edit === null) continue
        const { transform, place } = suggested(doc, edit, personId)
        transform.doc.check()
        const why = `${edit.name}\n${doc}\n${edit.after}\n${transform.doc}`
        expect(forReaders(transform.doc).eq(readers), why).toBe(true)
        expect(isOnlySuggesting(doc, transform.doc, personId), why).toBe(true)
        expect(forgedSuggestions(doc, transform.doc, personId)).toEqual([])
        const cursor = place(edit.head)
        expect(cursor >= 0 && cursor <= transform.doc.content.size, why).toBe(true)
        doc = transform.doc
      }
    })
  })

  test('is, accepted, what the same would have been without suggesting', () => {
    const differing = new Map<string, number>()
    let count = 0
    seeds((random, seed) => {
      const doc = randomDocument(random)
      const edit = randomEdit(random, doc)
      if (edit === null) return
      count += 1
      const accepted = acceptAll(suggested(doc, edit).transform.doc)
      accepted.check()
      if (accepted.eq(edit.after)) return
      if (edit.isText)
        throw new Error(
          `${seed} ${edit.name}\n${doc}\n${edit.after}\n${suggested(doc, edit).transform.doc}\n${accepted}`,
        )
      differing.set(edit.name, (differing.get(edit.name) ?? 0) + 1)
    })
    expect(count).toBeGreaterThan(CASES / 4)
    expect([...differing]).toEqual([])
  })

  test('is accepted and rejected one by one without a change to what the others suggest', () => {
    seeds((random) => {
      let doc = randomDocument(random)
      for (let round = 0; round < 5; round += 1) {
        const edit = randomEdit(random, doc)
        if (edit !== null) doc = suggested(doc, edit, pick(random, [ME, YOU])).transform.doc
      }
      const readers = forReaders(doc)
      while (idsIn(doc).size > 0) {
        const id = pick(random, [...idsIn(doc)])
        const isAccepted = random() < 0.5
        const one = new Set([id])
        const after = (isAccepted ? acceptSuggestions : rejectSuggestions)(new Transform(doc), one).doc
        const why = `${isAccepted ? 'accepted' : 'rejected'} ${id}\n${doc}\n${after}`
        after.check()
        expect(idsIn(after).has(id), why).toBe(false)
        expect(
          [...idsIn(after)].every((other) => idsIn(doc).has(other)),
          why,
        ).toBe(true)
        if (!isAccepted && forReaders(doc).eq(readers)) expect(forReaders(after).eq(readers), why).toBe(true)
        doc = after
        if (isAccepted) break
      }
      while (idsIn(doc).size > 0)
        doc = rejectSuggestions(new Transform(doc), new Set([pick(random, [...idsIn(doc)])])).doc
      expect(withoutSuggestions(doc).eq(doc)).toBe(true)
      acceptAll(doc).check()
    })
  })
})
