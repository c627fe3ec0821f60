import type { Transaction } from '@/lib/db/database'
import { Conflict } from '@/lib/errors'

/**
 * Makes sure that somebody who can manage people is left when this person no longer can.
 *
 * Locks all active administrators, always in the same order: of two requests that would together remove the last two, the
 * second one waits, and then sees what the first one did.
 *
 * @throws Conflict
 */
export async function assertNotLastAdministrator(tx: Transaction, personId: string): Promise<void> {
  const administrators = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Person" WHERE role = 'ADMINISTRATOR' AND status = 'ACTIVE' ORDER BY id FOR UPDATE`
  if (administrators.length === 1 && administrators[0]?.id === personId) {
    throw new Conflict('This is the last administrator. Make somebody else an administrator first.')
  }
}
