import { setTimeout as pass } from 'node:timers/promises'
import { addressesOf } from './paper/addresses'
import { openPaper, type Paper } from './paper/open-paper'
import { ask } from './public/ask'

const AT_ONCE = 4
/** A server has started when what it loads for later is loaded, and what it no longer needs is given back. */
const SETTLED_MILLISECONDS = 15_000

/**
 * What app and database hold of the machine's memory: after the start, with ten thousand pages kept, and after as many again as the cache
 * has no room for. That the second and the third differ by little is what bounds it.
 */
export async function memory(isSmall: boolean): Promise<Record<string, number>> {
  const pages = isSmall ? 1_500 : 10_000
  const megabytes = isSmall ? 16 : 128
  console.log(isSmall ? 'About a minute.' : 'About five minutes, and one to make the paper.')
  const paper = await openPaper(isSmall ? 1_000 : 100_000, { READER_CACHE_MB: String(megabytes) })
  try {
    await pass(isSmall ? SETTLED_MILLISECONDS / 5 : SETTLED_MILLISECONDS)
    const figures = told('idle', paper)
    let asked = 0
    for (const part of [1, 2, 3]) {
      await askFor(paper, asked + 1, pages)
      asked += pages
      await pass(isSmall ? 1_000 : 5_000)
      Object.assign(figures, told(`after ${part * pages} pages`, paper))
      console.log(`${asked} pages of ${3 * pages}`)
    }
    return { 'limit of the cache, MB': megabytes, ...figures }
  } finally {
    await paper.stop()
  }
}

async function askFor(paper: Paper, from: number, pages: number): Promise<void> {
  const addresses = Object.values(await addressesOf(paper)).slice(0, 8)
  const { article = () => '/' } = await addressesOf(paper)
  let n = from
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (n < from + pages) {
        const number = n++
        const address = number % 20 === 0 ? addresses[(number / 20) % addresses.length] : article
        await ask(paper.server.url + (address?.(number) ?? '/'), { 'Accept-Encoding': 'br' })
      }
    }),
  )
}

function told(when: string, { app, database }: Paper): Record<string, number> {
  const [ofApp, ofDatabase] = [app.memoryMegabytes(), database.memoryMegabytes()]
  return {
    [`${when}: app, MB`]: ofApp,
    [`${when}: database, MB`]: ofDatabase,
    [`${when}: both, MB`]: ofApp + ofDatabase,
  }
}
