import type { Cookie, Page } from '@playwright/test'
import { signInOf } from './newsroom'

const ORIGIN = new URL(process.env.E2E_URL ?? '').origin

type Account = { email: string; password: string }

/** Who was signed in once in this worker stays so: what a test needs is somebody at work, not the sign-in page again. */
const kept = new Map<string, Cookie[]>()

/** Takes a page to the desk as one of the sample newsroom's people. Who goes somewhere else next needs only {@link beSignedIn}. */
export async function signIn(page: Page, role: string): Promise<void> {
  await beSignedIn(page, role)
  await page.goto('/desk')
}

/** Has the browser of a page signed in as one of the sample newsroom's people. The page stays where it is. */
export async function beSignedIn(page: Page, role: string): Promise<void> {
  const cookies = kept.get(role)
  if (cookies !== undefined) {
    await page.context().addCookies(cookies)
    if ((await page.request.get('/api/sections')).ok()) return
    // Some test ended that session.
  }
  // Whoever was signed in here before is somebody else.
  await page.context().clearCookies()
  await beginSession(page, signInOf(role))
  kept.set(role, await page.context().cookies())
}

/** A session of one's own, as the sign-in page gets it, for the browser of a page. */
export async function beginSession(page: Page, { email, password }: Account): Promise<void> {
  const { csrfToken } = (await (await page.request.get('/api/auth/csrf')).json()) as { csrfToken: string }
  const answer = await page.request.post('/api/auth/callback/credentials', {
    headers: { Origin: ORIGIN },
    form: { csrfToken, email, password, callbackUrl: '/desk', json: 'true' },
    maxRedirects: 0,
  })
  const cookies = await page.context().cookies()
  if (!cookies.some(({ name }) => name.includes('session')))
    throw new Error(`${email} cannot sign in: ${answer.status()}`)
}

/** Signs in through the sign-in page, which the page stands on, and waits for the desk. */
export async function signInByHand(page: Page, { email, password }: Account): Promise<void> {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL('**/desk')
}
