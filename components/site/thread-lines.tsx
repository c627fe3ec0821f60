import type { PaperTime } from '@/lib/settings/paper-time'
import { printDateTime } from '@/lib/settings/paper-time'
import type { Thread } from '@/lib/threads/readers'

/** Above an article of a thread: what it follows and, on an older one, where the story has got to. */
export function ThreadLines({ thread: { follows, latest } }: { thread: Thread }) {
  if (follows === null && latest === null) return null
  return (
    <nav className="thread-lines" aria-label="Thread">
      {latest === null ? null : (
        <p>
          Latest: <a href={latest.path}>{latest.headline}</a>
        </p>
      )}
      {follows === null ? null : (
        <p>
          This follows: <a href={follows.path}>{follows.headline}</a>
        </p>
      )}
    </nav>
  )
}

/** Below the newest article of a thread: the ones before it. */
export function StorySoFar({ articles, time }: { articles: Thread['soFar']; time: PaperTime }) {
  if (articles.length === 0) return null
  return (
    <nav className="story-so-far" aria-labelledby="story-so-far">
      <h2 id="story-so-far" className="label">
        The story so far
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
