import { now } from '../clock'
import { database } from '../db/database'
import { newId } from '../ids'

/**
 * Makes a row for each outside address that a draft or a public article links to and that has none. The address is kept
 * without the place on the page: it is one page whichever paragraph is pointed at.
 */
export async function collectLinks(): Promise<void> {
  const found = await database().$queryRaw<{ url: string }[]>`
    SELECT DISTINCT split_part(link.url, '#', 1) AS url FROM "Link" link
    WHERE link.url ~ '^https?://' AND link.kind IN ('INLINE', 'SOURCE', 'POST')
      AND NOT EXISTS (SELECT 1 FROM "OutsideLink" known WHERE known.url = split_part(link.url, '#', 1))
    LIMIT 1000`
  const createdAt = now()
  await database().outsideLink.createMany({
    data: found
      .filter(({ url }) => URL.canParse(url))
      .map(({ url }) => ({ id: newId(), url, host: new URL(url).host, nextCheckAt: createdAt, createdAt })),
    skipDuplicates: true,
  })
}
