import { database, type Transaction } from '../db/database'
import { PRIVACY } from '../settings/privacy-settings'
import { readGroup } from '../settings/setting-group'

/** How many days after a report is closed the address of its reader goes, as readers are told where they leave it. */
export async function addressDays(tx: Transaction = database()): Promise<number> {
  return (await readGroup(PRIVACY, tx)).reportDays
}
