import { Mark } from 'prosemirror-model'
import { type Change, FORMATS, formatOf } from './pieces'
import type { Token } from './tokens'

/** A letter before a change and the same letter after it. */
export type Pair = { before: Token; after: Token }
type Maker = (change: Change) => Mark

/**
 * Turns marks that were put on and taken off letters into suggestions to do so. Asked for a second time, a suggestion is taken
 * back: the words show no bold until it is accepted, so whoever presses the key again wants it gone.
 */
export class FormatChanges {
  private readonly asked = new Map<string, { count: number; already: number }>()
  private readonly personId: string
  private readonly make: Maker

  constructor(pairs: readonly Pair[], personId: string, make: Maker) {
    this.personId = personId
    this.make = make
    for (const pair of pairs) {
      for (const { does, mark } of askedOf(pair)) {
        const key = keyOf(does, mark)
        const entry = this.asked.get(key) ?? { count: 0, already: 0 }
        entry.count += 1
        if (this.ownLike(marksOf(pair.before), does, mark) !== null) entry.already += 1
        this.asked.set(key, entry)
      }
    }
  }

  /** The marks that a kept letter ends with. The newsroom's notes are put on and taken off as they are. */
  marksFor(pair: Pair): readonly Mark[] {
    const before = marksOf(pair.before)
    if (Mark.sameSet(before, marksOf(pair.after))) return before
    let marks: readonly Mark[] = notesChanged(before, marksOf(pair.after))
    if (pair.before.own !== null) return withFormatsOf(marks, marksOf(pair.after))
    for (const { does, mark } of askedOf(pair)) {
      const like = this.ownLike(marks, does, mark)
      const { count = 0, already = 0 } = this.asked.get(keyOf(does, mark)) ?? {}
      if (like !== null && count === already) marks = like.removeFromSet(marks)
      else if (like === null) {
        for (const other of this.ownOfType(marks, mark)) marks = other.removeFromSet(marks)
        marks = this.make({ [does]: mark.toJSON() } as Change).addToSet(marks)
      }
    }
    return marks
  }

  private ownLike(marks: readonly Mark[], does: 'add' | 'remove', mark: Mark): Mark | null {
    return (
      this.ownOfType(marks, mark).find((own) => formatOf(own)?.does === does && formatOf(own)?.mark.eq(mark)) ?? null
    )
  }

  private ownOfType(marks: readonly Mark[], mark: Mark): Mark[] {
    return marks.filter(
      (own) =>
        own.type.name === 'reformatted' &&
        own.attrs.personId === this.personId &&
        formatOf(own)?.mark.type === mark.type,
    )
  }
}

function keyOf(does: string, mark: Mark): string {
  return `${does} ${JSON.stringify(mark)}`
}

function marksOf(token: Token): readonly Mark[] {
  return token.kind === 'letter' ? token.marks : []
}

/** What was done to the marks that readers see. A mark that takes the place of another of its kind is one change. */
function askedOf({ before, after }: Pair): { does: 'add' | 'remove'; mark: Mark }[] {
  if (before.own !== null || Mark.sameSet(marksOf(before), marksOf(after))) return []
  const one = marksOf(before).filter(isFormat)
  const other = marksOf(after).filter(isFormat)
  const added = other.filter((mark) => !mark.isInSet(one))
  const removed = one.filter((mark) => !mark.isInSet(other) && !added.some(({ type }) => type === mark.type))
  return [
    ...added.map((mark) => ({ does: 'add' as const, mark })),
    ...removed.map((mark) => ({ does: 'remove' as const, mark })),
  ]
}

function isFormat(mark: Mark): boolean {
  return FORMATS.has(mark.type.name)
}

function isNote({ type }: Mark): boolean {
  return type.name === 'comment' || type.name === 'claim' || type.name === 'toDo'
}

function notesChanged(before: readonly Mark[], after: readonly Mark[]): readonly Mark[] {
  const kept = before.filter((mark) => !isNote(mark))
  return after.filter(isNote).reduce<readonly Mark[]>((marks, mark) => mark.addToSet(marks), kept)
}

function withFormatsOf(marks: readonly Mark[], after: readonly Mark[]): readonly Mark[] {
  const kept = marks.filter((mark) => !isFormat(mark))
  return after.filter(isFormat).reduce<readonly Mark[]>((set, mark) => mark.addToSet(set), kept)
}
