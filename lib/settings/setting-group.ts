import type { z } from 'zod'
import { database, type Transaction } from '../db/database'
import { sqlOn } from '../db/sql'
import type { Action } from '../policy/table'
import { recordTags } from '../reader-cache/record'
import { tag } from '../reader-cache/tags'

/** Settings that stand on one form. */
export type SettingGroup<Values extends object> = {
  /** What each may be. What is parsed is written with its parts in one order: values are compared as JSON. */
  shape: { [Name in keyof Values]: z.ZodType<Values[Name]> }
  /** The row of the Setting table that holds each. */
  keys: { [Name in keyof Values]: string }
  /** What holds where nobody has said anything else. */
  defaults: Values
  /** The right that changes them, where it is not the one to change settings. */
  needs?: Action
}

export function namesOf<Values extends object>({ keys }: SettingGroup<Values>): (keyof Values & string)[] {
  return Object.keys(keys) as (keyof Values & string)[]
}

/**
 * The settings of a group; what is missing or wrong in the database has a value all the same.
 * @param tx the transaction that the caller is in
 */
export async function readGroup<Values extends object>(
  group: SettingGroup<Values>,
  tx: Transaction = database(),
): Promise<Values> {
  recordTags(tag.settings)
  const keys: string[] = Object.values(group.keys)
  const stored = await (tx === database() ? readTogether(keys) : readStored(tx, keys))
  const values = namesOf(group).map((name) => [name, settingOf(group, name, stored.get(group.keys[name]))])
  return Object.fromEntries(values) as Values
}

type Stored = ReadonlyMap<string, unknown>

async function readStored(tx: Transaction, keys: readonly string[]): Promise<Stored> {
  const rows = await sqlOn(tx)<{ key: string; value: unknown }>`
    SELECT key, value FROM "Setting" WHERE key = ANY(${[...keys]})`
  return new Map(rows.map(({ key, value }) => [key, value]))
}

/** Every page asks for several groups at once: those are read in one statement. */
function readTogether(keys: readonly string[]): Promise<Stored> {
  if (waiting === null) {
    const wanted = new Set<string>()
    const stored = Promise.resolve().then(() => {
      waiting = null
      return readStored(database(), [...wanted])
    })
    waiting = { wanted, stored }
  }
  for (const key of keys) waiting.wanted.add(key)
  return waiting.stored
}

/** What is asked for until the present moment has passed. */
let waiting: { wanted: Set<string>; stored: Promise<Stored> } | null = null

function settingOf<Values extends object, Name extends keyof Values>(
  { shape, defaults }: SettingGroup<Values>,
  name: Name,
  stored: unknown,
): Values[Name] {
  const { success, data } = parse(shape[name], stored)
  return success ? data : defaults[name]
}

/** What the last stored value of each type was read as: the same ones come back with every page. What is read is never changed in place. */
const lastRead = new WeakMap<z.ZodType, { stored: string | undefined; result: z.ZodSafeParseResult<unknown> }>()

function parse<Value>(type: z.ZodType<Value>, value: unknown): z.ZodSafeParseResult<Value> {
  const stored = JSON.stringify(value) as string | undefined
  const known = lastRead.get(type)
  if (known !== undefined && known.stored === stored) return known.result as z.ZodSafeParseResult<Value>
  const result = type.safeParse(value)
  lastRead.set(type, { stored, result })
  return result
}
