/** Signing in and out from a page, through next-auth's endpoints. No redirect is followed blindly: the answers say what happened. */

type Outcome = { ok: true } | { ok: false; message: string }
/** `path`: where to go now, which is not always where somebody wanted to: a second factor may be asked for first. */
type SignedIn = { ok: true; path: string } | { ok: false; message: string }

const UNREACHABLE = 'The newsroom cannot be reached at the moment. Check your connection and try again.'

/** What next-auth calls what went wrong, as sentences. */
const SENTENCES: Record<string, string> = {
  CredentialsSignin: 'This e-mail and password do not belong together. Check both and try again.',
  Expired: 'This page was open for a long time. Try again.',
  SecondFactor: 'That took too long, or too many answers were wrong. Sign in again.',
}

/** @param code the `error` of a sign-in address */
export function signInSentence(code: string): string {
  return SENTENCES[code] ?? 'You could not be signed in. Try again.'
}

/** @param next where to go after it, as a path of ours */
export async function requestSignIn(email: string, password: string, next = '/desk'): Promise<SignedIn> {
  try {
    const answer = await post('/api/auth/callback/credentials', {
      email,
      password,
      callbackUrl: next,
      json: 'true',
      csrfToken: await fetchToken(),
    })
    const body: unknown = await answer.json()
    if (answer.ok && errorIn(body) === null) return { ok: true, path: pathIn(body) ?? next }
    return { ok: false, message: messageIn(body) ?? signInSentence(errorIn(body) ?? '') }
  } catch {
    return { ok: false, message: UNREACHABLE }
  }
}

/** @param beforeLeaving runs when the server has answered and the session is about to end */
export async function requestSignOut(beforeLeaving: () => Promise<void>): Promise<Outcome> {
  try {
    const csrfToken = await fetchToken()
    await beforeLeaving()
    const answer = await post('/api/auth/signout', { json: 'true', csrfToken })
    return answer.ok ? { ok: true } : { ok: false, message: messageIn(await answer.json()) ?? UNREACHABLE }
  } catch {
    return { ok: false, message: UNREACHABLE }
  }
}

async function fetchToken(): Promise<string> {
  const answer = await fetch('/api/auth/csrf', { cache: 'no-store' })
  const { csrfToken } = (await answer.json()) as { csrfToken: string }
  return csrfToken
}

function post(path: string, form: Record<string, string>): Promise<Response> {
  return fetch(path, { method: 'POST', body: new URLSearchParams(form) })
}

/** The sentence of an answer of our own doors: too many tries, a defect. */
function messageIn(body: unknown): string | null {
  const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : null
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : null
}

/** The place of ours that an answer leads to. */
function pathIn(body: unknown): string | null {
  const url = urlIn(body)
  if (url === null) return null
  const { pathname, search } = new URL(url, location.origin)
  return pathname + search
}

/** next-auth says what went wrong in the address where it would go. */
function errorIn(body: unknown): string | null {
  const url = urlIn(body)
  return url === null ? null : new URL(url, location.origin).searchParams.get('error')
}

function urlIn(body: unknown): string | null {
  return typeof body === 'object' && body !== null && 'url' in body ? String(body.url) : null
}
