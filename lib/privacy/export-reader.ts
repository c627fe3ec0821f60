import { recordEvent } from '../audit'
import { now } from '../clock'
import { transaction } from '../db/database'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { readSettings } from '../settings/settings'
import { findReader, type ReaderData } from './find-reader'
import { hashAddress } from './hash-address'
import type { OneAddress } from './one-address'
import { refuseColleague } from './refuse-colleague'

/** What is handed out. `exportedAt` is ISO 8601 in UTC. */
export type ReaderExport = { paper: string; exportedAt: string } & ReaderData

/**
 * All that the paper has of a reader, for a file. That it was saved is written down, without the address.
 * @throws Conflict where the address is a colleague's
 */
export function exportReader(actor: Actor, { address }: OneAddress): Promise<ReaderExport> {
  authorise(actor, 'privacy.edit')
  return transaction(async (tx) => {
    await refuseColleague(tx, address)
    const data = await findReader(tx, address)
    await recordEvent(tx, actor, {
      action: 'privacy.export',
      thing: 'reader',
      detail: { addressHash: hashAddress(address) },
    })
    return { paper: (await readSettings(tx)).name, exportedAt: now().toISOString(), ...data }
  })
}
