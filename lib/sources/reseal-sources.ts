import { database } from '../db/database'
import { CannotOpen } from '../errors'
import { log } from '../log'
import { seal, unseal } from './seal'
import { sourceKeys } from './source-keys'

const BATCH = 500

/**
 * Seals anew what an older key has sealed, so that the older key can be thrown away. What cannot be opened stays as it is, and is logged by
 * its id. What somebody changes meanwhile is sealed under the key of today anyway.
 * @returns how many were sealed anew
 */
export async function resealSources(): Promise<number> {
  if ((await database().source.count()) === 0) return 0
  const keys = sourceKeys()
  const keyId = keys[0].id
  let resealed = 0
  for (let last = ''; ; ) {
    const rows = await database().source.findMany({
      where: { keyId: { not: keyId }, ...(last === '' ? {} : { id: { gt: last } }) },
      orderBy: { id: 'asc' },
      take: BATCH,
      select: { id: true, sealed: true, keyId: true, version: true },
    })
    for (const row of rows) {
      try {
        const box = seal(unseal(row, row.id, keys), row.id, keys)
        const { count } = await database().source.updateMany({ where: { id: row.id, version: row.version }, data: box })
        resealed += count
      } catch (error) {
        if (!(error instanceof CannotOpen)) throw error
        log.error({ sourceId: row.id, keyId: row.keyId }, 'a source cannot be sealed anew')
      }
    }
    last = rows.at(-1)?.id ?? ''
    if (rows.length < BATCH) return resealed
  }
}
