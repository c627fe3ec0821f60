import { getSchema } from '@tiptap/core'
import type { Schema } from 'prosemirror-model'
import { describe, expect, test } from 'vitest'
import { extensionsFromSpecs } from '@/components/editor/extensions/from-specs'
import { emptyDocument } from '@/lib/document/document'
import { marks, nodes, schema } from '@/lib/document/schema'

const editors = getSchema(extensionsFromSpecs(nodes, marks))

/** Everything that decides whether a step made by one schema means the same in the other. */
function shapeOf(of: Schema) {
  return {
    top: of.topNodeType.name,
    nodes: Object.values(of.nodes).map(({ name, spec, markSet, isTextblock, isAtom, isLeaf }) => ({
      name,
      content: spec.content,
      group: spec.group,
      inline: spec.inline,
      atom: spec.atom,
      defining: spec.defining,
      isolating: spec.isolating,
      selectable: spec.selectable,
      draggable: spec.draggable,
      attrs: spec.attrs ?? {},
      marks: markSet === null ? 'all' : markSet.map((mark) => mark.name),
      is: { isTextblock, isAtom, isLeaf },
    })),
    marks: Object.values(of.marks).map(({ name, spec }) => ({
      name,
      inclusive: spec.inclusive,
      attrs: spec.attrs ?? {},
    })),
    ranks: Object.values(of.marks).map((mark) => Reflect.get(mark, 'rank')),
  }
}

describe('the editor and the server have one schema', () => {
  test('nodes, their content, attributes and checks, and marks with their rank are equal and in the same order', () => {
    expect(shapeOf(editors)).toEqual(shapeOf(schema))
  })

  test('a check of an attribute is the very function that the server calls', () => {
    expect(editors.nodes.image?.spec.attrs?.alt?.validate).toBe(nodes.image.attrs?.alt?.validate)
  })

  test('reading and writing HTML, and the text of a leaf, are the same functions', () => {
    for (const [name, spec] of Object.entries<Record<string, unknown>>({ ...nodes, ...marks })) {
      const own = (editors.nodes[name] ?? editors.marks[name])?.spec
      expect(own?.toDOM, name).toBe(spec.toDOM)
      expect(own?.parseDOM, name).toBe(spec.parseDOM)
      expect(own?.leafText, name).toBe(spec.leafText)
    }
  })

  test('a document of the one is a document of the other', () => {
    const copy = editors.nodeFromJSON(emptyDocument().toJSON())
    copy.check()
    expect(copy.toJSON()).toEqual(emptyDocument().toJSON())
  })
})
