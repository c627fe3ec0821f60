import type { Document } from '../document/document'
import type { Issue } from '../errors'
import { quotedOnce } from './quoted-once'

/** What a draft does not say of where its quotations are from. `field` leads to the first one. */
export function quoteIssues(document: Document): Issue[] {
  const quotes = quotedOnce(document)
  const [noOrigin, noDay] = [quotes.filter(({ origin }) => origin === ''), quotes.filter(({ saidOn }) => saidOn === '')]
  return [
    ...issue('no-origin', noOrigin, 'where we have the words from'),
    ...issue('no-said-on', noDay, 'when the words were said'),
  ]
}

function issue(code: string, quotes: readonly { from: number }[], what: string): Issue[] {
  const first = quotes[0]
  if (first === undefined) return []
  const who = quotes.length === 1 ? 'A quotation does' : `${quotes.length} quotations do`
  return [{ field: `document:${first.from}`, code, message: `${who} not say ${what}.`, severity: 'warning' }]
}
