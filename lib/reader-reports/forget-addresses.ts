import { now } from '../clock'
import { database, transaction } from '../db/database'
import { ADDRESS_DAYS } from './limits'

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000
const AT_ONCE = 500

/**
 * Removes the addresses of readers whose report was closed ninety days ago, and the mail that went there, which has the address, too. Any
 * number of processes may run it.
 *
 * @returns how many addresses are gone
 */
export async function forgetAddresses(): Promise<number> {
  const before = new Date(now().getTime() - ADDRESS_DAYS * DAY_MILLISECONDS)
  const due = await database().readerReport.findMany({
    where: { closedAt: { lte: before }, OR: [{ mail: { not: null } }, { answerMailId: { not: null } }] },
    select: { id: true, answerMailId: true },
    take: AT_ONCE,
  })
  const ids = due.map(({ id }) => id)
  const mailIds = due.map(({ answerMailId }) => answerMailId).filter((id) => id !== null)
  return transaction(async (tx) => {
    await tx.mail.deleteMany({ where: { id: { in: mailIds } } })
    // Taken up again meanwhile, it is not closed any more.
    const { count } = await tx.readerReport.updateMany({
      where: { id: { in: ids }, closedAt: { lte: before } },
      data: { mail: null, answerMailId: null },
    })
    return count
  })
}
