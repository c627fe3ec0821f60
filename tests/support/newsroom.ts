import { readSignIns, type SignIn } from '@/tests/support/server-process'

export type { SignIn }

/** The sign-ins of the sample newsroom that the browser tests run against, one or more per role. */
export function signIns(): SignIn[] {
  const folder = process.env.E2E_DATA_DIR
  const found = folder ? readSignIns(folder) : []
  if (found.length === 0)
    throw new Error('There are no sign-ins: set E2E_DATA_DIR to the data folder of the server under test.')
  return found
}

/** The first of {@link signIns} with a role. */
export function signInOf(role: string): SignIn {
  const found = signIns().find((each) => each.role === role)
  if (found === undefined) throw new Error(`The sample newsroom has no ${role}.`)
  return found
}

/** The name of the person whom {@link signInOf} has for a role. */
export function nameOf(role: string): string {
  return signInOf(role).name
}
