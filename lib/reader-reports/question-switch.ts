import { z } from 'zod'
import { recordEvent } from '../audit'
import { database, type Transaction, transaction } from '../db/database'
import { sqlOn } from '../db/sql'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { notifyPurge, purgeLocally } from '../reader-cache/purge'
import { recordTags } from '../reader-cache/record'
import { tag } from '../reader-cache/tags'

const KEY = 'readers.takesReports'

/** Whether readers can report errors at paragraphs; they can where nobody said otherwise. */
export async function takesReports(tx: Transaction = database()): Promise<boolean> {
  recordTags(tag.settings)
  const [row] = await sqlOn(tx)<{ value: unknown }>`SELECT value FROM "Setting" WHERE key = ${KEY}`
  return row?.value !== false
}

export const SwitchReports = z.strictObject({ takes: z.boolean() })

/** Lets readers report errors, or lets them no more: their pages change at once. What has come in stays. */
export async function switchReports(actor: Actor, { takes }: z.infer<typeof SwitchReports>): Promise<void> {
  authorise(actor, 'readerReport.switch')
  const tags = await transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('standfirst reader reports'))`
    if ((await takesReports(tx)) === takes) return []
    await tx.setting.upsert({ where: { key: KEY }, create: { key: KEY, value: takes }, update: { value: takes } })
    await recordEvent(tx, actor, { action: 'readerReport.switch', thing: 'setting', thingId: KEY, detail: { takes } })
    await notifyPurge(tx, [tag.settings])
    return [tag.settings]
  })
  purgeLocally(tags)
}
