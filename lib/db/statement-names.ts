import { createHash } from 'node:crypto'

/** So many statements of Prisma's get a name in one process. Each costs each connection some tens of kilobytes in PostgreSQL. */
const NAMES_MOST = 400
/** What was asked so often is asked again. */
const ASKED_LEAST = 3
/** A list of a thousand ids is a text of its own, and hardly comes twice. */
const LENGTH_MOST = 12_000
/** Of so many texts it is known how often they were asked; then counting begins anew. */
const COUNTED_MOST = 4_000

/** How words are looked for hangs on the words: a plan for any words is a bad one. So these are planned each time. */
export const LOOKS_FOR_WORDS = /@@|<%|%>|<->|~\*|\bI?LIKE\b|similarity\(/

/**
 * Names for statements that come again and again. A statement with a name is read, checked and planned once by each connection; one without is
 * each time.
 *
 * Names come from the text, because this module is loaded more than once in a process and all share the connections.
 * @returns what tells the name of a statement; '' for one that has none
 */
export function statementNames(): (statement: { sql: string }) => string {
  const names = new Map<string, string>()
  const asked = new Map<string, number>()
  return ({ sql }) => {
    const name = names.get(sql)
    if (name !== undefined) return name
    if (names.size >= NAMES_MOST || sql.length > LENGTH_MOST || LOOKS_FOR_WORDS.test(sql)) return ''
    const times = (asked.get(sql) ?? 0) + 1
    if (times < ASKED_LEAST) {
      if (asked.size >= COUNTED_MOST) asked.clear()
      asked.set(sql, times)
      return ''
    }
    asked.delete(sql)
    const given = nameOf(sql)
    names.set(sql, given)
    return given
  }
}

/** The name of a statement, which says only that its text is the same. */
export function nameOf(text: string): string {
  return `standfirst_${createHash('sha256').update(text).digest('hex').slice(0, 32)}`
}
