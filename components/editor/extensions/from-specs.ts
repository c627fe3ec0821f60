import { type AnyExtension, type Attributes, Mark, Node, type NodeViewRenderer } from '@tiptap/core'
import type { AttributeSpec, MarkSpec, NodeSpec } from 'prosemirror-model'

/** How the editor shows a node that wants more than its `toDOM`: one renderer a node name. */
type NodeViews = Partial<Record<string, NodeViewRenderer>>

/**
 * The editor's nodes and marks, made from the very specs that the server checks with. TipTap would rather be told its own
 * way; two descriptions of one document would drift apart, so there is only this translation, in the order of the specs.
 *
 * @param views node views by node name; a node without one is shown by its `toDOM`
 */
export function extensionsFromSpecs(
  nodes: Record<string, NodeSpec>,
  marks: Record<string, MarkSpec>,
  views: NodeViews = {},
): AnyExtension[] {
  return [
    ...Object.entries(nodes).map(([name, spec]) => nodeExtension(name, spec, views[name])),
    ...Object.entries(marks).map(([name, spec]) => markExtension(name, spec)),
  ]
}

function nodeExtension(name: string, spec: NodeSpec, view: NodeViewRenderer | undefined): AnyExtension {
  return Node.create({
    name,
    topNode: name === 'doc',
    ...present({
      content: spec.content,
      marks: spec.marks,
      group: spec.group,
      inline: spec.inline,
      atom: spec.atom,
      selectable: spec.selectable,
      draggable: spec.draggable,
      code: spec.code,
      whitespace: spec.whitespace,
      defining: spec.defining,
      isolating: spec.isolating,
    }),
    addAttributes: () => attributes(spec.attrs),
    // Taken as they are: TipTap's own parseHTML and renderHTML would read and write every attribute a second time.
    extendNodeSchema: (extension) =>
      extension.name === name
        ? present({
            parseDOM: spec.parseDOM,
            toDOM: spec.toDOM,
            leafText: spec.leafText,
            // How prosemirror-tables knows the parts of a table.
            tableRole: spec.tableRole,
          })
        : {},
    ...(view === undefined ? {} : { addNodeView: () => view }),
  })
}

function markExtension(name: string, spec: MarkSpec): AnyExtension {
  return Mark.create({
    name,
    ...present({
      inclusive: spec.inclusive,
      excludes: spec.excludes,
      group: spec.group,
      spanning: spec.spanning,
      code: spec.code,
    }),
    addAttributes: () => attributes(spec.attrs),
    extendMarkSchema: (extension) =>
      extension.name === name ? present({ parseDOM: spec.parseDOM, toDOM: spec.toDOM }) : {},
  })
}

function attributes(specs: Record<string, AttributeSpec> | undefined): Attributes {
  return Object.fromEntries(
    Object.entries(specs ?? {}).map(([name, spec]) => [
      name,
      {
        ...present({ default: spec.default, validate: spec.validate }),
        isRequired: !('default' in spec),
        rendered: false,
      },
    ]),
  )
}

/** The same object without what is undefined: TipTap tells "not said" from "said to be undefined". */
function present<Values extends Record<string, unknown>>(
  values: Values,
): { [Key in keyof Values]?: Exclude<Values[Key], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Values]?: Exclude<Values[Key], undefined>
  }
}
