import { Temporal } from 'temporal-polyfill'
import { startOfDay } from '../schedule/zoned-time'

/** Longer questions are cut: nobody types them. */
const MOST_CHARACTERS = 200

/** What a reader asked for, as the form and the address have it. */
export type AskedSearch = {
  q: string
  section?: string | undefined
  after?: string | undefined
  before?: string | undefined
  order?: string | undefined
}

/** Nothing stands behind an operator, or no date where one has to be. */
export type SearchNote = { operator: string; value: string }

export type SearchQuery = {
  /** As it was typed: one line, no controls, not endless. */
  typed: string
  /** What is looked for in the text, as PostgreSQL's `websearch_to_tsquery` takes it; '' where only the rest narrows the search. */
  words: string
  /** Whether any of the words has to be there: "-ferry" alone asks for all articles but some. */
  hasWanted: boolean
  /** Names or slugs; what is found has all of them. */
  authors: string[]
  sections: string[]
  topics: string[]
  /** First published at this instant or later, and before that one. */
  from: Date | null
  until: Date | null
  order: 'relevance' | 'date'
  /** What of the question makes no sense. */
  notes: SearchNote[]
}

const OPERATORS = ['author', 'section', 'topic', 'after', 'before'] as const
type Operator = (typeof OPERATORS)[number]

// A phrase, an operator with what follows it, or anything else up to a space.
const TOKEN = new RegExp(String.raw`-?"[^"]*"?|(?:${OPERATORS.join('|')}):(?:"[^"]*"?|\S*)|\S+`, 'giu')
const OPERATOR = new RegExp(`^(${OPERATORS.join('|')}):"?([^"]*)"?$`, 'iu')

/**
 * Reads a question: words, "phrases", -words and `or` as on search engines, and author:, section:, topic:, after: and before:
 * before a word or a phrase.
 * @param zone of the paper: in it days begin
 */
export function readSearchQuery(asked: AskedSearch, zone: string): SearchQuery {
  const typed = oneLine(asked.q)
  const query: SearchQuery = {
    typed,
    words: '',
    hasWanted: false,
    authors: [],
    sections: [],
    topics: [],
    from: null,
    until: null,
    order: asked.order === 'date' ? 'date' : 'relevance',
    notes: [],
  }
  const words: string[] = []
  for (const [token] of typed.matchAll(TOKEN)) {
    const [, name, value] = OPERATOR.exec(token) ?? []
    if (name === undefined) words.push(token)
    else narrow(query, name.toLowerCase() as Operator, (value ?? '').trim(), zone)
  }
  for (const name of ['section', 'after', 'before'] as const) {
    const value = oneLine(asked[name] ?? '')
    if (value !== '') narrow(query, name, value, zone)
  }
  query.words = words.join(' ')
  query.hasWanted = words.some((word) => /^[^-]/u.test(word) && /[\p{L}\p{N}]/u.test(word))
  return query
}

/** Whether anything is asked at all. */
export function asksForSomething({ words, authors, sections, topics, from, until }: SearchQuery): boolean {
  return [words, ...authors, ...sections, ...topics].some((each) => each !== '') || from !== null || until !== null
}

function narrow(query: SearchQuery, operator: Operator, value: string, zone: string): void {
  if (value === '') query.notes.push({ operator, value })
  else if (operator === 'author') query.authors.push(value)
  else if (operator === 'section') query.sections.push(value)
  else if (operator === 'topic') query.topics.push(value)
  else narrowTime(query, operator, value, zone)
}

function narrowTime(query: SearchQuery, operator: 'after' | 'before', value: string, zone: string): void {
  const at = startOf(value, zone)
  if (at === null) query.notes.push({ operator, value })
  else if (operator === 'after') query.from = query.from === null || at > query.from ? at : query.from
  else query.until = query.until === null || at < query.until ? at : query.until
}

/** The first instant of a year, a month or a day; null for what is none. */
function startOf(date: string, zone: string): Date | null {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(date) ?? []
  if (year === undefined) return null
  try {
    const parts = { year: Number(year), month: Number(month), day: Number(day) }
    return startOfDay(Temporal.PlainDate.from(parts, { overflow: 'reject' }).toString(), zone)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function oneLine(typed: string): string {
  return (
    typed
      .replace(/\p{Cc}+/gu, ' ')
      // As phones type them.
      .replace(/[“”„«»]/gu, '"')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, MOST_CHARACTERS)
  )
}

/** The single words of a question that may be misspelt: no phrases, nothing that is left out, no `or`. */
export function plainWords({ words }: SearchQuery): string[] {
  if (/["]|(?:^|\s)-|(?:^|\s)or(?:\s|$)/iu.test(words)) return []
  return words.match(/[\p{L}\p{N}\p{M}’']+/gu) ?? []
}

/** The question with other words in it, and everything else as it was. */
export function withOtherWords({ typed, words }: SearchQuery, others: string): string {
  const kept = [...typed.matchAll(TOKEN)].map(([token]) => token).filter((token) => OPERATOR.test(token))
  return words === '' ? typed : [others, ...kept].join(' ')
}
