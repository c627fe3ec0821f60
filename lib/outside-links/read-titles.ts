import { now } from '../clock'
import { database } from '../db/database'
import { guardedFetch, type Ways } from '../outgoing/guarded-fetch'
import { OutgoingError } from '../outgoing/outgoing-error'
import { textOfPage } from '../outgoing/text-of-page'
import { collectLinks } from './collect-links'
import { titleOfPage } from './page-title'
import { mannersOf } from './robots'

const MOST_IN_A_RUN = 20

/** Asks pages that somebody just linked to for their titles, once each: an editor sees where the words lead. */
export async function readTitles(ways?: Ways): Promise<void> {
  await collectLinks()
  const links = await database().outsideLink.findMany({
    where: { titleAskedAt: null },
    orderBy: { createdAt: 'desc' },
    take: MOST_IN_A_RUN,
    // Of one host one page in a run: the next minute is soon enough.
    distinct: ['host'],
  })
  for (const { id, url } of links) {
    // Before it is asked: a page that breaks us is not asked again and again.
    await database().outsideLink.update({ where: { id }, data: { titleAskedAt: now() } })
    await database().outsideLink.update({ where: { id }, data: await titleAt(url, ways) })
  }
}

async function titleAt(url: string, ways?: Ways): Promise<{ title?: string | null; siteName?: string | null }> {
  const { mayAsk } = await mannersOf(new URL(url).origin, ways)
  if (!mayAsk(url)) return {}
  try {
    const types = ['text/html', 'application/xhtml+xml']
    const answer = await guardedFetch(url, { types, mostBytes: 400_000, whenLonger: 'cut' }, ways)
    return answer.status === 200 ? titleOfPage(textOfPage(answer)) : {}
  } catch (error) {
    if (error instanceof OutgoingError) return {}
    throw error
  }
}
