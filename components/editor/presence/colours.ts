/** How many colours presence.css has: --person-1 and so on. */
const COLOURS = 8

/** Gives each person a colour that nobody else here has, as long as there are enough, and the same one while the page is open. */
export class PersonColours {
  private readonly given = new Map<string, number>()

  /** 1 to 8. */
  of(personId: string, present: readonly string[]): number {
    const known = this.given.get(personId)
    if (known !== undefined) return known
    const taken = new Set(present.map((id) => this.given.get(id)))
    const preferred = hash(personId) % COLOURS
    const free = Array.from({ length: COLOURS }, (_, index) => ((preferred + index) % COLOURS) + 1)
    const colour = free.find((one) => !taken.has(one)) ?? preferred + 1
    this.given.set(personId, colour)
    return colour
  }
}

/** Spread evenly, and the same in every browser. */
function hash(text: string): number {
  let sum = 7
  for (const letter of text) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0
  return sum
}
