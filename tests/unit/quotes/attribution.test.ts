import { describe, expect, test } from 'vitest'
import { UNSAID } from '@/lib/document/attribution'
import { compareDocuments } from '@/lib/document/compare/compare-documents'
import { parseDocument, toJson } from '@/lib/document/document'
import { forReaders } from '@/lib/document/for-readers'
import { schema } from '@/lib/document/schema'
import { plainWords } from '@/lib/quotes/plain-words'
import { aDocument } from '@/tests/support/documents'

const { nodes, marks } = schema
const said = (noted: object) =>
  nodes.paragraph.create(null, [schema.text('“Never,”', [marks.quote.create(noted)]), schema.text(' she said.')])
const document = (noted: object) => parseDocument(aDocument('Headline', said(noted)))

describe('What is noted of quotations', () => {
  test('is not there in documents from before, which stay valid', () => {
    const old = JSON.parse(
      JSON.stringify(toJson(document({ speaker: 'Ada' })), (key, value) => (key in UNSAID ? undefined : value)),
    )
    expect(JSON.stringify(old)).toContain('{"speaker":"Ada"}')
    expect(parseDocument(old).eq(document({ speaker: 'Ada', ...UNSAID }))).toBe(true)
    const block = { type: 'quotation', attrs: { speaker: 'Ada', role: '' }, content: [{ type: 'paragraph' }] }
    expect(schema.nodeFromJSON(block).attrs).toMatchObject({ origin: '', saidOn: '' })
  })

  test.each([
    ['an origin of nobody', { origin: 'rumour' }],
    ['no day', { saidOn: '2026-02-30' }],
    ['an instant', { saidOn: '2026-02-03T10:00:00Z' }],
    ['another form', { form: 'song' }],
  ])('is refused when it is %s', (_, noted) => {
    expect(() => document(noted).check()).toThrow(RangeError)
  })

  test('never reaches readers, whose document is otherwise the same', () => {
    const noted = { speaker: 'Ada', origin: 'court', saidOn: '2026-02-03', form: 'paraphrase' }
    const block = { speaker: 'Bo', role: 'mayor', origin: 'post', saidOn: '2026-02-03' }
    const pull = nodes.pullQuote.create(block, schema.text('Large'))
    const apart = nodes.quotation.create(block, [nodes.paragraph.create(null, schema.text('Apart'))])
    const whole = parseDocument(aDocument('Headline', said(noted), pull, apart))
    const readers = forReaders(whole)
    expect(JSON.stringify(readers)).not.toMatch(/court|2026|paraphrase|post/)
    expect(readers.textContent).toBe(whole.textContent)
    expect(readers.child(2).child(0).marks[0]?.attrs).toEqual({ speaker: 'Ada', ...UNSAID })
    expect(readers.child(3).attrs).toMatchObject({ speaker: 'Bo', role: 'mayor', origin: '' })
    const plain = document({ speaker: 'Ada' })
    expect(forReaders(plain)).toBe(plain)
  })

  test.each([
    [{ speaker: 'Ada', origin: 'court' }, '‘“Never,”’ origin: court.'],
    [{ speaker: 'Ada', saidOn: '2026-02-03' }, '‘“Never,”’ said on 3 February 2026.'],
    [{ speaker: 'Bo', form: 'paraphrase' }, '‘“Never,”’ is now paraphrased, is said by Bo.'],
    [{ speaker: '' }, '‘“Never,”’ has no speaker any more.'],
  ])('is told by a comparison: %j', (noted, note) => {
    const rows = compareDocuments(document({ speaker: 'Ada' }), document(noted), () => undefined).rows
    expect(rows.flatMap(({ notes }) => notes)).toEqual([note])
  })

  test('is told when the words are marked for the first time, and when the block has it', () => {
    const bare = parseDocument(aDocument('Headline', '“Never,” she said.'))
    const marked = document({ speaker: 'Ada', origin: 'press-conference', form: 'paraphrase' })
    const notesOf = (one: typeof bare, other: typeof bare) =>
      compareDocuments(one, other, () => undefined).rows.flatMap(({ notes }) => notes)
    expect(notesOf(bare, marked)).toEqual(['‘“Never,”’ is said by Ada, paraphrased, origin: press conference.'])
    expect(notesOf(bare, document({}))).toEqual(['‘“Never,”’ marked as quoted.'])
    expect(notesOf(marked, bare)).toEqual(['‘“Never,”’ no longer marked as quoted.'])
    const block = (attrs: object) => nodes.quotation.create(attrs, [nodes.paragraph.create(null, schema.text('Apart'))])
    const changed = notesOf(
      parseDocument(aDocument('Headline', block({ speaker: 'Bo' }))),
      parseDocument(aDocument('Headline', block({ speaker: 'Bo', origin: 'post', saidOn: '2026-02-03' }))),
    )
    expect(changed).toEqual(['Quotation changed: origin and day on which it was said.'])
  })
})

test('plain words are words alone', () => {
  expect(plainWords('“Don’t — go, ÓSCAR!”')).toBe('dont go oscar')
  expect(plainWords('…')).toBe('')
})
