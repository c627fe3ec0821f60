import type { Section } from '@/lib/articles/readers'
import type { AskedSearch } from '@/lib/search/search-query'
import type { SiteWords } from '@/lib/site-words/en'

type SearchFormProps = {
  asked: AskedSearch
  words: SiteWords['search']
  /** Those to choose from; without them it asks for words alone. */
  sections?: readonly Pick<Section, 'slug' | 'name'>[]
}

/** The large form of the search page. Without a script, as everything here. */
export function SearchForm({ asked, words, sections }: SearchFormProps) {
  return (
    <search aria-label={words.allArticles}>
      <form className="search-form" action="/search">
        <label htmlFor="q">{words.words}</label>
        <div className="sign-up-row">
          <input id="q" type="search" name="q" defaultValue={asked.q} maxLength={200} />
          <button type="submit">{words.button}</button>
        </div>
        {sections === undefined ? null : <Narrowing asked={asked} words={words} sections={sections} />}
      </form>
    </search>
  )
}

/** A field for a day holds nothing else; what is no day, the page says in words. */
function dayIn(value: string): string {
  return /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)) ? value : ''
}

function Narrowing({ asked, words, sections }: Required<SearchFormProps>) {
  const { section = '', after = '', before = '', order = '' } = asked
  const isNarrow = [section, after, before].some((value) => value !== '')
  return (
    <details className="search-narrow" open={isNarrow}>
      <summary>{words.narrowing}</summary>
      <div className="search-fields">
        <div>
          <label htmlFor="section">{words.section}</label>
          <select id="section" name="section" defaultValue={section}>
            <option value="">{words.allSections}</option>
            {sections.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label htmlFor="after">{words.after}</label>
          <input id="after" type="date" name="after" defaultValue={dayIn(after)} />
        </div>
        <div>
          <label htmlFor="before">{words.before}</label>
          <input id="before" type="date" name="before" defaultValue={dayIn(before)} />
        </div>
        <div>
          <label htmlFor="order">{words.order}</label>
          <select id="order" name="order" defaultValue={order === 'date' ? 'date' : ''}>
            <option value="">{words.bestMatch}</option>
            <option value="date">{words.newestFirst}</option>
          </select>
        </div>
      </div>
    </details>
  )
}
