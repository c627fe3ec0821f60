import { answerStatus } from '@/lib/reader-cache/record'
import { printDate } from '@/lib/settings/paper-time'
import { Frame } from './frame'
import { Newest } from './newest'
import { PageHead } from './page-head'
import { readPaper } from './paper'

/** A series stood here and was given up. Its articles are where they were. */
export async function GoneSeriesPage({ at }: { at: Date }) {
  answerStatus(410)
  const { settings } = await readPaper()
  return (
    <Frame>
      <PageHead title="Series ended" paper={settings.name} path="/" isIndexed={false} />
      <div className="notice">
        <p className="notice-code">Ended</p>
        <h1>The series that was here has ended</h1>
        <p>
          {settings.name} closed it on <time dateTime={at.toISOString()}>{printDate(at, settings)}</time>. Its articles
          are still at their own addresses.
        </p>
        <p>
          <a href="/">Go to the front page</a> or <a href="/search">search</a>.
        </p>
      </div>
      <Newest />
    </Frame>
  )
}
