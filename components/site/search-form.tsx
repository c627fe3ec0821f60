/** The large field of the search page. */
export function SearchForm({ query }: { query: string }) {
  return (
    <search aria-label="All articles">
      <form className="search-form" action="/search">
        <label htmlFor="q">Words to search for</label>
        <div className="sign-up-row">
          <input id="q" type="search" name="q" defaultValue={query} maxLength={200} />
          <button type="submit">Search</button>
        </div>
      </form>
    </search>
  )
}
