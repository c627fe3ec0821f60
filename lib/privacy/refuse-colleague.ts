import type { Transaction } from '../db/database'
import { Conflict } from '../errors'

/** Whether somebody of the newsroom signs in with this address, was invited by it, or is about to move to it or from it. */
export async function isColleague(tx: Transaction, address: string): Promise<boolean> {
  if ((await tx.person.count({ where: { email: address } })) > 0) return true
  return (await tx.emailChange.count({ where: { OR: [{ oldEmail: address }, { newEmail: address }] } })) > 0
}

/** @throws Conflict where the address is a colleague's, who is looked after elsewhere */
export async function refuseColleague(tx: Transaction, address: string): Promise<void> {
  if (await isColleague(tx, address))
    throw new Conflict('This is the address of a colleague: people of the newsroom are looked after under People.')
}
