import { database, type Transaction } from '@/lib/db/database'
import { recordTags } from '@/lib/reader-cache/record'
import { tag } from '@/lib/reader-cache/tags'
import { DEFAULT_SETTINGS, PaperSettings, type Settings } from './paper-settings'

export type { Settings } from './paper-settings'

/** The rows of the Setting table that make up {@link Settings}: `paper.name` holds `name`, and so on. */
export const SETTING_KEYS = {
  name: 'paper.name',
  tagline: 'paper.tagline',
  language: 'paper.language',
  timeZone: 'paper.timeZone',
  feeds: 'paper.feeds',
  aiUse: 'paper.aiUse',
  securityContact: 'paper.securityContact',
} as const satisfies Record<keyof Settings, string>

export const SETTING_NAMES = Object.keys(SETTING_KEYS) as (keyof Settings)[]

/**
 * The paper's settings; what is missing or wrong in the database has a value all the same.
 * @param tx the transaction that the caller is in
 */
export async function readSettings(tx: Transaction = database()): Promise<Settings> {
  recordTags(tag.settings)
  const rows = await tx.setting.findMany({ where: { key: { in: Object.values(SETTING_KEYS) } } })
  const values = new Map(rows.map((row) => [row.key, row.value]))
  const settings = SETTING_NAMES.map((name) => [name, settingOf(name, values.get(SETTING_KEYS[name]))])
  return Object.fromEntries(settings) as Settings
}

function settingOf(name: keyof Settings, stored: unknown): string {
  const { success, data } = PaperSettings.shape[name].safeParse(stored)
  return success ? data : DEFAULT_SETTINGS[name]
}
