import { said } from '@/components/document/said'
import { answerStatus } from '@/lib/reader-cache/record'
import { printDate } from '@/lib/settings/paper-time'
import { Frame } from './frame'
import { GoOn } from './go-on'
import { Newest } from './newest'
import { PageHead } from './page-head'
import { readPaper } from './paper'

/** A series stood here and was given up. Its articles are where they were. */
export async function GoneSeriesPage({ at }: { at: Date }) {
  answerStatus(410)
  const { settings, words } = await readPaper()
  const date = <time dateTime={at.toISOString()}>{printDate(at, settings)}</time>
  return (
    <Frame>
      <PageHead title={words.notices.seriesGone.title} paper={settings.name} path="/" isIndexed={false} />
      <div className="notice">
        <p className="notice-code">{words.notices.seriesGone.sign}</p>
        <h1>{words.notices.seriesGone.heading}</h1>
        <p>{said(words.notices.seriesGone.when(settings.name, date))}</p>
        <GoOn words={words} />
      </div>
      <Newest />
    </Frame>
  )
}
