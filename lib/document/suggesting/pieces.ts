import type { Attrs, Mark, Node } from 'prosemirror-model'

/** Whose suggestion a mark belongs to. */
export type Author = { suggestionId: string; personId: string; at: string }

/** What a suggestion asks to change about words or a block: the `change` of a `reformatted` mark. */
export type Change =
  | { add: MarkJson }
  | { remove: MarkJson }
  | { block: { type: string; attrs: Record<string, unknown> } }
type MarkJson = { type: string; attrs?: Attrs }

const NAMES: ReadonlySet<string> = new Set(['inserted', 'removed', 'reformatted'])

/** The marks that may be suggested: what readers can see. A suggestion never brings a mark of the newsroom's along. */
export const FORMATS: ReadonlySet<string> = new Set(['link', 'quote', 'annotation', 'bold', 'italic'])

export function isSuggestion(mark: Mark): boolean {
  return NAMES.has(mark.type.name)
}

export function authorOf({ attrs }: Mark): Author {
  return { suggestionId: attrs.suggestionId, personId: attrs.personId, at: attrs.at }
}

export function suggestionOn(marks: readonly Mark[], name: 'inserted' | 'removed'): Mark | null {
  return marks.find((mark) => mark.type.name === name) ?? null
}

/** The break before a block, where that alone is suggested to come or go; else a mark on a block means all of it. */
export function isOfBreak(mark: Mark): boolean {
  return mark.attrs.what === 'break'
}

/** The mark that a change would put on or take off; null for one that changes a block, and for one that makes no sense. */
export function formatOf(mark: Mark): { does: 'add' | 'remove'; mark: Mark } | null {
  const change = mark.attrs.change as Partial<Record<'add' | 'remove', MarkJson>>
  const does = change.add === undefined ? 'remove' : 'add'
  const json = change[does]
  if (typeof json !== 'object' || !FORMATS.has(json.type)) return null
  try {
    const { schema } = mark.type
    const format = schema.mark(json.type, json.attrs)
    // What an attribute may hold is looked at by a node's own check alone.
    schema.text('x', [format]).check()
    return { does, mark: format }
  } catch {
    return null
  }
}

/** The block that a change would make of this one, with the same words; null when it cannot. */
export function reformedBlock(block: Node, mark: Mark): Node | null {
  const change = (mark.attrs.change as { block?: { type: string; attrs: Attrs } }).block
  const type = change && block.type.schema.nodes[change.type]
  if (!type?.isInGroup('block') || type.isTextblock !== block.isTextblock) return null
  try {
    const content = type === block.type || !type.isTextblock ? block.content : contentFor(type, block)
    const reformed = type.createChecked(change?.attrs, content, block.marks)
    reformed.check()
    return reformed
  } catch {
    return null
  }
}

/** The words of a block as another type of block may hold them. */
function contentFor(type: Node['type'], block: Node): Node[] {
  return block.children.map((child) =>
    child.isText || type.contentMatch.matchType(child.type) !== null
      ? child.mark(type.allowedMarks(child.marks))
      : block.type.schema.text(' ', type.allowedMarks(child.marks)),
  )
}

/** The attributes of a block as they would be with what is suggested about them: what a form about it shows. */
export function suggestedAttributes(block: Node): Attrs {
  const changes = block.marks.flatMap((mark) => {
    if (mark.type.name !== 'reformatted') return []
    const { block: asked } = mark.attrs.change as { block?: { type: string; attrs: Attrs } }
    return asked?.type === block.type.name ? [asked.attrs] : []
  })
  return Object.assign({}, block.attrs, ...changes)
}
