import { answerStatus } from '@/lib/reader-cache/record'
import { Frame } from './frame'
import { Newest } from './newest'
import { PageHead } from './page-head'
import { readPaper } from './paper'
import { SearchForm } from './search-form'

/** There is nothing at this address, and never was as far as readers are told. */
export async function NotFoundPage() {
  answerStatus(404)
  const { settings } = await readPaper()
  return (
    <Frame>
      <PageHead title="Page not found" paper={settings.name} path="/" isIndexed={false} />
      <div className="notice">
        <p className="notice-code">404</p>
        <h1>There is no page at this address</h1>
        <p>The link may be wrong, or cut short. Searching may find what you came for.</p>
        <SearchForm asked={{ q: '' }} />
      </div>
      <Newest />
    </Frame>
  )
}
