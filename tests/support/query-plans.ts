import pg from 'pg'

type Statement = { text: string; values: unknown[] }
type Plan = {
  'Node Type': string
  'Relation Name'?: string
  'Actual Rows': number
  /** How often it was done: a part of a query may turn out not to be needed. */
  'Actual Loops': number
  Plans?: Plan[]
}

const READS = /^\s*(?:SELECT|WITH)\b/i
export const READS_AND_WRITES = /^\s*(?:SELECT|WITH|INSERT|UPDATE|DELETE)\b/i

/** What `work` asks the database, as it goes over the wire. */
export async function statementsOf(work: () => Promise<unknown>, wanted = READS): Promise<Statement[]> {
  const heard: Statement[] = []
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [first, values] = given
    const text = typeof first === 'string' ? first : (first as Statement).text
    const parameters = (first as Statement).values ?? (Array.isArray(values) ? values : [])
    if (wanted.test(text)) heard.push({ text, values: parameters })
    return (query as (...given: unknown[]) => unknown).apply(this, given)
  } as typeof query
  try {
    await work()
  } finally {
    pg.Client.prototype.query = query
  }
  return heard
}

/**
 * What makes a statement slower with each row that the paper gets, as the database does it: a table of articles that is read from end to end, or
 * more than `mostSorted` rows brought into an order.
 */
export async function planProblems(
  client: pg.Client,
  { text, values }: Statement,
  { growing, mostSorted }: { growing: readonly string[]; mostSorted: number },
): Promise<string[]> {
  const { rows } = await client.query({ text: `EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, values })
  const [{ Plan: root }] = rows[0]['QUERY PLAN'] as [{ Plan: Plan }]
  const done = nodesOf(root).filter((node) => node['Actual Loops'] > 0)
  return done.flatMap((node) => {
    const table = node['Relation Name'] ?? ''
    if (node['Node Type'].endsWith('Seq Scan') && growing.includes(table)) return [`reads all of ${table}: ${text}`]
    const sorted = node.Plans?.[0]?.['Actual Rows'] ?? 0
    return node['Node Type'] === 'Sort' && sorted > mostSorted ? [`sorts ${sorted} rows: ${text}`] : []
  })
}

/** The tables that a statement reads from end to end where it is planned for any values, as one is that keeps its plan. */
export async function readsAllWhateverTheValues(
  client: pg.Client,
  { text }: Statement,
  growing: readonly string[],
): Promise<string[]> {
  const { rows } = await client.query(`EXPLAIN (GENERIC_PLAN, FORMAT JSON) ${text}`)
  const [{ Plan: root }] = rows[0]['QUERY PLAN'] as [{ Plan: Plan }]
  return nodesOf(root).flatMap((node) => {
    const table = node['Relation Name'] ?? ''
    return node['Node Type'].endsWith('Seq Scan') && growing.includes(table) ? [`reads all of ${table}: ${text}`] : []
  })
}

function nodesOf(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)]
}
