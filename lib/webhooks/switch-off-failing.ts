import { recordEvent } from '../audit'
import { type Transaction, transaction } from '../db/database'
import { env } from '../env'
import { nudgeMail } from '../jobs/nudge-mail'
import { queueMail } from '../mail/queue-mail'
import { writeMail } from '../mail/write-mail'
import { rolesThat } from '../people/roles-that'
import { hostOf } from './host-of'

const WEBHOOKS = { kind: 'system', name: 'webhooks' } as const
const DAYS = 3
const OFF_REASON = `Nothing had arrived for ${DAYS} days.`

/**
 * Switches a webhook off that has failed for three days, once, and writes to whoever made it; to all who could put it right where that
 * person is gone.
 */
export async function switchOffFailing(webhookId: string): Promise<void> {
  const isOff = await transaction(async (tx) => {
    const [off] = await tx.$queryRaw<{ url: string; createdById: string | null }[]>`
      UPDATE "Webhook" SET "isOn" = false, "offReason" = ${OFF_REASON}, version = version + 1
      WHERE id = ${webhookId}::uuid AND "isOn" AND "failingSince" <= clock_timestamp() - make_interval(days => ${DAYS})
      RETURNING url, "createdById"::text`
    if (off === undefined) return false
    const host = hostOf(off.url)
    await recordEvent(tx, WEBHOOKS, {
      action: 'webhook.switchOff',
      thing: 'webhook',
      thingId: webhookId,
      detail: { name: host },
    })
    for (const to of await whomToTell(tx, off.createdById))
      await queueMail(
        tx,
        writeMail(to, 'A webhook was switched off', [
          `For three days nothing that we sent to ${host} has arrived. It is switched off: nothing more is sent, and what happens meanwhile will not be.`,
          'Look at what was answered, and switch it on again when it works:',
          { link: `${env().SITE_URL}/admin/tokens/webhooks/${webhookId}` },
        ]),
      )
    return true
  })
  if (isOff) await nudgeMail()
}

async function whomToTell(tx: Transaction, makerId: string | null): Promise<string[]> {
  const roles = await rolesThat(tx, 'token.edit')
  const maker =
    makerId === null
      ? null
      : await tx.person.findFirst({ where: { id: makerId, status: 'ACTIVE' }, select: { email: true } })
  if (maker !== null) return [maker.email]
  const people = await tx.person.findMany({
    where: { status: 'ACTIVE', role: { in: roles } },
    select: { email: true },
  })
  return people.map(({ email }) => email)
}
