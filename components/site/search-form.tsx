import type { Section } from '@/lib/articles/readers'
import type { AskedSearch } from '@/lib/search/search-query'

type SearchFormProps = {
  asked: AskedSearch
  /** Those to choose from; without them it asks for words alone. */
  sections?: readonly Pick<Section, 'slug' | 'name'>[]
}

/** The large form of the search page. Without a script, as everything here. */
export function SearchForm({ asked, sections }: SearchFormProps) {
  return (
    <search aria-label="All articles">
      <form className="search-form" action="/search">
        <label htmlFor="q">Words to search for</label>
        <div className="sign-up-row">
          <input id="q" type="search" name="q" defaultValue={asked.q} maxLength={200} />
          <button type="submit">Search</button>
        </div>
        {sections === undefined ? null : <Narrowing asked={asked} sections={sections} />}
      </form>
    </search>
  )
}

/** A field for a day holds nothing else; what is no day, the page says in words. */
function dayIn(value: string): string {
  return /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)) ? value : ''
}

function Narrowing({ asked, sections }: Required<SearchFormProps>) {
  const { section = '', after = '', before = '', order = '' } = asked
  const isNarrow = [section, after, before].some((value) => value !== '')
  return (
    <details className="search-narrow" open={isNarrow}>
      <summary>Section, time, order</summary>
      <div className="search-fields">
        <div>
          <label htmlFor="section">Section</label>
          <select id="section" name="section" defaultValue={section}>
            <option value="">All sections</option>
            {sections.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label htmlFor="after">Published from</label>
          <input id="after" type="date" name="after" defaultValue={dayIn(after)} />
        </div>
        <div>
          <label htmlFor="before">Published before</label>
          <input id="before" type="date" name="before" defaultValue={dayIn(before)} />
        </div>
        <div>
          <label htmlFor="order">Order</label>
          <select id="order" name="order" defaultValue={order === 'date' ? 'date' : ''}>
            <option value="">Best match</option>
            <option value="date">Newest first</option>
          </select>
        </div>
      </div>
    </details>
  )
}
