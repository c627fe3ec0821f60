import { z } from 'zod'
import { recordEvent } from '../audit'
import { keepClientSecret, readClientSecret } from '../auth/oidc/client-secret'
import type { Transaction } from '../db/database'
import { Invalid } from '../errors'
import type { Actor } from '../policy/actor'
import { type ChangeResult, changeGroup } from './change-group'
import { SIGN_IN, SignInSettings } from './sign-in-settings'
import { signInSettingInWords } from './sign-in-words'

/** The secret goes one way only. Empty: the one that is kept stays. */
const ClientSecret = z.string().max(1000, 'At most 1000 characters fit here.')

export const ChangeSignIn = z.strictObject({
  ...SignInSettings.shape,
  oidcSecret: ClientSecret,
  /** The settings that the person saw: what is as it was there is left alone. */
  seen: SignInSettings,
})

/**
 * Changes how people sign in. How long sessions last holds at once for those that are open.
 * @throws Invalid when the sign-in service is on and something of it is missing
 */
export async function changeSignIn(
  actor: Actor,
  { seen, oidcSecret, ...wanted }: z.output<typeof ChangeSignIn>,
): Promise<ChangeResult<SignInSettings>> {
  return changeGroup(actor, SIGN_IN, {
    seen,
    wanted,
    check: async (tx, changed) => {
      await changeSecret(tx, actor, wanted, oidcSecret)
      if (wanted.oidcOn) await refuseIncomplete(tx, wanted)
      if (changed.includes('idleHours') || changed.includes('absoluteDays')) await noticeEverybody(tx)
    },
    inRecord: (_, name, values) => signInSettingInWords(name, values),
  })
}

async function changeSecret(tx: Transaction, actor: Actor, wanted: SignInSettings, secret: string): Promise<void> {
  if (secret === '') return
  await keepClientSecret(tx, wanted, secret)
  await recordEvent(tx, actor, {
    action: 'settings.change',
    thing: 'setting',
    thingId: 'signIn.oidcSecret',
    detail: { setting: 'oidcSecret', before: '…', after: '…' },
  })
}

async function refuseIncomplete(tx: Transaction, wanted: SignInSettings): Promise<void> {
  const missing = [
    wanted.oidcName === '' && issue('oidcName', 'Say what the button is called.'),
    wanted.oidcIssuer === '' && issue('oidcIssuer', 'Write the address of the issuer.'),
    wanted.oidcClientId === '' && issue('oidcClientId', 'Write the client ID that the sign-in service gave you.'),
    (await readClientSecret(wanted, tx)) === null &&
      issue('oidcSecret', 'Type the client secret: none is kept for this issuer and client ID.'),
  ].filter((each) => each !== false)
  if (missing.length > 0) throw new Invalid('Something is missing before people can sign in through it.', missing)
}

function issue(field: string, message: string) {
  return { field, code: 'missing', message, severity: 'blocking' as const }
}

/** Streams that are open look again whether their session is. */
async function noticeEverybody(tx: Transaction): Promise<void> {
  await tx.$executeRaw`
    SELECT pg_notify('standfirst_sessions', "personId"::text) FROM (SELECT DISTINCT "personId" FROM "Session") AS here`
}
