import { Frame } from '@/components/site/frame'
import { Front } from '@/components/site/fronts/front'
import { PageHead } from '@/components/site/page-head'
import { readPaper } from '@/components/site/paper'
import { printForScript } from '@/lib/articles/structured-data'
import { paperAsData } from '@/lib/articles/structured-lists'
import { now } from '@/lib/clock'
import { env } from '@/lib/env'
import { readHome } from '@/lib/fronts/readers'
import { endsAt } from '@/lib/reader-cache/record'
import { dateFormat } from '@/lib/settings/date-format'
import { nextMidnight, printLongDate } from '@/lib/settings/paper-time'

export const dynamic = 'force-dynamic'

export default async function HomePage() {
  const [{ settings, words }, containers] = await Promise.all([readPaper(), readHome()])
  const today = now()
  // The date in the masthead is right until midnight.
  endsAt(nextMidnight(today, settings))
  const isoDate = dateFormat('en-CA', { timeZone: settings.timeZone, dateStyle: 'short' }).format(today)
  return (
    <Frame date={{ iso: isoDate, printed: printLongDate(today, settings) }}>
      <PageHead title={settings.name} paper={settings.name} description={settings.tagline} path="/" />
      <script type="application/ld+json">{printForScript(paperAsData(settings, env().SITE_URL))}</script>
      {containers.length === 0 ? (
        <p className="empty">{words.front.nothing}</p>
      ) : (
        <Front containers={containers} time={settings} />
      )}
    </Frame>
  )
}
