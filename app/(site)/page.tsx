import { Frame } from '@/components/site/frame'
import { Front } from '@/components/site/fronts/front'
import { PageHead } from '@/components/site/page-head'
import { readPaper } from '@/components/site/paper'
import { now } from '@/lib/clock'
import { readHome } from '@/lib/fronts/readers'
import { endsAt } from '@/lib/reader-cache/record'
import { nextMidnight, printLongDate } from '@/lib/settings/paper-time'

export const dynamic = 'force-dynamic'

export default async function HomePage() {
  const [{ settings }, containers] = await Promise.all([readPaper(), readHome()])
  const today = now()
  // The date in the masthead is right until midnight.
  endsAt(nextMidnight(today, settings))
  const isoDate = new Intl.DateTimeFormat('en-CA', { timeZone: settings.timeZone, dateStyle: 'short' }).format(today)
  return (
    <Frame date={{ iso: isoDate, printed: printLongDate(today, settings) }}>
      <PageHead title={settings.name} paper={settings.name} description={settings.tagline} path="/" />
      {containers.length === 0 ? (
        <p className="empty">The first article is being written.</p>
      ) : (
        <Front containers={containers} time={settings} />
      )}
    </Frame>
  )
}
