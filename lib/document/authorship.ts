import type { StepMap } from 'prosemirror-transform'

/** Who put words there, and in which minute (ISO 8601, UTC). */
export type Author = {
  personId: string
  at: string
  /** Who brought them back, where an older version was restored. */
  restoredBy?: { personId: string; at: string }
}

/** Positions of a document that one author filled. */
export type AuthorSpan = Author & { from: number; to: number }

/** A stretch of a document somewhere on its way back through time; `asked` is where its beginning stands in the one that was asked about. */
export type Stretch = { from: number; to: number; asked: number }

/** The minute of an instant: nobody asks for seconds, and words typed together stay together. */
export function minuteOf(at: Date): string {
  return new Date(Math.floor(at.getTime() / 60_000) * 60_000).toISOString()
}

/**
 * Goes back over one step: the parts of the stretches that it `wrote` stand in the document after it, what was there
 * already (`earlier`) in the document before it.
 */
export function beforeStep(stretches: readonly Stretch[], map: StepMap): { wrote: Stretch[]; earlier: Stretch[] } {
  const changes = changesOf(map)
  if (changes.length === 0) return { wrote: [], earlier: [...stretches] }
  const wrote: Stretch[] = []
  const earlier: Stretch[] = []
  for (const { from, to, asked } of stretches) {
    let at = from
    let shift = 0
    const keep = (until: number) => {
      if (until > at) earlier.push({ from: at + shift, to: until + shift, asked: asked + at - from })
      at = Math.max(at, until)
    }
    for (const { oldEnd, newStart, newEnd } of changes) {
      keep(Math.min(to, newStart))
      const end = Math.min(to, newEnd)
      if (end > at) wrote.push({ from: at, to: end, asked: asked + at - from })
      at = Math.max(at, end)
      shift = oldEnd - newEnd
    }
    keep(to)
  }
  return { wrote, earlier }
}

type Change = { oldStart: number; oldEnd: number; newStart: number; newEnd: number }

function changesOf(map: StepMap): Change[] {
  const changes: Change[] = []
  map.forEach((oldStart, oldEnd, newStart, newEnd) => {
    changes.push({ oldStart, oldEnd, newStart, newEnd })
  })
  return changes
}

/** The authors of a whole document, kept up to date step by step: the way forward, for what is to be written down. */
export class Authors {
  private runs: { length: number; author: Author }[]

  private constructor(runs: { length: number; author: Author }[]) {
    this.runs = runs
  }

  /** All of a document by one author. */
  static of(length: number, author: Author): Authors {
    return new Authors([{ length, author }])
  }

  static from(spans: readonly AuthorSpan[]): Authors {
    return new Authors(spans.map(({ from, to, ...author }) => ({ length: to - from, author })))
  }

  spans(): AuthorSpan[] {
    let at = 0
    return joined(
      this.runs.map(({ length, author }) => {
        at += length
        return { ...author, from: at - length, to: at }
      }),
    )
  }

  /** Takes in a step of one author. `cameBack`: the authors of the version that the step restored, who keep their words. */
  apply(map: StepMap, author: Author, cameBack?: Authors): void {
    for (const { oldStart, oldEnd, newStart, newEnd } of changesOf(map).toReversed()) {
      const written =
        cameBack === undefined
          ? [{ length: newEnd - newStart, author }]
          : cameBack.between(newStart, newEnd).map((run) => ({ ...run, author: restored(run.author, author) }))
      this.replace(
        oldStart,
        oldEnd,
        written.filter(({ length }) => length > 0),
      )
    }
  }

  copy(): Authors {
    return new Authors(this.runs.map((run) => ({ ...run })))
  }

  private between(from: number, to: number): { length: number; author: Author }[] {
    const found: { length: number; author: Author }[] = []
    let at = 0
    for (const { length, author } of this.runs) {
      const inside = Math.min(to, at + length) - Math.max(from, at)
      if (inside > 0) found.push({ length: inside, author })
      at += length
    }
    return found
  }

  private replace(from: number, to: number, written: { length: number; author: Author }[]): void {
    let first = 0
    let at = 0
    while (first < this.runs.length && at + lengthOf(this.runs[first]) <= from) {
      at += lengthOf(this.runs[first])
      first += 1
    }
    let last = first
    let end = at
    while (last < this.runs.length && end < to) {
      end += lengthOf(this.runs[last])
      last += 1
    }
    const before = this.runs[first]
    if (last === first && at < from && before !== undefined) {
      last = first + 1
      end = at + before.length
    }
    const after = this.runs[last - 1]
    const put = [
      ...(before !== undefined && from > at ? [{ length: from - at, author: before.author }] : []),
      ...written,
      ...(after !== undefined && end > to && last > first ? [{ length: end - to, author: after.author }] : []),
    ]
    this.runs.splice(first, last - first, ...merged(this.runs[first - 1], put))
  }
}

function lengthOf(run: { length: number } | undefined): number {
  return run?.length ?? 0
}

/** Runs of one author in a row are one run; the one before them grows where it is theirs, too. */
function merged(
  previous: { length: number; author: Author } | undefined,
  runs: { length: number; author: Author }[],
): { length: number; author: Author }[] {
  const result: { length: number; author: Author }[] = []
  for (const run of runs) {
    const last = result.at(-1) ?? previous
    if (last !== undefined && isSameAuthor(last.author, run.author)) last.length += run.length
    else result.push({ ...run })
  }
  return result
}

/** Who brings back what was brought back before is named alone: the way by which words came is not told. */
function restored(author: Author, by: Author): Author {
  return { personId: author.personId, at: author.at, restoredBy: { personId: by.personId, at: by.at } }
}

/** Spans in order, neighbours of one author as one. `grow` may carry over more of the second to the first. */
export function joined<Span extends AuthorSpan>(
  spans: readonly Span[],
  grow: (last: Span, next: Span) => void = () => undefined,
): Span[] {
  const result: Span[] = []
  for (const span of spans.toSorted((one, other) => one.from - other.from)) {
    const last = result.at(-1)
    if (last !== undefined && last.to === span.from && isSameAuthor(last, span)) {
      grow(last, span)
      last.to = span.to
    } else if (span.to > span.from) result.push({ ...span })
  }
  return result
}

function isSameAuthor(one: Author, other: Author): boolean {
  return (
    one.personId === other.personId &&
    one.at === other.at &&
    one.restoredBy?.personId === other.restoredBy?.personId &&
    one.restoredBy?.at === other.restoredBy?.at
  )
}
