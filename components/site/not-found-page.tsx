import { answerStatus } from '@/lib/reader-cache/record'
import { Frame } from './frame'
import { Newest } from './newest'
import { PageHead } from './page-head'
import { readPaper } from './paper'
import { SearchForm } from './search-form'

/** There is nothing at this address, and never was as far as readers are told. */
export async function NotFoundPage() {
  answerStatus(404)
  const { settings, words } = await readPaper()
  return (
    <Frame>
      <PageHead title={words.notices.notFound.title} paper={settings.name} path="/" isIndexed={false} />
      <div className="notice">
        <p className="notice-code">404</p>
        <h1>{words.notices.notFound.heading}</h1>
        <p>{words.notices.notFound.text}</p>
        <SearchForm asked={{ q: '' }} words={words.search} />
      </div>
      <Newest />
    </Frame>
  )
}
