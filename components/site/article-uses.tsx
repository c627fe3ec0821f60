import { Fragment } from 'react'
import { shareLinks } from '@/lib/articles/share-links'
import { env } from '@/lib/env'
import { republishPath } from '@/lib/republishing/republish-path'
import type { SiteWords } from '@/lib/site-words/en'

type ArticleUsesProps = {
  /** "/section/slug" */
  path: string
  /** Whether others may reprint it. */
  isGivenAway: boolean
  words: SiteWords
}

/** What a reader may do with an article: send it to somebody, or print it where the paper lets them. */
export function ArticleUses({ path, isGivenAway, words: { republish } }: ArticleUsesProps) {
  return (
    <p className="source uses">
      {republish.share}
      {shareLinks(env().SITE_URL + path, republish.mail).map(({ name, href }) => (
        <Fragment key={name}>
          {' '}
          <a href={href}>{name}</a>
        </Fragment>
      ))}
      {isGivenAway ? (
        <>
          {' '}
          <a href={republishPath(path)}>{republish.title}</a>
        </>
      ) : null}
    </p>
  )
}
