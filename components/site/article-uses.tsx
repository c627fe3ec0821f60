import { Fragment } from 'react'
import { shareLinks } from '@/lib/articles/share-links'
import { env } from '@/lib/env'
import { republishPath } from '@/lib/republishing/republish-path'

type ArticleUsesProps = {
  /** "/section/slug" */
  path: string
  /** Whether others may reprint it. */
  isGivenAway: boolean
}

/** What a reader may do with an article: send it to somebody, or print it where the paper lets them. */
export function ArticleUses({ path, isGivenAway }: ArticleUsesProps) {
  return (
    <p className="source">
      Share:
      {shareLinks(env().SITE_URL + path).map(({ name, href }) => (
        <Fragment key={name}>
          {' '}
          <a href={href}>{name}</a>
        </Fragment>
      ))}
      {isGivenAway ? (
        <>
          {' '}
          <a href={republishPath(path)}>Republish this article</a>
        </>
      ) : null}
    </p>
  )
}
