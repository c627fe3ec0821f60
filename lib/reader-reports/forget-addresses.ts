import { now } from '../clock'
import { type Transaction, transaction } from '../db/database'
import { addressDays } from './address-days'

const AT_ONCE = 500

/**
 * Removes the addresses of readers whose report was closed long enough ago, and the mail that went there, which has the address, too. Long
 * enough is what the paper says now, and never longer than the reader was told. Any number of processes may run it.
 *
 * @returns how many addresses are gone
 */
export async function forgetAddresses(): Promise<number> {
  return transaction(async (tx) => {
    const due = await holdDue(tx)
    const mailIds = due.map(({ answerMailId }) => answerMailId).filter((id) => id !== null)
    await tx.mail.deleteMany({ where: { id: { in: mailIds } } })
    const { count } = await tx.readerReport.updateMany({
      where: { id: { in: due.map(({ id }) => id) } },
      data: { mail: null, answerMailId: null },
    })
    return count
  })
}

/** Held until the transaction ends: none of them is taken up again meanwhile. */
async function holdDue(tx: Transaction): Promise<{ id: string; answerMailId: string | null }[]> {
  const days = await addressDays(tx)
  return tx.$queryRaw`
    SELECT id, "answerMailId" FROM "ReaderReport"
     WHERE "closedAt" <= ${now()}::timestamptz - make_interval(hours => 24 * least("addressDays", ${days}::int))
       AND (mail IS NOT NULL OR "answerMailId" IS NOT NULL)
     ORDER BY id LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED`
}
