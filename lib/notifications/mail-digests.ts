import { now } from '../clock'
import { database, type Transaction, transaction } from '../db/database'
import { nudgeMail } from '../jobs/nudge-mail'
import { queueMail } from '../mail/queue-mail'
import { localTime, readZonedTime } from '../schedule/zoned-time'
import { readSettings } from '../settings/settings'
import { digestMail } from './digest-mail'
import { namedNotices } from './readers'

/** When the mail of the day goes out, as the newsroom's clocks show it. */
const AT = '07:00'

/**
 * Mails everybody what they want to be told of once a day and what came before the last seven o'clock: one mail each, each notice
 * once, none where there is nothing. What did not run at seven runs later. Any number of processes may run it.
 *
 * @returns how many mails were written
 */
export async function mailDigests(): Promise<number> {
  const before = lastTime(now(), (await readSettings()).timeZone)
  const waiting = await database().notification.findMany({
    where: { digestDue: true, createdAt: { lt: before } },
    distinct: ['personId'],
    select: { personId: true },
  })
  let written = 0
  for (const { personId } of waiting) if (await isMailed(personId, before)) written++
  if (written > 0) await nudgeMail()
  return written
}

async function isMailed(personId: string, before: Date): Promise<boolean> {
  return transaction(async (tx) => {
    // Of two who take the same notices the second waits here, and finds none.
    const taken = await tx.$queryRaw<{ id: string }[]>`
      UPDATE "Notification" SET "digestDue" = false
      WHERE "personId" = ${personId}::uuid AND "digestDue" AND "createdAt" < ${before}::timestamptz
      RETURNING id`
    const person = await tx.person.findUnique({ where: { id: personId, status: 'ACTIVE' } })
    if (taken.length === 0 || person === null) return false
    await queueMail(
      tx,
      digestMail({
        to: person.email,
        name: person.name,
        notices: await noticesOf(
          tx,
          taken.map(({ id }) => id),
        ),
        paperName: (await readSettings(tx)).name,
      }),
    )
    return true
  })
}

async function noticesOf(tx: Transaction, ids: string[]) {
  const rows = await tx.notification.findMany({
    where: { id: { in: ids } },
    orderBy: { id: 'asc' },
    include: { comment: { select: { threadId: true, text: true } } },
  })
  return namedNotices(tx, rows)
}

/** The last seven o'clock in a zone that is not after this instant. */
export function lastTime(at: Date, zone: string): Date {
  const today = localTime(at, zone).slice(0, 10)
  const time = timeOf(today, zone)
  if (time <= at) return time
  const yesterday = new Date(`${today}T00:00:00Z`)
  yesterday.setUTCDate(yesterday.getUTCDate() - 1)
  return timeOf(yesterday.toISOString().slice(0, 10), zone)
}

function timeOf(day: string, zone: string): Date {
  const time = readZonedTime(`${day}T${AT}`, zone)
  if (time === null) throw new Error(`${day} ${AT} is no time in ${zone}`)
  return time.kind === 'once' ? time.at : time.earlier
}
