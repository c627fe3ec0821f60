import { Frame } from '@/components/site/frame'
import { FrontTop } from '@/components/site/front-top'
import { PageHead } from '@/components/site/page-head'
import { readPaper } from '@/components/site/paper'
import { SectionColumn } from '@/components/site/section-column'
import { listHome } from '@/lib/articles/readers'
import { now } from '@/lib/clock'
import { endsAt } from '@/lib/reader-cache/record'
import { nextMidnight, printLongDate } from '@/lib/settings/paper-time'

export const dynamic = 'force-dynamic'

export default async function HomePage() {
  const [{ settings }, front] = await Promise.all([readPaper(), listHome()])
  const today = now()
  // The date in the masthead is right until midnight.
  endsAt(nextMidnight(today, settings))
  const isoDate = new Intl.DateTimeFormat('en-CA', { timeZone: settings.timeZone, dateStyle: 'short' }).format(today)
  return (
    <Frame date={{ iso: isoDate, printed: printLongDate(today, settings) }}>
      <PageHead title={settings.name} paper={settings.name} description={settings.tagline} path="/" />
      {front.lead === null ? (
        <p className="empty">The first article is being written.</p>
      ) : (
        <FrontTop front={front} time={settings} />
      )}
      <div className="front-strips">
        {front.strips.map(({ section, articles }) => (
          <SectionColumn key={section.id} section={section} articles={articles} time={settings} />
        ))}
      </div>
    </Frame>
  )
}
