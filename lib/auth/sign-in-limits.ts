import { database } from '@/lib/db/database'
import { countTry, forgetTries, type Limit, uncountTry } from './rate-limits'

const QUARTER_HOUR = 15 * 60

/** Somebody who forgot a password, or who guesses one account's from one place. */
const ACCOUNT_AND_ADDRESS: Limit = { name: 'sign-in-account-address', tries: 5, seconds: QUARTER_HOUR }

/** One place that tries many accounts. */
const ADDRESS: Limit = { name: 'sign-in-address', tries: 50, seconds: QUARTER_HOUR }

/** Many places that try one account. */
const ACCOUNT: Limit = { name: 'sign-in-account', tries: 100, seconds: 60 * 60 }

/**
 * Counts a sign-in before the password is looked at.
 *
 * The last limit could be used to keep somebody out, so it does not hold where the person has been signed in from before,
 * and a new password by mail forgets it.
 *
 * @param account the address that was typed, known or not
 * @throws RateLimited
 */
export async function countSignIn(of: { account: string; personId: string | null; address: string }): Promise<void> {
  await countTry(ACCOUNT_AND_ADDRESS, pair(of))
  await countTry(ADDRESS, of.address)
  if (of.personId && (await isKnownPlace(of.personId, of.address))) return
  await countTry(ACCOUNT, of.account)
}

/** After the right password: tries that were no guesses do not count. */
export async function forgetSignIns(of: { account: string; address: string }): Promise<void> {
  await forgetTries(ACCOUNT_AND_ADDRESS, pair(of))
  await uncountTry(ADDRESS, of.address)
}

/** After a new password by mail: whoever reads that mail is the owner. */
export async function forgetSignInsOfAccount(account: string): Promise<void> {
  await forgetTries(ACCOUNT, account)
}

function pair(of: { account: string; address: string }): string {
  return `${of.account} ${of.address}`
}

async function isKnownPlace(personId: string, address: string): Promise<boolean> {
  const session = await database().session.findFirst({ where: { personId, address }, select: { id: true } })
  return session !== null
}
