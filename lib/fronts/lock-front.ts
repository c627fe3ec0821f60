import { now } from '../clock'
import type { Transaction } from '../db/database'
import { newId } from '../ids'
import type { FrontKey } from './front-key'
import { EMPTY_LAYOUT, type FrontLayout } from './layout'
import { parseStored } from './readers'

export type LockedFront = {
  id: string
  layout: FrontLayout
  version: number
  live: { id: string; number: number; layout: FrontLayout } | null
}

/** The front, held until the transaction ends: two who would change it come one after the other. Made where it has never been laid out. */
export async function lockFront(tx: Transaction, key: FrontKey): Promise<LockedFront> {
  const sectionId = key === 'home' ? null : key
  await tx.$executeRaw`
    INSERT INTO "Front" (id, "sectionId", layout, "changedAt")
    VALUES (${newId()}::uuid, ${sectionId}::uuid, ${JSON.stringify(EMPTY_LAYOUT)}::jsonb, ${now()}::timestamptz)
    ON CONFLICT ("sectionId") DO NOTHING`
  await tx.$queryRaw`SELECT 1 FROM "Front" WHERE "sectionId" IS NOT DISTINCT FROM ${sectionId}::uuid FOR UPDATE`
  const { id, layout, version, liveEdition } = await tx.front.findFirstOrThrow({
    where: { sectionId },
    select: {
      id: true,
      layout: true,
      version: true,
      liveEdition: { select: { id: true, number: true, layout: true } },
    },
  })
  return {
    id,
    layout: parseStored(layout, key),
    version,
    live: liveEdition === null ? null : { ...liveEdition, layout: parseStored(liveEdition.layout, key) },
  }
}

/** Tells whoever has the front open, in any process, that it is another now; if and when the transaction commits. */
export async function tellOfFront(tx: Transaction, key: FrontKey): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify('standfirst_front', ${key})`
}
