import { CsvError, parse } from 'csv-parse/sync'

/** The most bytes that a list may have. */
export const LIST_BYTES = 200_000
/** The most people that are invited at once. */
const LIST_LINES = 500

/** A record of a line has no more characters than this: a name, an address, a role and a desk. */
const RECORD_CHARACTERS = 4_000

/** A line as it was typed. `line` counts from 1, as editors of text count. `raw` is what stood there, to be mended. */
export type TypedLine = { line: number; raw: string; name: string; email: string; role: string; desk: string }

/** A list in lines, or the sentence why it is none. `header` is its first line where that names the columns, as it was typed. */
export type ReadList = { ok: true; header: string; lines: TypedLine[] } | { ok: false; message: string }

const COLUMNS = ['name', 'email', 'role', 'desk'] as const
type Column = (typeof COLUMNS)[number]

/** How people call the columns. */
const COLUMN_NAMES: Record<string, Column> = {
  name: 'name',
  'full name': 'name',
  email: 'email',
  'e-mail': 'email',
  mail: 'email',
  'e-mail address': 'email',
  'email address': 'email',
  role: 'role',
  desk: 'desk',
}

/**
 * Reads a list of people as spreadsheets write it (RFC 4180), with commas, semicolons or tabs, quoted or not, with a byte order mark or
 * without. The columns are name, e-mail, role and desk, in this order unless the first line names them.
 */
export function readList(text: string): ReadList {
  if (new TextEncoder().encode(text).length > LIST_BYTES) return no('The list is larger than 200 KB.')
  if (text.includes('\0')) return no('This is no text.')
  if (text.includes('\uFFFD')) return no('Some letters cannot be read: save the list as CSV in UTF-8.')
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  try {
    const records = parse(plain, {
      delimiter: delimiterOf(plain),
      record_delimiter: '\n',
      relax_column_count: true,
      trim: true,
      raw: true,
      max_record_size: RECORD_CHARACTERS,
    }) as unknown as Omit<Parsed, 'line'>[]
    return linesOf(numbered(records).filter(({ record }) => record.some((cell) => cell !== '')))
  } catch (error) {
    if (error instanceof CsvError) return no(problemOf(error))
    throw error
  }
}

type Parsed = { record: string[]; raw: string; line: number }

/** Each with the line on which it begins: one with line breaks inside quotes stands on several. */
function numbered(records: readonly Omit<Parsed, 'line'>[]): Parsed[] {
  let line = 1
  return records.map((record) => {
    const begin = line
    line += record.raw.split('\n').length - 1
    return { ...record, line: begin }
  })
}

function linesOf(records: readonly Parsed[]): ReadList {
  const [first] = records
  const named = first === undefined ? null : columnsNamedBy(first.record)
  const people = named === null ? records : records.slice(1)
  if (people.length > LIST_LINES)
    return no(`At most ${LIST_LINES} people at once: these are ${people.length.toLocaleString('en')}.`)
  if (people.length === 0) return no('There is nobody in this list.')
  const columns = named ?? COLUMNS
  return {
    ok: true,
    header: named === null || first === undefined ? '' : oneLine(first.raw),
    lines: people.map(({ record, raw, line }) => ({
      line,
      raw: raw.replace(/\n+$/, ''),
      name: '',
      email: '',
      role: '',
      desk: '',
      ...Object.fromEntries(columns.flatMap((column, at) => (column === null ? [] : [[column, record[at] ?? '']]))),
    })),
  }
}

/** What each column is, where the first line says it: nothing in it looks like an address, and one of them is called like one. */
function columnsNamedBy(cells: readonly string[]): (Column | null)[] | null {
  if (cells.some((cell) => cell.includes('@'))) return null
  const columns = cells.map((cell) => COLUMN_NAMES[cell.toLowerCase()] ?? null)
  return columns.includes('email') && columns.includes('name') ? columns : null
}

/** Whichever of the three stands most often outside quotes on the first line with anything on it. */
function delimiterOf(text: string): string {
  const line = text.split('\n', 50).find((each) => each.trim() !== '') ?? ''
  const bare = line.slice(0, RECORD_CHARACTERS).replace(/"[^"]*"/g, '')
  const counts = [',', ';', '\t'].map((sign) => ({ sign, count: bare.split(sign).length }))
  return counts.reduce((most, each) => (each.count > most.count ? each : most)).sign
}

function problemOf({ code, lines }: CsvError & { lines?: number }): string {
  const line = typeof lines === 'number' ? `Line ${lines}` : 'A line'
  if (code === 'CSV_QUOTE_NOT_CLOSED') return `${line}: a quotation mark is opened and not closed.`
  if (code === 'CSV_MAX_RECORD_SIZE') return `${line} is longer than a name, an address, a role and a desk.`
  if (code.includes('QUOTE'))
    return `${line}: a quotation mark stands where it makes no sense. Write "" for one inside quotes.`
  return `${line} cannot be read.`
}

function oneLine(raw: string): string {
  return raw.replace(/\n+/g, ' ').trim()
}

function no(message: string): ReadList {
  return { ok: false, message }
}
