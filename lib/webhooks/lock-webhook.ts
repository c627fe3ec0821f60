import type { Transaction } from '../db/database'
import { Conflict, NotFound } from '../errors'

/** A webhook, held until the end of the transaction. @throws NotFound */
export async function lockWebhook(tx: Transaction, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "Webhook" WHERE id = ${id}::uuid FOR UPDATE`
  const webhook = await tx.webhook.findUnique({ where: { id } })
  if (webhook === null) throw new NotFound()
  return webhook
}

/** What is off is told nothing, also not by hand. @throws Conflict */
export function assertOn({ isOn }: { isOn: boolean }): void {
  if (!isOn) throw new Conflict('This webhook is off. Switch it on first.')
}
