import { said } from '@/components/document/said'
import { answerStatus } from '@/lib/reader-cache/record'
import { printDateTime } from '@/lib/settings/paper-time'
import { Frame } from './frame'
import { GoOn } from './go-on'
import { Newest } from './newest'
import { PageHead } from './page-head'
import { readPaper } from './paper'

/** An article stood here and was withdrawn. Its headline is part of what was withdrawn. */
export async function GonePage({ reason, at }: { reason: string; at: Date }) {
  answerStatus(410)
  const { settings, words } = await readPaper()
  const time = <time dateTime={at.toISOString()}>{printDateTime(at, settings)}</time>
  return (
    <Frame>
      <PageHead title={words.notices.gone.title} paper={settings.name} path="/" isIndexed={false} />
      <div className="notice">
        <p className="notice-code">{words.notices.gone.sign}</p>
        <h1>{words.notices.gone.heading}</h1>
        <p>{said(words.notices.gone.when(settings.name, time))}</p>
        {reason === '' ? null : (
          <blockquote className="notice-reason">
            <p className="label">{words.notices.gone.reason}</p>
            <p>{reason}</p>
          </blockquote>
        )}
        <GoOn words={words} />
      </div>
      <Newest />
    </Frame>
  )
}
