import { lastToTouch, recordEvent } from '../audit'
import { type Prisma, type Transaction, transaction } from '../db/database'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { notifyPurge, purgeLocally } from '../reader-cache/purge'
import { tag } from '../reader-cache/tags'
import type { EditResult } from '../shelves/edit-result'
import { namesOf, readGroup, type SettingGroup } from './setting-group'

export type ChangeResult<Values> = Omit<Extract<EditResult<Values>, { kind: 'clash' }>, 'version'> | { kind: 'saved' }

type Change<Values> = {
  /** The settings that the person saw: what is as it was there is left alone. */
  seen: Values
  wanted: Values
  /** Refuses what a form cannot know. Asked of what changes. */
  check?: (tx: Transaction, changed: (keyof Values & string)[]) => Promise<void>
  /** What is written down of a value. */
  inRecord: (tx: Transaction, name: keyof Values & string, values: Values) => Promise<string> | string
}

/**
 * Changes settings of a group, and every page for readers with them. Two people who change different settings do not meet; where both
 * changed the same one, nothing is written and both values are known.
 */
export async function changeGroup<Values extends object>(
  actor: Actor,
  group: SettingGroup<Values>,
  { seen, wanted, check, inRecord }: Change<Values>,
): Promise<ChangeResult<Values>> {
  authorise(actor, group.needs ?? 'settings.edit')
  const { result, tags } = await transaction<{ result: ChangeResult<Values>; tags: string[] }>(async (tx) => {
    await lockSettings(tx)
    const standing = await readGroup(group, tx)
    const changed = namesOf(group).filter(
      (name) => !isSame(wanted[name], seen[name]) && !isSame(wanted[name], standing[name]),
    )
    const met = changed.find((name) => !isSame(standing[name], seen[name]))
    if (met !== undefined) {
      const by = await lastToTouch(tx, 'setting', group.keys[met])
      return { result: { kind: 'clash', standing, by }, tags: [] }
    }
    await check?.(tx, changed)
    for (const name of changed) {
      const [before, after] = [await inRecord(tx, name, standing), await inRecord(tx, name, wanted)]
      await writeSetting(tx, group.keys[name], wanted[name] as Prisma.InputJsonValue)
      await recordEvent(tx, actor, {
        action: 'settings.change',
        thing: 'setting',
        thingId: group.keys[name],
        detail: { setting: name, before, after },
      })
    }
    const tags = changed.length === 0 ? [] : [tag.settings]
    await notifyPurge(tx, tags)
    return { result: { kind: 'saved' }, tags }
  })
  purgeLocally(tags)
  return result
}

/** Whoever changes settings comes one after the other until the transaction ends. */
export async function lockSettings(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('standfirst settings'))`
}

export async function writeSetting(tx: Transaction, key: string, value: Prisma.InputJsonValue): Promise<void> {
  await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } })
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
