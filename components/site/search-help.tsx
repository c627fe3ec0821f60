import type { SiteWords } from '@/lib/site-words/en'

/** What a search understands, for those who have not asked for anything yet. */
export function SearchHelp({ help }: { help: SiteWords['search']['help'] }) {
  return (
    <section className="search-help" aria-labelledby="search-help">
      <h2 id="search-help">{help.title}</h2>
      <dl>
        {help.examples.map(([typed, meaning]) => (
          <div key={typed}>
            <dt>
              <code dir="auto">{typed}</code>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
