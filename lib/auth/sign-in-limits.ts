import { LIMITS } from './limits'
import { countTry, forgetTries, uncountTry } from './rate-limits'

/**
 * Whose sign-in is counted. `account` is the address that was typed, known or not. `deviceSecret` is that of a browser on which the owner
 * of the account has signed in before, and null for every other one.
 */
type SignInTry = { account: string; address: string; deviceSecret: string | null }

/**
 * Counts a sign-in before the password is looked at.
 *
 * Whoever burns an account's limits, from the same network or from many, would keep its owner out. So a device of the owner's has a count
 * of its own: there none of the others is asked. A new password by mail forgets the count of the account.
 *
 * @throws RateLimited
 */
export async function countSignIn(of: SignInTry): Promise<void> {
  if (of.deviceSecret !== null) return countTry(LIMITS.signInDevice, onDevice(of.account, of.deviceSecret))
  await countTry(LIMITS.signInPlace, pair(of))
  await countTry(LIMITS.signInNetwork, of.address)
  await countTry(LIMITS.signInAccount, of.account)
}

/** After the right password: tries that were no guesses do not count. */
export async function forgetSignIns(of: SignInTry): Promise<void> {
  if (of.deviceSecret !== null) return forgetTries(LIMITS.signInDevice, onDevice(of.account, of.deviceSecret))
  await forgetTries(LIMITS.signInPlace, pair(of))
  await uncountTry(LIMITS.signInNetwork, of.address)
  await uncountTry(LIMITS.signInAccount, of.account)
}

/** After a new password by mail: whoever reads that mail is the owner. */
export async function forgetSignInsOfAccount(account: string): Promise<void> {
  await forgetTries(LIMITS.signInAccount, account)
}

function pair({ account, address }: SignInTry): string {
  return `${account} ${address}`
}

function onDevice(account: string, deviceSecret: string): string {
  return `${account} ${deviceSecret}`
}
