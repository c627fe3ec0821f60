import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { type Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { changedBlocks, startOfBlock } from '@/lib/document/changed-blocks'
import type { Ask } from '../asks'
import { marginSign } from '../margin-sign'
import { gapInWords, gapsInBlock, type QuoteGap } from './quote-gaps'

const key = new PluginKey<DecorationSet>('quoteSigns')

/**
 * A sign at the margin beside quotations of which it is not said who speaks, where we have them from, or when: one for each paragraph,
 * about the first of them. On a key only the blocks are looked at that it changed.
 */
export function quoteSigns(ask: (ask: Ask) => void): Extension {
  return Extension.create({
    name: 'quoteSigns',
    addProseMirrorPlugins: () => [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: (_, { doc }) => DecorationSet.create(doc, signsIn(doc, 0, doc.childCount, ask)),
          apply: (tr, before) => (tr.docChanged ? after(tr, before, ask) : before),
        },
        props: { decorations: (state) => key.getState(state) },
      }),
    ],
  })
}

function after(tr: Transaction, before: DecorationSet, ask: (ask: Ask) => void): DecorationSet {
  const { from, to } = changedBlocks(tr.before, tr.doc)
  const [start, end] = [startOfBlock(tr.doc, from), startOfBlock(tr.doc, to)]
  const mapped = before.map(tr.mapping, tr.doc)
  return mapped.remove(mapped.find(start, end)).add(tr.doc, signsIn(tr.doc, from, to, ask))
}

function signsIn(doc: Node, from: number, to: number, ask: (ask: Ask) => void): Decoration[] {
  const signs: Decoration[] = []
  let position = startOfBlock(doc, from)
  for (let index = from; index < to; index += 1) {
    const block = doc.child(index)
    signs.push(...signsOf(doc, gapsInBlock(block, position), ask))
    position += block.nodeSize
  }
  return signs
}

function signsOf(doc: Node, gaps: readonly QuoteGap[], ask: (ask: Ask) => void): Decoration[] {
  const byParagraph = new Map<number, { first: QuoteGap; count: number }>()
  for (const gap of gaps) {
    const paragraph = gap.kind === 'block' ? gap.from : doc.resolve(gap.from).start()
    const known = byParagraph.get(paragraph)
    if (known === undefined) byParagraph.set(paragraph, { first: gap, count: 1 })
    else known.count += 1
  }
  return [...byParagraph.values()].map(({ first, count }) => {
    const label = labelOf(first, count)
    // Beside the first line of the words, where the words are a block of their own.
    const inside = doc.nodeAt(first.from)?.isTextblock ? 1 : 2
    return marginSign(first.kind === 'block' ? first.from + inside : first.from, {
      label,
      className: 'quote-sign',
      key: label,
      onOpen: (view, getPos) => askAt(view, getPos(), ask),
    })
  })
}

function labelOf({ missing, words }: QuoteGap, count: number): string {
  const start = words.length > 40 ? `${words.slice(0, 39).trimEnd()}…` : words
  const more = count === 1 ? '' : `. ${count - 1} more in this paragraph`
  return `${gapInWords(missing)}: ${start}${more}`
}

function askAt(view: EditorView, position: number | undefined, ask: (ask: Ask) => void): void {
  const gap = position === undefined || !view.editable ? null : gapAt(view.state.doc, position)
  if (gap !== null) ask({ kind: 'quote speaker', place: { from: gap.from, to: gap.to } })
}

/** The quotation that the sign at a position is about. */
function gapAt(doc: Node, position: number): QuoteGap | null {
  const $position = doc.resolve(position)
  const index = $position.index(0)
  const block = doc.maybeChild(index)
  if (block === null) return null
  const gaps = gapsInBlock(block, startOfBlock(doc, index))
  return gaps.find(({ from, to }) => from <= position && position < to) ?? null
}
