import { createArticleFrom } from '@/lib/articles/create-article'
import { publishArticle } from '@/lib/articles/publish-article'
import { saveField } from '@/lib/articles/save-field'
import { searchForLink } from '@/lib/articles/search-for-link'
import { listInbound } from '@/lib/links/list-inbound'
import { suggestRelated } from '@/lib/suggest/suggest-related'
import { aDocument, linked } from '@/tests/support/documents'
import { aLargeNewsroom, type LargeNewsroom } from './large-newsroom'
import { percentile } from './percentile'

const INBOUND = 2_000
const LINKS = 50

/** The picker, what links to an article, and publication with many links, in a newsroom of 100,000 articles and a million links. */
export async function linkGraph(isSmall: boolean): Promise<Record<string, number>> {
  const articles = isSmall ? 5_000 : 100_000
  const startedAt = performance.now()
  const newsroom = await aLargeNewsroom({ articles, links: articles * 10, inbound: INBOUND })
  console.log(`${articles} articles after ${Math.round((performance.now() - startedAt) / 1000)} s`)
  try {
    return {
      articles,
      links: articles * 10,
      ...(await pick(newsroom)),
      ...(await inbound(newsroom)),
      ...(await suggestions(newsroom)),
      ...(await publication(newsroom, isSmall ? 10 : 40)),
    }
  } finally {
    await newsroom.stop()
  }
}

/** As somebody types: two letters, three, a word, a word and a half; and with typing errors. */
async function pick({ editor, headlines }: LargeNewsroom): Promise<Record<string, number>> {
  const asked = {
    nothing: () => '',
    twoLetters: (headline: string) => `${headline.charAt(0)}x`,
    beginning: (headline: string) => headline.slice(0, 3),
    word: (headline: string) => headline.split(' ')[3] ?? headline,
    twoWords: (headline: string) => headline.split(' ').slice(2, 4).join(' ').slice(0, -1),
    wrongLetter: (headline: string) => swapped(headline.split(' ')[1] ?? headline),
    wrongLetterInTwoWords: (headline: string) => swapped(headline.split(' ').slice(1, 3).join(' ')),
    missingLetter: (headline: string) => shortened(headline.split(' ')[4] ?? headline),
    missingLetterInName: (headline: string) => shortened(headline.split(' ').at(-1) ?? headline),
    missingLetterInFiveWords: (headline: string) =>
      `${headline.split(' ').slice(0, 4).join(' ')} ${shortened(headline.split(' ')[4] ?? '')}`,
    unknown: () => 'xylophonist',
  }
  const figures: Record<string, number> = {}
  for (const [name, words] of Object.entries(asked)) {
    const times: number[] = []
    for (const headline of headlines.slice(0, 120))
      times.push(await timed(() => searchForLink(editor, words(headline), 20)))
    figures[`picker${capital(name)}MillisecondsP95`] = percentile(times, 95)
  }
  return figures
}

function swapped(words: string): string {
  const at = Math.floor(words.length / 3)
  return words.slice(0, at) + (words[at + 1] ?? '') + (words[at] ?? '') + words.slice(at + 2)
}

function shortened(word: string): string {
  const at = Math.floor(word.length / 2)
  return word.slice(0, at) + word.slice(at + 1)
}

async function inbound({ editor, popularId, ids }: LargeNewsroom): Promise<Record<string, number>> {
  const ordinary: number[] = []
  for (const articleId of ids.slice(0, 100))
    ordinary.push(await timed(() => listInbound(editor, { articleId, limit: 30 })))
  const popular: number[] = []
  let after: string | undefined
  for (let page = 0; page < 40; page++) {
    popular.push(
      await timed(async () => {
        const { next } = await listInbound(editor, { articleId: popularId, limit: 100, after })
        after = next ?? undefined
      }),
    )
  }
  return {
    inboundMillisecondsP95: percentile(ordinary, 95),
    consequencesOfTwoThousandMillisecondsP95: percentile(popular, 95),
  }
}

/** For texts that name nine people each, of articles that point at ten stories. */
async function suggestions({ editor, ids, texts }: LargeNewsroom): Promise<Record<string, number>> {
  const times: number[] = []
  let found = 0
  for (const [index, text] of texts.slice(0, 80).entries()) {
    const articleId = ids[index] ?? ''
    times.push(
      await timed(async () => {
        found += (await suggestRelated(editor, { articleId, text })).length
      }),
    )
  }
  return { suggestionsMillisecondsP95: percentile(times, 95), suggestionsFoundMean: Math.round(found / times.length) }
}

async function publication({ editor, sectionId, ids }: LargeNewsroom, rounds: number): Promise<Record<string, number>> {
  const times: Record<'without' | 'with', number[]> = { without: [], with: [] }
  for (let round = 0; round < rounds; round++) {
    for (const kind of ['without', 'with'] as const) {
      const blocks = Array.from({ length: LINKS }, (_, index) => {
        const to = ids[(round + index) % ids.length] ?? ''
        return kind === 'with' ? linked(`words ${index}`, { articleId: to }) : `See words ${index} for more.`
      })
      const { id } = await createArticleFrom(editor, { document: aDocument(`Bench ${kind} ${round}`, ...blocks) })
      await saveField(editor, { articleId: id, field: 'sectionId', value: sectionId, baseVersion: 0 })
      times[kind].push(await timed(() => publishArticle(editor, { articleId: id, version: 0 })))
    }
  }
  const median = { without: percentile(times.without, 50), with: percentile(times.with, 50) }
  return {
    publishWithoutLinksMillisecondsMedian: median.without,
    publishWithFiftyLinksMillisecondsMedian: median.with,
    publishRatio: Math.round((median.with / median.without) * 100) / 100,
  }
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await run()
  return Math.round((performance.now() - startedAt) * 10) / 10
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}
