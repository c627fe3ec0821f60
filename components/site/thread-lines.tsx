import { said } from '@/components/document/said'
import type { PaperTime } from '@/lib/settings/paper-time'
import { printDateTime } from '@/lib/settings/paper-time'
import type { SiteWords } from '@/lib/site-words/en'
import { wordsFor } from '@/lib/site-words/words-for'
import type { Thread } from '@/lib/threads/readers'

/** Above an article of a thread: what it follows and, on an older one, where the story has got to. */
export function ThreadLines({ thread: { follows, latest }, words }: { thread: Thread; words: SiteWords }) {
  if (follows === null && latest === null) return null
  const { thread } = words.article
  return (
    <nav className="thread-lines" aria-label={thread.name}>
      {latest === null ? null : <p>{said(thread.latest(<a href={latest.path}>{latest.headline}</a>))}</p>}
      {follows === null ? null : <p>{said(thread.follows(<a href={follows.path}>{follows.headline}</a>))}</p>}
    </nav>
  )
}

/** Below the newest article of a thread: the ones before it. */
export function StorySoFar({ articles, time }: { articles: Thread['soFar']; time: PaperTime }) {
  if (articles.length === 0) return null
  return (
    <nav className="story-so-far" aria-labelledby="story-so-far">
      <h2 id="story-so-far" className="label">
        {wordsFor(time.language).article.thread.soFar}
      </h2>
      <ol>
        {articles.map(({ id, path, headline, publishedAt }) => (
          <li key={id}>
            <a href={path}>{headline}</a>{' '}
            <time dateTime={publishedAt.toISOString()}>{printDateTime(publishedAt, time)}</time>
          </li>
        ))}
      </ol>
    </nav>
  )
}
