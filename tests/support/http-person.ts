/** Somebody who is signed in and speaks HTTP: what a browser would send, without the browser. */
export type HttpPerson = {
  get(path: string): Promise<Response>
  send(method: 'POST' | 'PUT', path: string, body: unknown): Promise<Response>
  /** For requests that these two do not cover. */
  headers(): Record<string, string>
}

/** Signs in as the sign-in page does. @throws Error when the server refuses */
export async function signInOverHttp(
  url: string,
  { email, password }: { email: string; password: string },
): Promise<HttpPerson> {
  const jar = new Map<string, string>()
  const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const keep = (response: Response) => {
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      const at = pair.indexOf('=')
      jar.set(pair.slice(0, at), pair.slice(at + 1))
    }
    return response
  }
  const headers = () => ({ Cookie: cookies(), Origin: new URL(url).origin })
  const { csrfToken } = (await keep(await fetch(`${url}/api/auth/csrf`)).json()) as { csrfToken: string }
  const answer = keep(
    await fetch(`${url}/api/auth/callback/credentials`, {
      method: 'POST',
      redirect: 'manual',
      headers: { ...headers(), 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ csrfToken, email, password, callbackUrl: '/desk', json: 'true' }),
    }),
  )
  if (![...jar.keys()].some((name) => name.includes('session')))
    throw new Error(`${email} cannot sign in: ${answer.status}`)
  return {
    headers,
    get: (path) => fetch(url + path, { headers: headers(), redirect: 'manual' }),
    send: (method, path, body) =>
      fetch(url + path, {
        method,
        headers: { ...headers(), 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
        redirect: 'manual',
      }),
  }
}
