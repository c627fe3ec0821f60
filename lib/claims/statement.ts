// How a claim is said on its own, away from the sentence in which somebody marked it. English, as far as words are looked at.
const PRONOUN = /^(he|she|they|it|we|i)(?:[’'](?:d|s|ve|re|ll|m))?(?=\s)/iu

/** Words as marked, without what only their sentence needs: the quotation marks around all of them, "that" in front, a comma behind. */
export function statementOf(words: string): string {
  const plain = words.normalize('NFC').replace(/\s+/gu, ' ').trim()
  const inner = /^["“„‘«]([^"“”„‘«»]+)[,.]?["”’»]$/u.exec(plain)?.[1] ?? plain
  const bare = inner.replace(/^that\s+(?=\S)/iu, '').replace(/[,;:]$/u, '')
  return bare === '' ? plain : bare
}

/** The word that leaves open who is meant, where a statement begins with one. */
export function openingPronoun(statement: string): string | null {
  return PRONOUN.exec(statementOf(statement))?.[1] ?? null
}

/** The statement with a name in place of the pronoun that it begins with; as it is, where it begins with none. */
export function withName(statement: string, name: string): string {
  const bare = statementOf(statement.replace(/^["“‘]/u, ''))
  return PRONOUN.test(bare) ? bare.replace(PRONOUN, name) : statement
}
