import type { Page } from '@playwright/test'
import { signIns } from './newsroom'

/** Signs in through the sign-in page, as one of the sample newsroom's people, and waits for the desk. */
export async function signIn(page: Page, role: string): Promise<void> {
  const found = signIns().find((each) => each.role === role)
  if (found === undefined) throw new Error(`The sample newsroom has no ${role}.`)
  await page.goto('/login')
  await page.getByLabel('E-mail').fill(found.email)
  await page.getByLabel('Password', { exact: true }).fill(found.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/desk')
}
