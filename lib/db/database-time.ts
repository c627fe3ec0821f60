import type { Transaction } from './database'
import { sqlOn } from './sql'

/**
 * The present instant by the clock of the database: the one that all processes share. What must not happen before its time asks
 * this, and never the machine that it runs on.
 */
export async function databaseTime(tx: Transaction): Promise<Date> {
  const [row] = await sqlOn(tx)<{ at: Date }>`SELECT clock_timestamp() AS at`
  if (row === undefined) throw new Error('The database does not know the time')
  return row.at
}
