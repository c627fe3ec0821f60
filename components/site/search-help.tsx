const EXAMPLES = [
  ['"river ferry"', 'these words together'],
  ['ferry -night', 'not with this word'],
  ['author:verhoeve', 'by this person'],
  ['section:politics', 'in this section'],
  ['topic:"ports and shipping"', 'on this topic'],
  ['after:2026-03 before:2026-06', 'first published from March to the end of May'],
] as const

/** What a search understands, for those who have not asked for anything yet. */
export function SearchHelp() {
  return (
    <section className="search-help" aria-labelledby="search-help">
      <h2 id="search-help">What it understands</h2>
      <dl>
        {EXAMPLES.map(([typed, meaning]) => (
          <div key={typed}>
            <dt>
              <code>{typed}</code>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
