import { z } from 'zod'
import { lastToTouch, recordEvent } from '../audit'
import { type Transaction, transaction } from '../db/database'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { notifyPurge, purgeLocally } from '../reader-cache/purge'
import { tag } from '../reader-cache/tags'
import type { EditResult } from '../shelves/edit-result'
import { PaperSettings } from './paper-settings'
import { readSettings, SETTING_KEYS, SETTING_NAMES, type Settings } from './settings'

export const ChangeSettings = z.strictObject({
  ...PaperSettings.shape,
  /** The settings that the person saw: what is as it was there is left alone. */
  seen: PaperSettings,
})

type ChangeResult = Omit<Extract<EditResult<Settings>, { kind: 'clash' }>, 'version'> | { kind: 'saved' }

/**
 * Changes what the paper says of itself, and every page for readers with it. Two people who change different settings do not meet;
 * where both changed the same one, nothing is written and both values are known.
 */
export async function changeSettings(
  actor: Actor,
  { seen, ...wanted }: z.output<typeof ChangeSettings>,
): Promise<ChangeResult> {
  authorise(actor, 'settings.edit')
  const { result, tags } = await transaction<{ result: ChangeResult; tags: string[] }>(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('standfirst settings'))`
    const standing = await readSettings(tx)
    const changed = SETTING_NAMES.filter((name) => wanted[name] !== seen[name] && wanted[name] !== standing[name])
    const met = changed.find((name) => standing[name] !== seen[name])
    if (met !== undefined) {
      const by = await lastToTouch(tx, 'setting', SETTING_KEYS[met])
      return { result: { kind: 'clash', standing, by }, tags: [] }
    }
    for (const name of changed) await write(tx, actor, name, { before: standing[name], after: wanted[name] })
    const tags = changed.length === 0 ? [] : [tag.settings]
    await notifyPurge(tx, tags)
    return { result: { kind: 'saved' }, tags }
  })
  purgeLocally(tags)
  return result
}

async function write(
  tx: Transaction,
  actor: Actor,
  name: keyof Settings,
  { before, after }: { before: string; after: string },
): Promise<void> {
  const key = SETTING_KEYS[name]
  await tx.setting.upsert({ where: { key }, create: { key, value: after }, update: { value: after } })
  await recordEvent(tx, actor, {
    action: 'settings.change',
    thing: 'setting',
    thingId: key,
    detail: { setting: name, before, after },
  })
}
