import type { ReactNode } from 'react'
import { PAGE_LENGTH } from '@/lib/articles/page-length'
import type { Author, Listing } from '@/lib/articles/readers'
import type { ShelfLink } from '@/lib/articles/shelf-readers'
import { printForScript } from '@/lib/articles/structured-data'
import { authorAsData, listAsData } from '@/lib/articles/structured-lists'
import { env } from '@/lib/env'
import { articlesOn, type PlacedContainer } from '@/lib/fronts/compose'
import { ArticleList } from './article-list'
import { Breadcrumb } from './breadcrumb'
import { Frame } from './frame'
import { Front } from './fronts/front'
import { PageHead } from './page-head'
import { Pager, pageAddress, pagesAround } from './pager'
import { readPaper } from './paper'

type ListingPageProps = {
  listing: Listing<{ slug: string; name: string }>
  path: string
  /** What kind of list it is, above its name. */
  kind?: string
  description: string
  /** What editors laid out above the list. The list leaves out what stands there. */
  front?: readonly PlacedContainer[]
  /** Stands between the name and the articles. */
  children?: ReactNode
  section?: string
  showsSection?: boolean
  /** What the page stands below, the topmost first. */
  above?: readonly ShelfLink[]
  /** Whose articles they are, where it is somebody's page. */
  author?: Author
}

/** A section, a topic or an author: a name and the articles, newest first. */
export async function ListingPage(props: ListingPageProps) {
  const { listing, path, kind, description, children, section, showsSection, above = [], front = [], author } = props
  const { settings, words } = await readPaper()
  const { subject, page, hasMore } = listing
  const atTop = articlesOn(front)
  const articles = listing.articles.filter(({ id }) => !atTop.has(id))
  const list = {
    name: subject.name,
    description,
    path: pageAddress(path, page),
    articles: listing.articles,
    before: (page - 1) * PAGE_LENGTH,
  }
  const origin = env().SITE_URL
  const data = author === undefined ? listAsData(list, origin) : authorAsData(author, list, settings, origin)
  const title = page === 1 ? subject.name : words.lists.titleOfPage(subject.name, page)
  return (
    <Frame section={section}>
      <PageHead
        title={title}
        paper={settings.name}
        description={description}
        path={list.path}
        neighbours={pagesAround(path, page, hasMore)}
        feed={{ path, title: `${subject.name} | ${settings.name}` }}
      />
      <script type="application/ld+json">{printForScript(data)}</script>
      <div className="listing">
        <header className="listing-header">
          <Breadcrumb above={above} here={{ name: subject.name, path }} words={words} />
          {kind === undefined ? null : <p className="label">{kind}</p>}
          <h1>{subject.name}</h1>
          {children}
        </header>
      </div>
      {front.length === 0 ? null : <Front containers={front} time={settings} />}
      <div className="listing">
        {listing.articles.length === 0 ? <p className="empty">{words.lists.nothing}</p> : null}
        {articles.length === 0 ? null : (
          <ArticleList articles={articles} time={settings} showsSection={showsSection === true} />
        )}
        <Pager path={path} page={page} hasMore={hasMore} words={words} />
      </div>
    </Frame>
  )
}
