/** A page or a file for readers as it was answered. */
export type Walked = { path: string; status: number; text: string; type: string; headers: Headers; from: string }

/** The forms of all paragraphs are alike: those of the first paragraphs of so many articles stand for all. */
const MOST_QUESTIONS = 5
const AT_ONCE = 4

/** @returns what readers get there; the bytes of what is no text are left out */
export async function askFor(url: string, path: string, from: string): Promise<Walked> {
  const response = await fetch(url + path, { redirect: 'manual' })
  const type = response.headers.get('content-type') ?? ''
  const isText = /html|xml|json|text/.test(type)
  const bytes = await response.arrayBuffer()
  const text = isText ? new TextDecoder().decode(bytes) : ''
  return { path, status: response.status, text, type, headers: response.headers, from }
}

/** Walks through a paper as a reader and a search engine could: over every link, picture, feed, sitemap and address in structured data. */
export async function walkSite(url: string, starts: readonly string[]): Promise<Walked[]> {
  const waiting = [...new Set(starts)].map((path) => ({ path, from: 'the beginning' }))
  const seen = new Set(starts)
  const walked: Walked[] = []
  let questions = 0
  while (waiting.length > 0) {
    const batch = await Promise.all(waiting.splice(0, AT_ONCE).map(({ path, from }) => askFor(url, path, from)))
    walked.push(...batch)
    for (const page of batch) {
      for (const { pathname, search } of ownLinksIn(page, url)) {
        const path = pathname + search
        if (seen.has(path)) continue
        if (path.startsWith('/question/')) {
          if (!path.endsWith('/1') || questions >= MOST_QUESTIONS) continue
          questions += 1
        }
        seen.add(path)
        waiting.push({ path, from: page.path })
      }
    }
  }
  return walked
}

/** Links of ours that a reader can follow. The newsroom has its own door, and what a form sends is no page. */
export function ownLinksIn(page: Walked, url: string): URL[] {
  return linksIn(page, url).filter(
    ({ origin, pathname }) => origin === new URL(url).origin && !/^\/(?:desk|admin|login|api)(?:\/|$)/.test(pathname),
  )
}

function linksIn({ text, type, path }: Walked, url: string): URL[] {
  if (/xml/.test(type)) return addresses(text.matchAll(/<(?:loc|image:loc|link)>([^<]+)<\//g), url + path)
  if (!type.startsWith('text/html')) return []
  const sets = [...text.matchAll(/\ssrcset="([^"]+)"/gi)].flatMap(([, set = '']) =>
    set.split(',').map((each) => ['', each.trim().split(' ')[0] ?? ''] as const),
  )
  const told = [...text.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].flatMap(([, data = '']) => [
    ...data.matchAll(/"(https?:\/\/[^"]+)"/g),
  ])
  return addresses([...text.matchAll(/\s(?:href|src|action|poster)="([^"]+)"/g), ...sets, ...told], url + path)
}

function addresses(found: Iterable<readonly string[]>, base: string): URL[] {
  return [...found].flatMap(([, address = '']) =>
    address === '' || /^(?:mailto|data|urn):/.test(address) ? [] : [new URL(address.replaceAll('&amp;', '&'), base)],
  )
}
