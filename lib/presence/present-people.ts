/** People who have an article open, each once, in the order in which they came. */
export type PresentPeople = Readonly<Record<string, readonly { id: string; name: string }[]>>

/** What rows of presence say, by article. */
export function presentIn(rows: readonly { articleId: string; person: { id: string; name: string } }[]): PresentPeople {
  const present: Record<string, { id: string; name: string }[]> = {}
  for (const { articleId, person } of rows) {
    const people = present[articleId] ?? []
    present[articleId] = people
    if (!people.some(({ id }) => id === person.id)) people.push(person)
  }
  return present
}
