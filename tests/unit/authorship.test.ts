import type { Node } from 'prosemirror-model'
import { Mapping, type StepMap } from 'prosemirror-transform'
import { expect, test } from 'vitest'
import {
  type Author,
  type AuthorSpan,
  Authors,
  beforeStep,
  joined,
  minuteOf,
  type Stretch,
} from '@/lib/document/authorship'
import { randomChange, randomDocument } from '@/tests/support/random-documents'
import { seeded } from '@/tests/support/seeded'

/** The same question answered backwards, as it is answered for a few words of a long history. */
function backwards(document: Node, maps: readonly StepMap[], authors: readonly Author[], first: Author): AuthorSpan[] {
  let open: Stretch[] = [{ from: 0, to: document.content.size, asked: 0 }]
  const spans: AuthorSpan[] = []
  const put = (stretches: Stretch[], author: Author) => {
    for (const { from, to, asked } of stretches) spans.push({ ...author, from: asked, to: asked + to - from })
  }
  for (let index = maps.length - 1; index >= 0; index -= 1) {
    const { wrote, earlier } = beforeStep(open, maps[index] as StepMap)
    put(wrote, authors[index] as Author)
    open = earlier
  }
  put(open, first)
  return joined(spans)
}

test('forwards and backwards, the same people have written the same words', () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const random = seeded(seed)
    let document = randomDocument(random)
    const first: Author = { personId: 'first', at: minuteOf(new Date(0)) }
    const kept = Authors.of(document.content.size, first)
    const maps = new Mapping()
    const authors: Author[] = []
    for (let step = 0; step < 30; step += 1) {
      const change = randomChange(document, random)
      const author = { personId: `p${Math.floor(random() * 3)}`, at: minuteOf(new Date(step * 20_000)) }
      for (const map of change.mapping.maps) {
        kept.apply(map, author)
        maps.appendMap(map)
        authors.push(author)
      }
      document = change.doc
    }
    const spans = kept.spans()
    expect(spans.at(-1)?.to, `seed ${seed}`).toBe(document.content.size)
    expect(spans, `seed ${seed}`).toEqual(backwards(document, maps.maps, authors, first))
  }
})
