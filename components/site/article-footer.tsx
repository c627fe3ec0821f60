import type { ReactNode } from 'react'
import { topicPath } from '@/lib/articles/paths'
import type { PublicArticle } from '@/lib/articles/readers'
import type { SiteWords } from '@/lib/site-words/en'
import { SourceLine } from './source-line'

type ArticleFooterProps = {
  article: PublicArticle
  words: SiteWords
  /** What may be done with it. */
  children?: ReactNode
}

/** Everything below the text: whose text it is, what may be done with it, and what it is about. */
export function ArticleFooter({ article, words, children = null }: ArticleFooterProps) {
  const { source, topics } = article.metadata
  if (source === null && topics.length === 0 && children === null) return null
  return (
    <footer className="article-footer">
      {source === null ? null : <SourceLine source={source} words={words} />}
      {children}
      {topics.length === 0 ? null : (
        <nav className="topics" aria-label={words.article.topics}>
          <p className="label">{words.article.topics}</p>
          <ul>
            {topics.map(({ id, slug, name }) => (
              <li key={id}>
                <a href={topicPath(slug)}>{name}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </footer>
  )
}
