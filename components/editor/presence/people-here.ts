import type { PresentTab } from '../session/protocol'

/** A person who has the article open, in one tab or more. */
export type PersonHere = {
  personId: string
  name: string
  isSelf: boolean
  /** The tab to look for: the one with a cursor, where there is one. Null for this tab. */
  clientId: string | null
  isInText: boolean
}

/** The people behind the tabs, the others first, each once; oneself in another tab comes last. */
export function peopleHere(
  tabs: readonly PresentTab[],
  own: { personId: string; clientId: string },
): readonly PersonHere[] {
  const people = new Map<string, PersonHere>()
  for (const { clientId, personId, name, selection } of tabs) {
    if (clientId === own.clientId) continue
    const known = people.get(personId)
    if (known !== undefined && (known.isInText || selection === null)) continue
    people.set(personId, {
      personId,
      name,
      clientId,
      isSelf: personId === own.personId,
      isInText: selection !== null,
    })
  }
  const all = [...people.values()]
  return [...all.filter(({ isSelf }) => !isSelf), ...all.filter(({ isSelf }) => isSelf)]
}
