import { ORIGIN_WORDS } from '../document/attribution'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { BYTE_ORDER_MARK, csvLine } from '../record/csv'
import { quotePlaceHref } from './quote-place'
import type { QuotesQuery } from './quotes-query'
import { type QuotePlace, type QuoteRow, readQuotes } from './read-quotes'

const BATCH = 500

/**
 * What a filter of the ledger finds, as a CSV file: piece by piece, never more than a batch of it in memory.
 * @param origin scheme and host, in front of addresses
 * @throws Forbidden
 */
export function exportQuotes(
  actor: Actor,
  { cursor: _, ...query }: QuotesQuery,
  origin: string,
): AsyncGenerator<string> {
  authorise(actor, 'claim.read')
  authorise(actor, 'article.read')
  return lines(query, origin)
}

async function* lines(query: Omit<QuotesQuery, 'cursor'>, origin: string): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK +
    csvLine(['Speaker', 'Words', 'Form', 'Origin', 'Said on', 'Story', 'Block', 'Readers have it', 'Address'])
  let after: QuotePlace | null = null
  do {
    const rows: QuoteRow[] = await readQuotes(query, { after, limit: BATCH })
    after = rows.length === BATCH ? (rows.at(-1) ?? null) : null
    yield rows.map((row) => csvLine(cellsOf(row, origin))).join('')
  } while (after !== null)
}

function cellsOf({ form, origin, ...row }: QuoteRow, site: string): string[] {
  return [
    row.speaker,
    row.words,
    form === 'paraphrase' ? 'Paraphrase' : 'Direct quote',
    origin === '' ? '' : ORIGIN_WORDS[origin],
    row.saidOn ?? '',
    row.headline,
    row.paragraph > 0 ? String(row.paragraph) : '',
    row.isPublic ? 'Yes' : 'No',
    site + quotePlaceHref(row),
  ]
}
