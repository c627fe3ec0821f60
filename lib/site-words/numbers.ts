/** How a language says numbers. */
export type Numbers = {
  /** The number of something: 1000. */
  plain(number: number): string
  /** How many: 1,000. */
  count(number: number): string
  /** The words that go with as many (CLDR's plural rules). */
  plural(number: number, words: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }): string
}

/** @param language BCP 47; with `-u-nu-` it says which digits */
export function numbersIn(language: string): Numbers {
  const plain = new Intl.NumberFormat(language, { useGrouping: false })
  const count = new Intl.NumberFormat(language)
  const rules = new Intl.PluralRules(language)
  return {
    plain: (number) => plain.format(number),
    count: (number) => count.format(number),
    plural: (number, words) => words[rules.select(number)] ?? words.other,
  }
}
