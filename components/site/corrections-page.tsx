import './corrections-page.css'
import { breadcrumbList, printForScript } from '@/lib/articles/structured-data'
import { CORRECTIONS_PATH, correctionPath } from '@/lib/corrections/correction-path'
import type { ListedCorrection } from '@/lib/corrections/readers'
import { env } from '@/lib/env'
import { CorrectionLine } from './corrections-box'
import { Frame } from './frame'
import { PageHead } from './page-head'
import { Pager, pageAddress, pagesAround } from './pager'
import { readPaper } from './paper'

type CorrectionsPageProps = {
  notes: readonly ListedCorrection[]
  page: number
  hasMore: boolean
}

/** All notes to readers, the newest first, each with the article that it is about. */
export async function CorrectionsPage({ notes, page, hasMore }: CorrectionsPageProps) {
  const { settings, words } = await readPaper()
  const say = words.corrections
  const path = CORRECTIONS_PATH
  const way = [
    { name: settings.name, path: '/' },
    { name: say.title, path },
  ]
  return (
    <Frame>
      <PageHead
        title={page === 1 ? say.title : words.lists.titleOfPage(say.title, page)}
        paper={settings.name}
        description={say.about(settings.name)}
        path={pageAddress(path, page)}
        neighbours={pagesAround(path, page, hasMore)}
        feed={{ path, title: `${say.title} | ${settings.name}` }}
      />
      <script type="application/ld+json">{printForScript(breadcrumbList(way, env().SITE_URL))}</script>
      <div className="listing">
        <header className="listing-header">
          <h1>{say.title}</h1>
          <p className="about">{say.about(settings.name)}</p>
        </header>
        {notes.length === 0 ? <p className="empty">{say.nothing}</p> : null}
        <ul className="corrections corrections-list">
          {notes.map((note) => (
            <li key={note.id}>
              <CorrectionLine note={note} time={settings} />
              <h2>
                <a href={correctionPath(note.article.path, note.id)}>{note.article.headline}</a>
              </h2>
              <p>{note.text}</p>
            </li>
          ))}
        </ul>
        <Pager path={path} page={page} hasMore={hasMore} words={words} />
      </div>
    </Frame>
  )
}
