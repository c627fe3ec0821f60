import { isId } from '../document/addresses'
import { Invalid } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { type Difference, differencesOf } from './differences'
import type { QuotesQuery } from './quotes-query'
import { countQuotes, type QuotePlace, type QuoteRow, readQuotes } from './read-quotes'

export type ListedQuote = QuoteRow & { differences: Difference[] }
export type SpeakerGroup = { speaker: string; count: number; quotes: ListedQuote[] }

/**
 * What everybody said in the stories of the newsroom, by person, newest day first. With `show` of those alone that another story quotes
 * with other words, each pair once.
 *
 * @param wanted.q words of the quotation: a part of it, its stems, or nearly it
 * @param wanted.who a part of the name of the speaker
 * @param wanted.limit 1 to 100 quotations
 * @returns `count` is how many of the person the filter finds; `nextCursor` is null on the last page
 * @throws Forbidden
 * @throws Invalid when the cursor is none of ours
 */
export async function listQuotes(
  actor: Actor,
  { cursor, limit = 40, ...query }: QuotesQuery & { limit?: number },
): Promise<{ speakers: SpeakerGroup[]; nextCursor: string | null }> {
  authorise(actor, 'claim.read')
  authorise(actor, 'article.read')
  const rows = await readQuotes(query, { after: cursor === undefined ? null : readCursor(cursor), limit: limit + 1 })
  const page = rows.slice(0, limit)
  const [counts, differences] = await Promise.all([
    countQuotes(query, [...new Set(page.map(({ plainSpeaker }) => plainSpeaker))]),
    differencesOf(
      page.map(({ id }) => id),
      query.show === 'differing' ? 'later' : 'all',
    ),
  ])
  const speakers: (SpeakerGroup & { plainSpeaker: string })[] = []
  for (const row of page) {
    const quote = { ...row, differences: differences.get(row.id) ?? [] }
    const { plainSpeaker, speaker } = row
    const last = speakers.at(-1)
    if (last?.plainSpeaker === plainSpeaker) last.quotes.push(quote)
    else speakers.push({ plainSpeaker, speaker, count: counts.get(plainSpeaker) ?? 1, quotes: [quote] })
  }
  const last = page.at(-1)
  return { speakers, nextCursor: rows.length > limit && last ? writeCursor(last) : null }
}

function writeCursor({ plainSpeaker, daysLeft, id }: QuotePlace): string {
  return Buffer.from(`${daysLeft} ${id} ${plainSpeaker}`).toString('base64url')
}

function readCursor(cursor: string): QuotePlace {
  const [daysLeft = '', id, ...speaker] = Buffer.from(cursor, 'base64url').toString().split(' ')
  const plainSpeaker = speaker.join(' ')
  if (!/^\d{1,7}$/.test(daysLeft) || !isId(id) || plainSpeaker.includes('\0'))
    throw new Invalid('This page of the list does not exist. Begin again at its first page.')
  return { plainSpeaker, daysLeft: Number(daysLeft), id }
}
