/** How wide words are, in CSS pixels. */
export type Measure = (words: string) => number

export type Room = {
  /** CSS pixels of a line. */
  width: number
  /** How many lines there are. */
  lines: number
}

export type Fit = {
  isWhole: boolean
  /** How many lines the whole words would take. */
  lines: number
  /** What is seen: all of it, or as much as leaves room for the ellipsis. */
  seen: string
  /** How much of the room the words take: 1 is all of it, more is too much. */
  share: number
}

const ELLIPSIS = '…'

/** Lays words into lines as a browser does, greedily and broken at spaces, and says where they would be cut off. */
export function fitWords(words: string, room: Room, measure: Measure): Fit {
  const rows = breakIntoRows(words.trim().split(/\s+/).filter(Boolean), room.width, measure)
  const last = rows.at(-1)
  const used = last === undefined ? 0 : (rows.length - 1) * room.width + measure(last)
  // One word may be wider than a line.
  const isWhole = rows.length <= room.lines && rows.every((row) => measure(row) <= room.width)
  return {
    isWhole,
    lines: rows.length,
    seen: isWhole ? rows.join(' ') : cutOff(rows, room, measure),
    share: used / (room.lines * room.width),
  }
}

function breakIntoRows(words: readonly string[], width: number, measure: Measure): string[] {
  const rows: string[] = []
  let row = ''
  for (const word of words) {
    const longer = row === '' ? word : `${row} ${word}`
    if (measure(longer) <= width) row = longer
    else {
      if (row !== '') rows.push(row)
      row = word
    }
  }
  return row === '' ? rows : [...rows, row]
}

function cutOff(rows: readonly string[], { lines, width }: Room, measure: Measure): string {
  const whole = rows.slice(0, lines - 1)
  const rest = rows
    .slice(lines - 1)
    .join(' ')
    .split(' ')
  let kept = ''
  for (const word of rest) {
    const longer = kept === '' ? word : `${kept} ${word}`
    if (measure(longer + ELLIPSIS) > width) break
    kept = longer
  }
  return [...whole, kept === '' ? cutInWord(rest[0] ?? '', width, measure) : kept].join(' ')
}

/** A first word that is wider than the line is cut inside. */
function cutInWord(word: string, width: number, measure: Measure): string {
  let kept = ''
  for (const { segment } of new Intl.Segmenter().segment(word)) {
    if (measure(kept + segment + ELLIPSIS) > width) break
    kept += segment
  }
  return kept
}
