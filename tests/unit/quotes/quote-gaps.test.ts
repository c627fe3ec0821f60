import type { Node } from 'prosemirror-model'
import { EditorState } from 'prosemirror-state'
import { describe, expect, test } from 'vitest'
import { gapInWords, gapsInBlock } from '@/components/editor/quotes/quote-gaps'
import { lastOriginOf, quoteTarget, withAttribution } from '@/components/editor/quotes/quote-target'
import { UNSAID } from '@/lib/document/attribution'
import { parseDocument } from '@/lib/document/document'
import { schema } from '@/lib/document/schema'
import { aDocument } from '@/tests/support/documents'

const { nodes, marks } = schema
const whole = { speaker: 'Ada', origin: 'court', saidOn: '2026-02-03' } as const
const p = (...inside: (string | Node)[]) =>
  nodes.paragraph.create(
    null,
    inside.map((part) => (typeof part === 'string' ? schema.text(part) : part)),
  )
const said = (words: string, noted: object = {}) => schema.text(words, [marks.quote.create(noted)])
const told = (block: Node) => gapsInBlock(block, 10).map(({ words, missing }) => `${words}: ${gapInWords(missing)}`)

describe('What is not said of quotations', () => {
  test.each<[string, Node, string[]]>([
    ['of four words and more', p('She said “we go home now” and left.'), ['“we go home now”: No name, origin or date']],
    ['not of names', p('The “old stone bridge” stood.'), []],
    [
      'in straight and other marks',
      p('"we go home now" «we go home now» „we go home now“'),
      [
        '"we go home now": No name, origin or date',
        '«we go home now»: No name, origin or date',
        '„we go home now“: No name, origin or date',
      ],
    ],
    ['not of what is not closed', p('He said “we go home now.'), []],
    ['of marked words, however few', p(said('“No,”', { speaker: 'Ada', origin: 'court' })), ['“No,”: No date']],
    ['not where all is said', p(said('“we go home now”', whole)), []],
    ['not beside marked words in the same quotation', p('“', said('we go home now', whole), '”'), []],
    [
      'of two pieces of one quotation once',
      p(
        said('“we go ', whole),
        schema.text('home', [marks.quote.create({ ...whole, saidOn: '' }), marks.bold.create()]),
        said(' now”', { ...whole, saidOn: '' }),
      ),
      ['home now”: No date'],
    ],
    ['of words set apart', nodes.quotation.create({ speaker: 'Ada' }, [p('Never.')]), ['Never.: No origin or date']],
    ['of a pull quote only who speaks', nodes.pullQuote.create({ speaker: 'Ada' }, schema.text('Never.')), []],
    ['of a pull quote without a speaker', nodes.pullQuote.create(null, schema.text('Never.')), ['Never.: No name']],
    ['not of a block without words', nodes.quotation.create(null, [p()]), []],
    [
      'in lists',
      nodes.bulletedList.create(null, [nodes.listItem.create(null, p('“we go home now”'))]),
      ['“we go home now”: No name, origin or date'],
    ],
    ['not of posts', nodes.socialPost.create({ author: 'Ada' }, [p('“we go home now”')]), []],
  ])('is told %s', (_, block, gaps) => {
    expect(told(block)).toEqual(gaps)
  })

  test('is no matter while the words are only suggested', () => {
    const suggestion = {
      suggestionId: '01900000-0000-7000-8000-000000000001',
      personId: '01900000-0000-7000-8000-000000000001',
      at: '2026-11-20T08:14:00.000Z',
    }
    expect(told(p(schema.text('“we go home now”', [marks.inserted.create(suggestion)])))).toEqual([])
  })

  test('stands where the words stand', () => {
    const doc = parseDocument(aDocument('Headline', p('So “we go home now”.')))
    const at = doc.child(0).nodeSize + doc.child(1).nodeSize
    const [gap] = gapsInBlock(doc.child(2), at)
    expect(doc.textBetween(gap?.from ?? 0, gap?.to ?? 0)).toBe('“we go home now”')
  })
})

describe('The form about a speaker', () => {
  const doc = parseDocument(
    aDocument(
      'Headline',
      p('So ', said('“we go”', whole), ' she said.'),
      nodes.quotation.create({ speaker: 'Bo', role: 'mayor' }, [p('Never.')]),
    ),
  )
  const state = EditorState.create({ doc })
  const block = doc.content.size - doc.child(3).nodeSize

  test('changes what is noted of words, and of a block', () => {
    const from = doc.content.size - doc.child(3).nodeSize - doc.child(2).nodeSize + 1 + 'So '.length
    const words = quoteTarget(state, { from, to: from + 7 })
    expect(words).toMatchObject({ kind: 'words', words: '“we go”', noted: { ...whole, form: 'direct' } })
    const noted = { ...whole, origin: 'post', form: 'paraphrase' } as const
    const after = withAttribution(state, { kind: 'words', from, to: from + 7 }, noted)?.doc
    expect(after?.nodeAt(from)?.marks[0]?.attrs).toEqual(noted)

    const set = quoteTarget(state, { from: block, to: doc.content.size })
    expect(set).toMatchObject({ kind: 'block', words: 'Never.', noted: { speaker: 'Bo', origin: '' } })
    const changed = withAttribution(
      state,
      { kind: 'block', from: block, to: doc.content.size },
      { ...noted, speaker: 'Cy' },
    )
    expect(changed?.doc.child(3).attrs).toEqual({ speaker: 'Cy', role: 'mayor', origin: 'post', saidOn: '2026-02-03' })
    expect(withAttribution(state, { kind: 'words', from, to: from }, noted)).toBeNull()
  })

  test('proposes where the story last had words of the same person from', () => {
    expect(lastOriginOf(doc, ' ADA ')).toBe('court')
    expect(lastOriginOf(doc, 'Bo')).toBe(UNSAID.origin)
    expect(lastOriginOf(doc, '')).toBe('')
  })
})
