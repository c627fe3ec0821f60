/** As many pages as a crawl of the sample newsroom finds, and a bound. */
const PAGES_MOST = 400

const url = process.env.E2E_URL ?? ''

type Sighting = { at: string; canary: string }

/** Every byte that a stranger gets: bodies and headers of all pages that can be reached, and of the addresses that attackers try. */
export async function crawl(
  canaries: readonly string[],
  alsoTry: readonly string[],
): Promise<{ sightings: Sighting[]; pages: number }> {
  const sightings: Sighting[] = []
  const waiting = [
    '/',
    '/feed.xml',
    '/atom.xml',
    '/feed.json',
    '/sitemap.xml',
    '/robots.txt',
    '/search',
    '/newsletters',
    '/no/such/page',
    ...alsoTry,
  ]
  const seen = new Set(waiting)
  const look = async (path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(url + path, { redirect: 'manual', headers })
    const body = await response.text()
    const bytes = body + JSON.stringify([...response.headers])
    for (const canary of canaries)
      if (bytes.includes(canary)) sightings.push({ at: `${path} ${JSON.stringify(headers)}`, canary })
    return { response, body }
  }
  let pages = 0
  while (waiting.length > 0 && pages < PAGES_MOST) {
    const path = waiting.shift() as string
    pages += 1
    const { response, body } = await look(path)
    const links = [...body.matchAll(/(?:href|src|action)="([^"]+)"|<loc>([^<]+)<\/loc>|<link>([^<]+)<\/link>/g)]
    const found = [
      response.headers.get('location'),
      ...links.map(([, attribute, loc, link]) => attribute ?? loc ?? link),
    ]
    for (const address of found) {
      if (!address) continue
      const next = new URL(address.replaceAll('&amp;', '&'), url + path)
      const key = next.pathname + next.search
      if (next.origin !== new URL(url).origin || seen.has(key) || next.pathname.startsWith('/_next/')) continue
      seen.add(key)
      // There is one for each paragraph: the first of each article says what all of them would.
      if (/^\/question\/[^/]+\/(?!1$)/.test(key)) continue
      waiting.push(key)
    }
  }
  for (const path of [...alsoTry, '/', '/news'].filter((each) => !each.includes('?'))) {
    await look(path, { RSC: '1' })
    await look(path, { RSC: '1', 'Next-Router-Prefetch': '1', 'Next-Router-Segment-Prefetch': '/_tree' })
    await look(`${path}?_rsc=abc`, { RSC: '1' })
    for (const ending of ['.rsc', '/index.rsc', '.segments/_tree.segment.rsc', '?_rsc=1', '/', '%2e', '?nxtPslug=x'])
      await look(path + ending)
    await look(`/${path}`)
    await look(path.toUpperCase())
    await look(path, { 'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware' })
  }
  return { sightings, pages }
}
