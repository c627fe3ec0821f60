import { database } from '../db/database'
import { PRIVACY } from '../settings/privacy-settings'
import { readGroup } from '../settings/setting-group'

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000
const AT_ONCE = 1000

/** Removes mails that are older than the paper keeps them. What still waits to go out stays. */
export async function forgetMails(at: Date): Promise<void> {
  const { mailDays } = await readGroup(PRIVACY)
  const before = new Date(at.getTime() - mailDays * DAY_MILLISECONDS)
  let removed = AT_ONCE
  while (removed === AT_ONCE) {
    removed = await database().$executeRaw`
      DELETE FROM "Mail" WHERE id IN (
        SELECT id FROM "Mail" WHERE state <> 'QUEUED' AND "createdAt" <= ${before} ORDER BY "createdAt" LIMIT ${AT_ONCE})`
  }
}
