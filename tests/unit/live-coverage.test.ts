import { expect, test } from 'vitest'
import { entriesInWords, entryTimes, type LiveCoverage, nextCoverage } from '@/lib/articles/live-coverage'
import { parseDocument } from '@/lib/document/document'
import { schema } from '@/lib/document/schema'
import { aDocument, paragraph } from '@/tests/support/documents'

const crosshead = (words: string) => schema.nodes.crosshead.create(null, words === '' ? [] : schema.text(words))
const covering = (...headings: string[]) =>
  parseDocument(aDocument('Storm', ...headings.flatMap((words) => [crosshead(words), paragraph(`${words}, in full.`)])))

const [one, two, three] = ['06:00', '07:00', '08:00'].map((time) => `2026-11-20T${time}:00.000Z`) as [
  string,
  string,
  string,
]
const next = (former: LiveCoverage | undefined, at: string, isLive: boolean, ...headings: string[]) =>
  nextCoverage(former, { document: covering(...headings), isLive, at: new Date(at) })

test('an entry keeps the time at which readers first had it, wherever it stands later', () => {
  const first = next(undefined, one, true, 'Trees fall')
  const second = next(first, two, true, 'Bridge closes', 'Trees fall')
  expect(second).toEqual({
    startedAt: one,
    endedAt: null,
    entries: [
      { heading: 'Bridge closes', at: two },
      { heading: 'Trees fall', at: one },
    ],
  })
  expect(next(second, three, true, 'Trees fall', 'Bridge closes')?.entries.map(({ at }) => at)).toEqual([one, two])
})

test('of two entries under one heading the new one is the upper one', () => {
  const first = next(undefined, one, true, 'Update')
  const second = next(first, two, true, 'Update', 'Update')
  expect(second?.entries.map(({ at }) => at)).toEqual([two, one])
  expect(next(second, three, true, 'Update', 'Update', 'Update')?.entries.map(({ at }) => at)).toEqual([
    three,
    two,
    one,
  ])
})

test('coverage ends once, keeps its times, and goes on where somebody switches it on again', () => {
  const live = next(undefined, one, true, 'Trees fall')
  const ended = next(live, two, false, 'Trees fall')
  expect(ended).toMatchObject({ startedAt: one, endedAt: two, entries: [{ at: one }] })
  expect(next(ended, three, false, 'Trees fall')).toMatchObject({ endedAt: two })
  expect(next(ended, three, true, 'Trees fall')).toMatchObject({ startedAt: one, endedAt: null })
})

test('an article that never was live says nothing of it', () => {
  expect(next(undefined, one, false, 'Trees fall')).toBeUndefined()
  expect([...entryTimes(covering('Trees fall'), {})]).toEqual([])
})

test('each entry has the words below its heading, and what stands before the first is none', () => {
  const document = parseDocument(
    aDocument(
      'Storm',
      'Before.',
      crosshead('Bridge closes'),
      'At seven.',
      'And on.',
      crosshead(''),
      crosshead('Trees'),
    ),
  )
  const live = nextCoverage(undefined, { document, isLive: true, at: new Date(one) })
  if (live === undefined) throw new Error('It is live')
  expect(entriesInWords(document, live)).toEqual([
    { heading: 'Bridge closes', at: one, words: 'At seven. And on.' },
    { heading: 'Trees', at: one, words: '' },
  ])
  expect([...entryTimes(document, { live })].map(([node, at]) => [node.textContent, at.toISOString()])).toEqual([
    ['Bridge closes', one],
    ['Trees', one],
  ])
})
