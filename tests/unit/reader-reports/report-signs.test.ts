import { EditorState, type Plugin } from '@tiptap/pm/state'
import type { DecorationSet } from '@tiptap/pm/view'
import { describe, expect, test } from 'vitest'
import { reportSigns } from '@/components/editor/reader-reports/report-signs'
import { parseDocument } from '@/lib/document/document'
import { schema } from '@/lib/document/schema'
import type { ArticleReport } from '@/lib/reader-reports/list-article-reports'
import { aDocument } from '@/tests/support/documents'

const WORDS = [
  'The harbour board met on Tuesday and voted nine to two.',
  'The old swing bridge closes in the first week of May.',
  'Ferries will run every twenty minutes until the work is done.',
]

const reportOn = (paragraph: number, id = `report ${paragraph}`): ArticleReport => ({
  ...{ id, paragraph, quote: WORDS[paragraph - 1] ?? '', state: 'NEW', text: 'That is wrong.', url: '' },
  createdAt: '2026-11-28T10:00:00.000Z',
})

const plugin = (reportSigns(() => {}).config.addProseMirrorPlugins as unknown as () => Plugin[])()[0] as Plugin

function opened(...reports: ArticleReport[]): EditorState {
  const state = EditorState.create({ doc: parseDocument(aDocument('Bridge closes', ...WORDS)), plugins: [plugin] })
  return state.apply(state.tr.setMeta(plugin, reports))
}

/** The words of each paragraph that has a sign. */
function signed(state: EditorState): string[] {
  const decorations = plugin.props.decorations?.call(plugin, state) as DecorationSet
  return decorations
    .find()
    .sort((one, other) => one.from - other.from)
    .map(({ from }) => state.doc.resolve(from).parent.textContent)
}

/** Where the n-th paragraph begins, counted from 1. */
const startOf = ({ doc }: EditorState, paragraph: number) =>
  doc.children.slice(0, paragraph + 1).reduce((sum, node) => sum + node.nodeSize, 0)

describe('The signs at paragraphs that readers question', () => {
  test('stand one at each paragraph, however many ask', () => {
    expect(signed(opened(reportOn(3), reportOn(1), reportOn(3, 'another')))).toEqual([WORDS[0], WORDS[2]])
    expect(signed(opened())).toEqual([])
  })

  test('go with their paragraph when one is put above, also by splitting at its first letter', () => {
    const state = opened(reportOn(3))
    const above = schema.nodes.paragraph.create(null, schema.text('New.'))
    expect(signed(state.apply(state.tr.insert(startOf(state, 1), above)))).toEqual([WORDS[2]])
    const split = state.apply(state.tr.split(startOf(state, 3) + 1))
    expect(split.doc.childCount).toBe(state.doc.childCount + 1)
    expect(signed(split)).toEqual([WORDS[2]])
  })

  test('stay while the paragraph is typed in, down to its last word', () => {
    let state = opened(reportOn(2))
    for (let typed = 0; typed < 60; typed += 1) {
      const at = startOf(state, 2) + 1
      const end = at + (state.doc.child(3).content.size > 1 ? 1 : 0)
      state = state.apply(state.tr.delete(at, end))
      state = state.apply(state.tr.insertText('z', startOf(state, 3) - 1))
    }
    expect(signed(state)).toEqual([state.doc.child(3).textContent])
    expect(state.doc.child(3).textContent).not.toContain('bridge')
  })

  test('find the words where their paragraph was cut out and put elsewhere', () => {
    const state = opened(reportOn(1))
    const words = state.doc.child(2)
    const cut = state.apply(state.tr.delete(startOf(state, 1), startOf(state, 2)))
    const back = cut.apply(cut.tr.insert(cut.doc.content.size, words))
    expect(signed(back)).toEqual([WORDS[0]])
  })
})
