import { generateKeyPairSync } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider, { type Configuration } from 'oidc-provider'

/** Somebody of the house, as it would say. */
export type HousePerson = { sub: string; email?: string; email_verified?: boolean }

export type OidcHouse = {
  issuer: string
  port: number
  /** Who is at the keyboard there: whoever comes is signed in as them without a question; nobody: they call it off. */
  person: HousePerson | null
  close(): Promise<void>
}

export const CLIENT = { id: 'newsroom', secret: 'only-for-tests-0123456789-0123456789' }

/**
 * A house that signs people in by OpenID Connect: the real program, on this machine, under a name that tests give it.
 * @param name under .test; with it requests come, whatever the port is
 * @param hasPage whoever comes is asked on a page of the house's own who they are, and is believed
 */
export async function oidcHouse({
  name = 'house.test',
  callback,
  port = 0,
  isEmailInToken = false,
  hasPage = false,
}: {
  name?: string
  callback: string
  port?: number
  isEmailInToken?: boolean
  hasPage?: boolean
}): Promise<OidcHouse> {
  const issuer = `http://${name}`
  const house = { issuer, person: null } as unknown as OidcHouse
  const provider = new Provider(issuer, settings(house, callback, isEmailInToken))
  // What it has to say about an issuer without https is known.
  const answer = provider.callback()
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', issuer).pathname
    if (!path.startsWith('/interaction/')) return answer(request, response)
    if (hasPage && !(await isAnswered(request, response, house))) return
    const { person } = house
    const result = person === null ? { error: 'access_denied' } : { login: { accountId: person.sub, remember: false } }
    return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false })
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  return Object.assign(house, {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  })
}

const PAGE = `<!doctype html>
<html lang="en">
  <title>Who are you?</title>
  <h1>Sign in at the house</h1>
  <form method="post"><label>E-mail <input name="email" type="email" required></label> <button>Go on</button></form>
</html>`

/** Shows the page, or takes what was typed there. */
async function isAnswered(request: IncomingMessage, response: ServerResponse, house: OidcHouse): Promise<boolean> {
  if (request.method !== 'POST') {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end(PAGE)
    return false
  }
  let body = ''
  for await (const chunk of request) body += chunk
  const email = new URLSearchParams(body).get('email') ?? ''
  house.person = { sub: `sub of ${email}`, email, email_verified: true }
  return true
}

function settings(house: OidcHouse, callback: string, isEmailInToken: boolean): Configuration {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [callback],
        response_types: ['code'],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'only' }] } as never,
    cookies: { keys: ['only for tests'] },
    features: { devInteractions: { enabled: false } },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: !isEmailInToken,
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ ...house.person, sub }) }),
    // Nobody is asked whether they agree.
    loadExistingGrant: async (context) => {
      const grant = new context.oidc.provider.Grant({
        clientId: CLIENT.id,
        accountId: context.oidc.session?.accountId ?? '',
      })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
    renderError: (context, { error, error_description: description }) => {
      context.type = 'text'
      context.body = `${error}: ${description}`
    },
  }
}

/**
 * Goes where a browser would be sent, by way of the house, until it is sent back.
 * @returns the query of the callback
 */
export async function walkThroughHouse(house: OidcHouse, address: string): Promise<string> {
  const jar = new Map<string, string>()
  let next = new URL(address)
  for (let steps = 0; steps < 10; steps++) {
    const response = await fetch(`http://127.0.0.1:${house.port}${next.pathname}${next.search}`, {
      redirect: 'manual',
      headers: {
        'X-Forwarded-Host': 'ignored.test',
        Cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
      },
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      const at = pair.indexOf('=')
      jar.set(pair.slice(0, at), pair.slice(at + 1))
    }
    const location = response.headers.get('location')
    if (location === null) throw new Error(`The house answers ${response.status}: ${await response.text()}`)
    next = new URL(location, next)
    if (next.pathname.endsWith('/login/sso/callback')) return next.search
  }
  throw new Error('The house sends people in circles.')
}
