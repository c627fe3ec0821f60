import { database, type Transaction } from '@/lib/db/database'
import { DEFAULT_SETTINGS, PaperSettings, type Settings } from './paper-settings'
import { readGroup, type SettingGroup } from './setting-group'

export type { Settings } from './paper-settings'

/** What the paper says of itself, and the rows that hold it. */
export const PAPER: SettingGroup<Settings> = {
  shape: PaperSettings.shape,
  keys: {
    name: 'paper.name',
    tagline: 'paper.tagline',
    language: 'paper.language',
    timeZone: 'paper.timeZone',
    feeds: 'paper.feeds',
    hub: 'paper.hub',
    aiUse: 'paper.aiUse',
    securityContact: 'paper.securityContact',
    republishing: 'paper.republishing',
    republishTerms: 'paper.republishTerms',
    republishContact: 'paper.republishContact',
  },
  defaults: DEFAULT_SETTINGS,
}

/**
 * The paper's settings; what is missing or wrong in the database has a value all the same.
 * @param tx the transaction that the caller is in
 */
export async function readSettings(tx: Transaction = database()): Promise<Settings> {
  return readGroup(PAPER, tx)
}
