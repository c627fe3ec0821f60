import type { Cookie, Page } from '@playwright/test'
import { signIns } from './newsroom'

/** Who was signed in once in this worker stays so: what a test needs is somebody at work, not the sign-in page again. */
const kept = new Map<string, Cookie[]>()

/** Takes a page to the desk as one of the sample newsroom's people, through the sign-in page where nobody was signed in before. */
export async function signIn(page: Page, role: string): Promise<void> {
  const { isAtDesk } = await beSignedIn(page, role)
  if (!isAtDesk) await page.goto('/desk')
}

/** Like {@link signIn}, for tests that go somewhere else next: where the page is then is not said. */
export async function beSignedIn(page: Page, role: string): Promise<{ isAtDesk: boolean }> {
  const cookies = kept.get(role)
  if (cookies !== undefined) {
    await page.context().addCookies(cookies)
    const answer = await page.request.get('/api/sections')
    if (answer.ok()) return { isAtDesk: false }
    // Some test ended that session.
  }
  // Whoever was signed in here before is somebody else.
  await page.context().clearCookies()
  await signInByHand(page, role)
  kept.set(role, await page.context().cookies())
  return { isAtDesk: true }
}

/** Signs in through the sign-in page, with a session of one's own, and waits for the desk. */
async function signInByHand(page: Page, role: string): Promise<void> {
  const found = signIns().find((each) => each.role === role)
  if (found === undefined) throw new Error(`The sample newsroom has no ${role}.`)
  await page.goto('/login')
  await page.getByLabel('E-mail').fill(found.email)
  await page.getByLabel('Password', { exact: true }).fill(found.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL('**/desk')
}
