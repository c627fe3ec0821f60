import { z } from 'zod'
import { guardedFetch, type Ways } from '@/lib/outgoing/guarded-fetch'
import { OutgoingError, type OutgoingReason } from '@/lib/outgoing/outgoing-error'
import type { Actor } from '@/lib/policy/actor'
import { authorise } from '@/lib/policy/policy'
import { SignInSettings } from '@/lib/settings/sign-in-settings'
import { LIMITS } from '../limits'
import { countTry } from '../rate-limits'
import { isSameIssuer } from './house'

export const TestConnection = z.strictObject({ oidcIssuer: SignInSettings.shape.oidcIssuer })

/** What the house says of itself, as far as it is needed (OpenID Connect Discovery 1.0, section 3). */
const Said = z.object({
  issuer: z.string(),
  authorization_endpoint: z.string().optional(),
  token_endpoint: z.string().optional(),
  jwks_uri: z.string().optional(),
  response_types_supported: z.array(z.string()).optional(),
  code_challenge_methods_supported: z.array(z.string()).optional(),
})

/**
 * Reads what the issuer says of itself, and says in a sentence what is wrong with it.
 * @throws Forbidden, RateLimited
 */
export async function testConnection(
  actor: Actor,
  { oidcIssuer }: z.output<typeof TestConnection>,
  ways?: Ways,
): Promise<{ isOk: boolean; words: string }> {
  authorise(actor, 'settings.edit')
  if (actor.kind === 'person') await countTry(LIMITS.testConnection, actor.id)
  if (oidcIssuer === '') return { isOk: false, words: 'Write the address of the issuer first.' }
  const problem = await problemOf(oidcIssuer, ways)
  return problem === null
    ? { isOk: true, words: 'The issuer answers and says all that is needed.' }
    : { isOk: false, words: problem }
}

async function problemOf(issuer: string, ways?: Ways): Promise<string | null> {
  try {
    const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
    const { status, body } = await guardedFetch(address, { accept: 'application/json', redirects: 'answer' }, ways)
    if (status >= 300 && status < 400) return 'The issuer sends us on to another address. Write that one instead.'
    if (status !== 200) return `There is no discovery document at ${address}: the server answers ${status}.`
    return problemIn(body.toString('utf8'), issuer)
  } catch (error) {
    if (error instanceof OutgoingError) return REASONS[error.reason]
    throw error
  }
}

function problemIn(text: string, issuer: string): string | null {
  const said = Said.safeParse(jsonOf(text))
  if (!said.success) return 'What stands at the address of the discovery document is none.'
  const { data } = said
  if (!isSameIssuer(data.issuer, issuer))
    return `The server calls itself ${data.issuer}. Write the issuer exactly so, if that is the one you mean.`
  if (!data.authorization_endpoint || !data.token_endpoint || !data.jwks_uri)
    return 'The discovery document does not say where people sign in, or where tokens and keys are.'
  if (data.response_types_supported && !data.response_types_supported.includes('code'))
    return 'The issuer does not offer the authorization code flow, which is the one that we use.'
  if (data.code_challenge_methods_supported && !data.code_challenge_methods_supported.includes('S256'))
    return 'The issuer does not offer PKCE with S256, without which we send nobody there.'
  return null
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const REFUSED = 'This address is none of the public web, and is not asked.'

const REASONS: Record<OutgoingReason, string> = {
  'bad-address': 'This is no address.',
  'refused-scheme': REFUSED,
  'refused-credentials': 'Leave name and password out of the address.',
  'refused-port': 'The server is asked on the usual ports only, 80 and 443.',
  'address-refused': REFUSED,
  'not-found-host': 'There is no server of this name. Check how it is spelt.',
  connection: 'Nobody answers at this address.',
  tls: 'The server has no certificate that can be trusted.',
  timeout: 'The server did not answer in time.',
  'too-many-redirects': 'The server sends us in circles.',
  'too-large': 'The discovery document is longer than any of them is.',
  'refused-type': 'What stands at the address of the discovery document is none.',
  'bad-encoding': 'The answer of the server cannot be read.',
}
