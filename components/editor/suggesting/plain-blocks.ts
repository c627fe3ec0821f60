import { type CommandProps, Extension } from '@tiptap/core'
import type { Transaction } from '@tiptap/pm/state'
import { isSuggestion } from '@/lib/document/suggesting/pieces'

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    plainBlocks: {
      /** Takes suggestions off the selected blocks and puts them on the words inside: only blocks of the body carry any, no part of a list. */
      plainBlocks: () => ReturnType
    }
  }
}

/** Makes it possible to put a suggested block into another: into a list or a quotation. */
export const plainBlocks = Extension.create({
  name: 'plainBlocks',
  addCommands: () => ({
    plainBlocks:
      () =>
      ({ tr, dispatch }: CommandProps) => {
        if (dispatch) makePlain(tr, tr.selection.from, tr.selection.to)
        return true
      },
  }),
})

/** As the command, for the blocks between two positions. No position changes. */
export function makePlain(tr: Transaction, from: number, to: number): void {
  tr.doc.forEach((block, start) => {
    const end = start + block.nodeSize
    if (end <= from || start >= Math.max(to, from + 1)) return
    for (const mark of block.marks.filter(isSuggestion)) {
      tr.removeNodeMark(start, mark)
      if (mark.attrs.what !== 'block') continue
      const words = mark.type.create({ ...mark.attrs, what: 'words' })
      block.descendants((inner, offset) => {
        if (!inner.isInline) return true
        const at = start + 1 + offset
        if (!inner.marks.some(({ type }) => type === mark.type)) tr.addMark(at, at + inner.nodeSize, words)
        return false
      })
    }
  })
}
