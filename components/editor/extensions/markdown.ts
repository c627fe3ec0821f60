import { Extension, InputRule, markInputRule, textblockTypeInputRule, wrappingInputRule } from '@tiptap/core'
import type { MarkType, NodeType, Schema } from '@tiptap/pm/model'
import type { MarkName, NodeName } from '@/lib/document/schema'
import { makePlain } from '../suggesting/plain-blocks'
import { insertBlock } from './insert-block'

/** What somebody who is used to markdown types. Undo, or Backspace right after, gives back the very characters. */
export const markdown = Extension.create({
  name: 'markdown',

  addInputRules() {
    const { schema } = this.editor
    return [
      inParagraph(textblockTypeInputRule({ find: /^##\s$/, type: node(schema, 'crosshead') })),
      inParagraph(wrappingInputRule({ find: /^[-*]\s$/, type: node(schema, 'bulletedList') })),
      inParagraph(wrappingInputRule({ find: /^1\.\s$/, type: node(schema, 'numberedList') })),
      inParagraph(wrappingInputRule({ find: /^>\s$/, type: node(schema, 'quotation') })),
      inParagraph(dividerRule()),
      ...[
        { find: /(?:^|\s)(\*\*(?!\s)([^*]+?)(?<!\s)\*\*)$/, type: mark(schema, 'bold') },
        { find: /(?:^|\s)(\*(?![\s*])([^*]+?)(?<!\s)\*)$/, type: mark(schema, 'italic') },
        { find: /(?:^|\s)(_(?![\s_])([^_]+?)(?<!\s)_)$/, type: mark(schema, 'italic') },
      ].map((rule) => whereAllowed(rule.type, markInputRule(rule))),
    ]
  },
})

/** Block rules speak in a paragraph of the body alone: in a list, a quotation or a title the characters stay. */
function inParagraph(rule: InputRule): InputRule {
  const inPlain = new InputRule({
    find: rule.find,
    undoable: rule.undoable,
    handler: (props) => {
      makePlain(props.state.tr, props.range.from, props.range.to)
      return rule.handler(props)
    },
  })
  return only(inPlain, ($from) => $from.depth === 1 && $from.parent.type.name === 'paragraph')
}

/** A headline takes no bold: there the asterisks are what somebody meant. */
function whereAllowed(type: MarkType, rule: InputRule): InputRule {
  return only(rule, ($from) => $from.parent.type.allowsMarkType(type))
}

type Handler = InputRule['handler']
type Place = ReturnType<Parameters<Handler>[0]['state']['doc']['resolve']>

function only(rule: InputRule, isPlace: ($from: Place) => boolean): InputRule {
  const handler: Handler = (props) => (isPlace(props.state.doc.resolve(props.range.from)) ? rule.handler(props) : null)
  return new InputRule({ find: rule.find, undoable: rule.undoable, handler })
}

function dividerRule(): InputRule {
  return new InputRule({
    find: /^---$/,
    handler: ({ state, range }) => {
      // Only a line of three dashes and nothing else.
      if (state.doc.resolve(range.from).parent.textContent !== '---') return null
      state.tr.delete(range.from, range.to)
      // Asking for the transaction again brings `state` up to it.
      if (state.tr.docChanged) insertBlock(state, state.schema.node('divider'))
    },
  })
}

function node(schema: Schema, name: NodeName): NodeType {
  const type = schema.nodes[name]
  if (type === undefined) throw new RangeError(`The schema has no ${name}`)
  return type
}

function mark(schema: Schema, name: MarkName): MarkType {
  return schema.mark(name).type
}
