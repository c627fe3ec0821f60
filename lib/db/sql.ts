import { connectionPool, database, type Transaction } from './database'
import { askTogether, isQuickRead, type Statement, writeOnce } from './read-together'
import { nameOf } from './statement-names'
import { causeOf, connectionOf } from './transaction-connection'

/** A part of statements' text that several of them share. It holds no value. */
class SqlText {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** sqlText`FROM "Publication" p`: what may stand in a statement in the place of a value. */
export function sqlText(strings: TemplateStringsArray): SqlText {
  return new SqlText(strings[0] ?? '')
}

/**
 * Columns one by one, where a statement wants all that Prisma knows of a table: with `*`, a column that a newer release adds would break what
 * older ones have prepared.
 * @param alias the table's in the statement
 * @param names as in `Prisma.ArticleScalarFieldEnum`
 * @throws RangeError for what is no plain name
 */
export function sqlColumns(alias: string, names: readonly string[]): SqlText {
  const odd = [alias, ...names].find((name) => !/^[A-Za-z]+$/.test(name))
  if (odd !== undefined) throw new RangeError(`Not a plain name: ${odd}`)
  return new SqlText(names.map((name) => `${alias}."${name}"`).join(', '))
}

/** A statement with its values apart from its text: sql`SELECT ... WHERE id = ${id}::uuid`. Answers its rows. */
export type Sql = <Row extends object = object>(strings: TemplateStringsArray, ...values: unknown[]) => Promise<Row[]>

/**
 * Statements in a transaction of Prisma's, on its connection, or on any connection where `tx` is the database itself: without Prisma in between,
 * so values come as `pg` reads them. On a transaction that is over Prisma says so.
 */
export function sqlOn(tx: Transaction): Sql {
  return async <Row extends object>(strings: TemplateStringsArray, ...values: unknown[]) => {
    const statement = prepared(strings, values)
    if (tx === database()) return askPool<Row>(statement)
    const connection = connectionOf(tx)
    if (connection === undefined) return refuse(tx)
    writeOnce(connection)
    try {
      return (await connection.query<Row>(statement)).rows
    } catch (error) {
      throw causeOf(tx, error)
    }
  }
}

async function askPool<Row extends object>(statement: Statement): Promise<Row[]> {
  const { rows } = isQuickRead(statement.text)
    ? await askTogether<Row>(connectionPool(), statement)
    : await connectionPool().query<Row>(statement)
  return rows
}

/** @throws what Prisma says of a transaction that is over */
async function refuse(tx: Transaction): Promise<never> {
  await tx.$queryRaw`SELECT 1`
  throw new Error('Only what `transaction` began tells which connection it is on')
}

/**
 * Runs `work` in one transaction that goes to PostgreSQL without Prisma in between: for what happens at every keystroke.
 * Measured: a save of five statements costs 6 ms of this process through Prisma, and less than 1 ms so.
 */
export async function sqlTransaction<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result> {
  const client = await connectionPool().connect()
  let isBroken = false
  try {
    await client.query('BEGIN')
    const result = await work(async <Row extends object>(strings: TemplateStringsArray, ...values: unknown[]) => {
      const { rows } = await client.query<Row>(prepared(strings, values))
      return rows
    })
    await client.query('COMMIT')
    return result
  } catch (error) {
    // When even this fails, the connection is of no use to anybody.
    await client.query('ROLLBACK').catch(() => {
      isBroken = true
    })
    throw error
  } finally {
    client.release(isBroken)
  }
}

/**
 * Each text is one statement, which PostgreSQL parses once for each connection. The name comes from the text: this module is loaded more
 * than once in a process (by the server, inside Next's bundle), and all of them share the connections.
 */
const statements = new WeakMap<TemplateStringsArray, { name: string; text: string; shared: SqlText[] }>()

function prepared(strings: TemplateStringsArray, given: readonly unknown[]): Statement {
  const values = given.filter((value) => !(value instanceof SqlText))
  const shared = given.length === values.length ? [] : given.filter((value) => value instanceof SqlText)
  let statement = statements.get(strings)
  if (statement === undefined || !hasSame(statement.shared, shared)) {
    const text = textOf(strings, given)
    statement = { name: nameOf(text), text, shared }
    statements.set(strings, statement)
  }
  return { name: statement.name, text: statement.text, values }
}

function hasSame(before: readonly SqlText[], after: readonly SqlText[]): boolean {
  return before.length === after.length && before.every((text, index) => text === after[index])
}

function textOf(strings: TemplateStringsArray, given: readonly unknown[]): string {
  let number = 0
  return strings.reduce((before, piece, index) => {
    const value = given[index - 1]
    return before + (value instanceof SqlText ? value.text : `$${++number}`) + piece
  })
}
