import { now } from '../clock'
import type { Transaction } from '../db/database'
import { hashSecret, newId } from '../ids'
import { queueMail } from '../mail/queue-mail'
import { readSettings } from '../settings/settings'
import { deviceWords } from './device-words'
import { newDeviceMail } from './new-device-mail'
import { placeWords } from './place-words'
import type { Visit } from './visit'

/** The same browser may be several people's: each has a row of their own. */
type Meeting = { person: { id: string; name: string; email: string }; isFirstSignIn: boolean; visit: Visit }

/**
 * Notes from which device somebody signs in. One that the person never used is told them by mail, but for the first of an account.
 * The person has to be locked: of two sign-ins at once from a new device one makes the row.
 *
 * @returns the id of the device; null where no browser is behind it
 */
export async function meetDevice(tx: Transaction, { person, isFirstSignIn, visit }: Meeting): Promise<string | null> {
  if (!visit.deviceSecret) return null
  const at = now()
  const key = { tokenHash: hashSecret(visit.deviceSecret), personId: person.id }
  const seen = { userAgent: visit.userAgent.slice(0, 300), address: visit.address, lastSeenAt: at }
  const known = await tx.device.findUnique({ where: { tokenHash_personId: key }, select: { id: true } })
  if (known) {
    await tx.device.update({ where: { id: known.id }, data: seen })
    return known.id
  }
  const id = newId()
  await tx.device.create({ data: { id, ...key, ...seen, firstSeenAt: at } })
  if (!isFirstSignIn) {
    await queueMail(
      tx,
      newDeviceMail({
        to: person.email,
        name: person.name,
        at,
        timeZone: (await readSettings(tx)).timeZone,
        device: deviceWords(visit.userAgent),
        place: await placeWords(visit.address),
      }),
    )
  }
  return id
}

/** The secret of this browser where somebody has signed in on it before; null on every other one. */
export async function knownDevice(tx: Transaction, personId: string, visit: Visit): Promise<string | null> {
  if (!visit.deviceSecret) return null
  const known = await tx.device.count({ where: { personId, tokenHash: hashSecret(visit.deviceSecret) } })
  return known > 0 ? visit.deviceSecret : null
}
