import type { Mark, Node, Schema } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { type Author, authorOf, type Change, isSuggestion } from './pieces'
import { resolve } from './resolve'

/** Who suggests, when, and how new ids are made. */
export type Suggester = { personId: string; at: string; newId: () => string }

type What = 'words' | 'block' | 'break'

/** The most characters of JSON that a change of a block may take; see the mark's own limit. */
const MOST_CHANGE_CHARACTERS = 3_900

/** A change of a block that is too long to be kept in a mark. */
export class TooLong extends Error {}

/** Makes the marks of one change: pieces that belong together get one id, and what goes on where the author left off gets that one's. */
export class Maker {
  readonly personId: string
  readonly schema: Schema
  private readonly suggester: Suggester
  private one: Author | null = null
  private readonly made = new WeakMap<Mark, Partial<Record<What, Mark>>>()
  private readonly letters = new WeakMap<readonly Mark[], Map<string, Node>>()

  constructor(suggester: Suggester, schema: Schema) {
    this.suggester = suggester
    this.personId = suggester.personId
    this.schema = schema
  }

  /** A maker of the marks of one place, given the author's own suggestions right before and right after it. */
  near(before: Mark | null, after: Mark | null): (name: 'inserted' | 'removed') => Mark {
    const neighbour = before ?? after
    const author = neighbour === null ? this.author() : authorOf(neighbour)
    return (name) => this.schema.mark(name, { ...author, what: 'words' })
  }

  /** The same mark, of words, of a block or of the break before one. Made once: it is asked for at every letter. */
  of(mark: Mark, what: What): Mark {
    if (mark.attrs.what === what) return mark
    const made = this.made.get(mark) ?? {}
    made[what] ??= mark.type.create({ ...mark.attrs, what })
    this.made.set(mark, made)
    return made[what]
  }

  /** A letter with its marks. Letters that are alike and stand in one piece of text share one. */
  letter(text: string, marks: readonly Mark[]): Node {
    const letters = this.letters.get(marks) ?? new Map<string, Node>()
    const letter = letters.get(text) ?? this.schema.text(text, marks)
    this.letters.set(marks, letters.set(text, letter))
    return letter
  }

  block(name: 'inserted' | 'removed', author: Author): Mark {
    return this.schema.mark(name, { ...author, what: 'block' })
  }

  reformatted(): (change: Change) => Mark {
    let author: Author | null = null
    return (change) => {
      author ??= this.author()
      return this.schema.mark('reformatted', { ...author, change })
    }
  }

  /** The marks of a block with a suggestion to change it. Several of one author are one, and none when nothing would change. */
  blockMarks(
    block: Node,
    change: { type: string; attrs: Record<string, unknown> },
    marks: readonly Mark[],
  ): readonly Mark[] {
    const own = marks.find(
      (mark) => mark.type.name === 'reformatted' && mark.attrs.personId === this.personId && mark.attrs.change.block,
    )
    const rest = own === undefined ? marks : own.removeFromSet(marks)
    const earlier = own?.attrs.change.block as typeof change | undefined
    const isSameKind = change.type === block.type.name
    const isTakenBack = earlier !== undefined && !isSameKind && earlier.type === change.type
    if (isTakenBack) return rest
    const attrs =
      isSameKind && earlier?.type === change.type
        ? { ...earlier.attrs, ...changedOnly(block, change.attrs) }
        : change.attrs
    if (isSameKind && Object.keys(changedOnly(block, attrs)).length === 0) return rest
    const asked = { block: { type: change.type, attrs } }
    if (JSON.stringify(asked).length > MOST_CHANGE_CHARACTERS) throw new TooLong()
    const author = own === undefined ? this.author() : authorOf(own)
    return this.schema.mark('reformatted', { ...author, change: asked }).addToSet(rest)
  }

  /** A block as the author has it in mind, to be put in elsewhere: their own suggestions in it are done, others' stay open. */
  copy(block: Node): Node {
    const { doc, headline, standfirst } = this.schema.nodes
    if (!doc || !headline || !standfirst) return block
    const tr = new Transform(doc.create(null, [headline.create(), standfirst.create(), block.mark([])]))
    resolve(tr, (mark) => (mark.attrs.personId === this.personId ? 'accept' : 'keep'))
    const copy = tr.doc.child(2)
    return copy.mark(copy.marks.filter((mark) => !isSuggestion(mark)))
  }

  /** The author of a new suggestion. All of what was done in one place at one time has one id. */
  author(): Author {
    const { personId, at, newId } = this.suggester
    return { suggestionId: newId(), personId, at }
  }

  /** The same author for every call: for what belongs together. */
  together(): Author {
    this.one ??= this.author()
    return this.one
  }
}

function changedOnly(block: Node, attrs: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(attrs).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(block.attrs[name])),
  )
}
