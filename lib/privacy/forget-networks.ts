import { database } from '../db/database'
import { PRIVACY } from '../settings/privacy-settings'
import { readGroup } from '../settings/setting-group'

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000

/**
 * Forgets from where a device was used that nobody uses any more. The device itself stays known, so that a sign-in on it is no news; what
 * a session had goes with the session.
 */
export async function forgetNetworks(at: Date): Promise<void> {
  const { networkDays } = await readGroup(PRIVACY)
  const before = new Date(at.getTime() - networkDays * DAY_MILLISECONDS)
  await database().device.updateMany({
    where: { lastSeenAt: { lte: before }, address: { not: '' } },
    data: { address: '' },
  })
}
