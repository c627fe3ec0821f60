import { Extension, InputRule } from '@tiptap/core'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { lineText } from '../line-text'
import { conventionsOf } from './conventions'
import { isSmartTyping } from './device-switch'
import { editsIn } from './in-text'
import type { Change } from './signs'
import { whileTyping } from './while-typing'

/** How TipTap writes a picture, a note or a line break inside of a line. */
const LEAF = /%leaf%/g

/** Quotation marks, apostrophes, dashes and ellipses, as the paper's language writes them. Undo gives back what was typed. */
export const smartSigns = Extension.create<{ language: string }>({
  name: 'smartSigns',

  addOptions: () => ({ language: 'en' }),

  addInputRules() {
    const conventions = conventionsOf(this.options.language)
    if (conventions === null) return []
    return [
      new InputRule({
        find: (text) => {
          const change = isSmartTyping() ? whileTyping(text.replace(LEAF, '\n'), conventions) : null
          if (change === null) return null
          const index = text.length - change.remove
          return { index, text: text.slice(index), data: { ...change } }
        },
        handler: ({ state, range, match }) => {
          const { insert } = match.data as Change
          const typed = match[0]
          if (insert === typed) return null
          state.tr.insertText(insert, range.from, range.to)
        },
      }),
    ]
  },
})

/** The same for everything that is written already, as one change, and how many signs it was. */
export function withSmartSigns(state: EditorState, language: string): { tr: Transaction; count: number } {
  const { tr } = state
  const conventions = conventionsOf(language)
  let count = 0
  if (conventions === null) return { tr, count }
  state.doc.descendants((block, position) => {
    if (!block.inlineContent) return
    for (const { from, to, insert } of editsIn(lineText(block), conventions)) {
      const start = tr.mapping.map(position + 1 + from, 1)
      tr.insertText(insert, start, tr.mapping.map(position + 1 + to, -1))
      count += 1
    }
  })
  return { tr, count }
}
