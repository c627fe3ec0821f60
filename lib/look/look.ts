import type { PublicPicture } from '../articles/public-article'
import { database, type Transaction } from '../db/database'
import { readGroup, type SettingGroup } from '../settings/setting-group'
import { DEFAULT_LOOK, LookSettings } from './look-settings'

/** How readers' pages look, and the rows that hold it. */
export const LOOK: SettingGroup<LookSettings> = {
  shape: LookSettings.shape,
  keys: {
    logo: 'look.logo',
    logoDark: 'look.logoDark',
    accent: 'look.accent',
    accentDark: 'look.accentDark',
    masthead: 'look.masthead',
    mastheadDark: 'look.mastheadDark',
    type: 'look.type',
    scheme: 'look.scheme',
  },
  defaults: DEFAULT_LOOK,
}

/** A picture without words of its own: it stands for the paper's name. */
export type Logo = Omit<PublicPicture, 'alt'>

/** The look with its pictures. */
export type Look = Omit<LookSettings, 'logo' | 'logoDark'> & { logo: Logo | null; logoDark: Logo | null }

/** How readers' pages look; what is missing or wrong in the database is as if nobody had said anything. */
export async function readLook(): Promise<Look> {
  const { logo, logoDark, ...look } = await readLookSettings()
  return { ...look, ...(await readLogos(logo, logoDark)) }
}

/** @param tx the transaction that the caller is in */
export async function readLookSettings(tx: Transaction = database()): Promise<LookSettings> {
  return readGroup(LOOK, tx)
}

async function readLogos(logo: string, logoDark: string): Promise<Pick<Look, 'logo' | 'logoDark'>> {
  const ids = [logo, logoDark].filter((id) => id !== '')
  if (ids.length === 0) return { logo: null, logoDark: null }
  const rows = await database().mediaAsset.findMany({
    where: { id: { in: ids } },
    select: { id: true, width: true, height: true, widths: true },
  })
  const find = (id: string) => rows.find((row) => row.id === id) ?? null
  return { logo: find(logo), logoDark: find(logoDark) }
}
