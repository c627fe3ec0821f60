import type { CustomFetch } from 'openid-client'
import { guardedFetch, type Ways } from '@/lib/outgoing/guarded-fetch'

/**
 * How the OpenID client asks the other house: through the guard for outside addresses, whatever its discovery document names as an
 * endpoint. No redirect is followed, so that neither the client's secret nor a token goes on to anybody else.
 */
export function oidcFetch(ways?: Ways): CustomFetch {
  return async (url, { method, headers, body }) => {
    if (method !== 'GET' && method !== 'POST') throw new Error(`The other house is not asked by ${method}.`)
    const answer = await guardedFetch(
      url,
      {
        method,
        headers: Object.fromEntries(new Headers(headers)),
        ...(method === 'POST' ? { body: Buffer.from(bodyText(body)) } : {}),
        accept: new Headers(headers).get('accept') ?? 'application/json',
        redirects: 'answer',
        mostBytes: 500_000,
      },
      ways,
    )
    const type = answer.headers['content-type']
    return new Response(answer.status === 204 ? null : new Uint8Array(answer.body), {
      status: answer.status,
      headers: type === undefined ? {} : { 'Content-Type': type },
    })
  }
}

function bodyText(body: unknown): string {
  if (typeof body === 'string' || body instanceof URLSearchParams) return body.toString()
  throw new Error('The other house is sent forms and nothing else.')
}
