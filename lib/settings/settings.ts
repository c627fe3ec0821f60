import { z } from 'zod'
import { database, type Transaction } from '@/lib/db/database'
import { recordTags } from '@/lib/reader-cache/record'
import { tag } from '@/lib/reader-cache/tags'

const Settings = z.object({
  /** The paper's name, as the masthead prints it. */
  name: z.string().min(1).max(80).catch('The Standfirst'),
  /** The line under the name. */
  tagline: z.string().max(160).catch(''),
  /** The language that articles are written in, BCP 47. */
  language: z.string().refine(isLanguage).catch('en-GB'),
  /** The zone in which dates and times are printed, as the IANA writes it. */
  timeZone: z.string().refine(isTimeZone).catch('Europe/London'),
})

/** What the paper says about itself. */
export type Settings = z.output<typeof Settings>

/** The rows of the Setting table that make up {@link Settings}: `paper.name` holds `name`, and so on. */
export const SETTING_KEYS = {
  name: 'paper.name',
  tagline: 'paper.tagline',
  language: 'paper.language',
  timeZone: 'paper.timeZone',
} as const satisfies Record<keyof Settings, string>

/**
 * The paper's settings; what is missing or wrong in the database has a value all the same.
 * @param tx the transaction that the caller is in
 */
export async function readSettings(tx: Transaction = database()): Promise<Settings> {
  recordTags(tag.settings)
  const rows = await tx.setting.findMany({ where: { key: { in: Object.values(SETTING_KEYS) } } })
  const values = new Map(rows.map((row) => [row.key, row.value]))
  return Settings.parse(Object.fromEntries(Object.entries(SETTING_KEYS).map(([name, key]) => [name, values.get(key)])))
}

function isLanguage(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1
  } catch {
    return false
  }
}

function isTimeZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }) !== null
  } catch {
    return false
  }
}
