import { answerStatus } from '@/lib/reader-cache/record'
import { printDateTime } from '@/lib/settings/paper-time'
import { Frame } from './frame'
import { Newest } from './newest'
import { PageHead } from './page-head'
import { readPaper } from './paper'

/** An article stood here and was withdrawn. Its headline is part of what was withdrawn. */
export async function GonePage({ reason, at }: { reason: string; at: Date }) {
  answerStatus(410)
  const { settings } = await readPaper()
  return (
    <Frame>
      <PageHead title="Article withdrawn" paper={settings.name} path="/" isIndexed={false} />
      <div className="notice">
        <p className="notice-code">Withdrawn</p>
        <h1>The article that was here has been withdrawn</h1>
        <p>
          {settings.name} took it down on <time dateTime={at.toISOString()}>{printDateTime(at, settings)}</time>.
        </p>
        {reason === '' ? null : (
          <blockquote className="notice-reason">
            <p className="label">The reason</p>
            <p>{reason}</p>
          </blockquote>
        )}
        <p>
          <a href="/">Go to the front page</a> or <a href="/search">search</a>.
        </p>
      </div>
      <Newest />
    </Frame>
  )
}
