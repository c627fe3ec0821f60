import { mentionOf, partsOf } from '@/lib/comments/mention-text'

export type Named = { id: string; name: string }

/** A comment while it is typed: names stand in it as "@Name", and beside it who was chosen for each, in order. */
export type TypedComment = { text: string; named: readonly Named[] }

export const NOTHING_TYPED: TypedComment = { text: '', named: [] }

/** As it is stored. A name that was changed or taken out names nobody any more. */
export function toStored({ text, named }: TypedComment): string {
  const left = [...named]
  let stored = ''
  let at = 0
  while (at < text.length) {
    const found = text[at] === '@' ? longestAt(text, at + 1, left) : undefined
    if (found === undefined) {
      stored += text[at]
      at += 1
      continue
    }
    stored += mentionOf(found)
    at += found.name.length + 1
    // Of two people with one name the first that was chosen is meant first; the last goes on being meant.
    const hasNamesake = left.some((other) => other !== found && other.name === found.name)
    if (hasNamesake) left.splice(left.indexOf(found), 1)
  }
  return stored
}

function longestAt(text: string, at: number, named: readonly Named[]): Named | undefined {
  let longest: Named | undefined
  for (const one of named) {
    const isHere = text.startsWith(one.name, at) && !/^[\p{L}\p{N}]/u.test(text.slice(at + one.name.length))
    if (isHere && one.name.length > (longest?.name.length ?? 0)) longest = one
  }
  return longest
}

/** A stored comment, to be typed on. */
export function toTyped(stored: string): TypedComment {
  const parts = partsOf(stored)
  return {
    text: parts.map((part) => (part.kind === 'words' ? part.text : `@${part.name}`)).join(''),
    named: parts.flatMap((part) => (part.kind === 'mention' ? [{ id: part.personId, name: part.name }] : [])),
  }
}

/** The name that is being typed before the cursor, and where its @ stands. Null when none is. */
export function nameBeingTyped(text: string, cursor: number): { at: number; query: string } | null {
  const match = /(?:^|[\s(“"'])@([^\s@](?:[^@\n]{0,39}))?$/u.exec(text.slice(0, cursor))
  if (match === null) return null
  const query = match[1] ?? ''
  return { at: cursor - query.length - 1, query }
}

const MOST_OFFERED = 6

/** People whose name, or a word of it, begins like that; whatever the case and the accents. */
export function peopleFor<Person extends Named>(people: readonly Person[], query: string): Person[] {
  const wanted = plain(query)
  const fits = people.filter(({ name }) => {
    const words = plain(name)
    return words.startsWith(wanted) || words.includes(` ${wanted}`)
  })
  return fits.slice(0, MOST_OFFERED)
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** Puts the chosen name in the place of what was typed of it. */
export function withName(
  typed: TypedComment,
  place: { at: number; query: string },
  { id, name }: Named,
): { typed: TypedComment; cursor: number } {
  const after = typed.text.slice(place.at + 1 + place.query.length)
  const words = `@${name}${/^\s/u.test(after) ? '' : ' '}`
  return {
    typed: { text: typed.text.slice(0, place.at) + words + after, named: [...typed.named, { id, name }] },
    cursor: place.at + words.length,
  }
}
