import { z } from 'zod'
import { recordEvent } from '../audit'
import { type Transaction, transaction } from '../db/database'
import { Invalid } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { withoutAddress } from './address-in-words'
import { commentsThatHave, linksThatHave, reportsThatHave } from './find-reader'
import { hashAddress } from './hash-address'
import { lockAddress } from './lock-address'
import { OneAddress } from './one-address'
import { refuseColleague } from './refuse-colleague'

export const EraseReader = z.strictObject({
  ...OneAddress.shape,
  /** The address once more, as somebody typed it who means it. */
  confirmation: z.string().max(500),
})

/** How much of each there was. */
export type Erased = { newsletters: number; alerts: number; reports: number; outsiders: number; mails: number }

/**
 * Erases what the paper has of a reader. What they said about an article stays, as from somebody unknown. Whoever does it twice has done it
 * once. What they sign up for afterwards is new.
 *
 * @throws Invalid where the address was not typed once more
 * @throws Conflict where it is a colleague's
 */
export function eraseReader(actor: Actor, { address, confirmation }: z.output<typeof EraseReader>): Promise<Erased> {
  authorise(actor, 'privacy.edit')
  if (confirmation.trim().toLowerCase() !== address) throw new Invalid(NOT_TYPED, [issueOf(NOT_TYPED)])
  return transaction(async (tx) => {
    await lockAddress(tx, address)
    await refuseColleague(tx, address)
    const erased = {
      ...(await endSubscriptions(tx, address)),
      reports: await unnameReports(tx, address),
      outsiders: await unnameOutsiders(tx, address),
      // After those whose work may be writing one at this moment: what they wrote is seen here.
      mails: await removeMails(tx, address),
    }
    if (Object.values(erased).every((count) => count === 0)) return erased
    await recordEvent(tx, actor, {
      action: 'privacy.erase',
      thing: 'reader',
      detail: { addressHash: hashAddress(address), ...erased },
    })
    return erased
  })
}

const NOT_TYPED = 'Type the address exactly as it stands here.'

function issueOf(message: string) {
  return { field: 'confirmation', code: 'different', message, severity: 'blocking' as const }
}

/** An alert that waits to be sent goes with the address; whoever is writing its mail ends first. */
async function endSubscriptions(tx: Transaction, email: string): Promise<Pick<Erased, 'newsletters' | 'alerts'>> {
  const [subscriber] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Subscriber" WHERE email = ${email} FOR UPDATE`
  if (subscriber === undefined) return { newsletters: 0, alerts: 0 }
  const { count: alerts } = await tx.alertDelivery.deleteMany({ where: { receiverId: subscriber.id, channel: 'MAIL' } })
  const { count } = await tx.subscription.deleteMany({ where: { subscriberId: subscriber.id } })
  await tx.subscriber.delete({ where: { id: subscriber.id } })
  // A reader without a newsletter is a row with an address all the same.
  return { newsletters: Math.max(count, 1), alerts }
}

/** Whoever answers one of them ends first. */
async function unnameReports(tx: Transaction, address: string): Promise<number> {
  const ids = await reportsThatHave(tx, address)
  await tx.$queryRaw`SELECT 1 FROM "ReaderReport" WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`
  const reports = await tx.readerReport.findMany({ where: { id: { in: ids } } })
  for (const { id, mail, answerMailId, ...words } of reports) {
    await tx.readerReport.update({
      where: { id },
      data: {
        ...(mail === address ? { mail: null, answerMailId: null } : { mail, answerMailId }),
        text: withoutAddress(words.text, address),
        url: withoutAddress(words.url, address),
        answerText: withoutAddress(words.answerText, address),
        reason: withoutAddress(words.reason, address),
      },
    })
  }
  return reports.length
}

async function unnameOutsiders(tx: Transaction, address: string): Promise<number> {
  const links = await linksThatHave(tx, address)
  for (const { id, label } of links)
    await tx.outsiderLink.update({ where: { id }, data: { label: withoutAddress(label, address) } })
  const comments = await commentsThatHave(tx, address)
  for (const { id, name, text } of comments) {
    await tx.outsiderComment.update({
      where: { id },
      data: { name: withoutAddress(name, address), text: withoutAddress(text, address) },
    })
  }
  return links.length + comments.length
}

/** In one statement: of somebody who is being invited at this moment both are there, or neither. */
function removeMails(tx: Transaction, address: string): Promise<number> {
  return tx.$executeRaw`
    DELETE FROM "Mail" WHERE "to" = ${address} AND NOT EXISTS (SELECT 1 FROM "Person" WHERE email = ${address})`
}
