import { Extension } from '@tiptap/core'
import { DOMParser as DocumentParser, type Node, type Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { cleanHtml } from './clean-html'
import { fitSlice, plainLine, withoutBreaks } from './fit'
import { ArticleSerializer, ownSlice } from './own-slices'
import { sliceOfText } from './plain-text'

/** Text from elsewhere comes in as words and structure alone; text of our own as it is. */
export const cleanPaste = Extension.create<{ articleId: string }>({
  name: 'cleanPaste',

  addOptions: () => ({ articleId: '' }),

  addProseMirrorPlugins() {
    const { schema } = this.editor
    const { articleId } = this.options
    const hasTables = schema.nodes.table !== undefined
    return [
      new Plugin({
        props: {
          clipboardSerializer: new ArticleSerializer(schema, articleId),
          clipboardParser: new ExactParser(schema, DocumentParser.fromSchema(schema).rules),
          transformPastedHTML: (html) => ownSlice(html, articleId, schema) ?? cleanHtml(html, hasTables),
          clipboardTextParser: (text, $context) => sliceOfText(text, schema, $context.marks()),
          transformPasted: (slice, view) => {
            // Words that are dragged to another place of the same text are the same words.
            if (view.dragging?.move === true) return slice
            return fitLine(fitSlice(slice, schema), view.state.selection.$from.parent)
          },
        },
      }),
    ]
  },
})

/** White space in what was cleaned is meant. */
class ExactParser extends DocumentParser {
  override parseSlice(...[dom, options]: Parameters<DocumentParser['parseSlice']>): Slice {
    return super.parseSlice(dom, { ...options, preserveWhitespace: true })
  }
}

function fitLine(slice: Slice, parent: Node): Slice {
  const { hardBreak } = parent.type.schema.nodes
  const takesBreaks = !parent.isTextblock || hardBreak === undefined || parent.type.contentMatch.matchType(hardBreak)
  return takesBreaks ? slice : (plainLine(slice) ?? withoutBreaks(slice))
}
