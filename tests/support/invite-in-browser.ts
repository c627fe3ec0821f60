import { expect, type Page } from '@playwright/test'
import { linkMailedTo } from './mail-in-browser'

export const GUEST_PASSWORD = 'a long enough pass phrase 7'

/** Invites somebody through the form and takes the link from the mail that was kept. */
export async function invite(
  admin: Page,
  { name, email, role }: { name: string; email: string; role: string },
): Promise<string> {
  await admin.goto('/admin/people')
  await admin.getByRole('button', { name: 'Invite somebody' }).click()
  const dialog = admin.getByRole('dialog', { name: 'Invite somebody' })
  await dialog.getByLabel('Name').fill(name)
  await dialog.getByLabel('E-mail').fill(email)
  await dialog.getByLabel('Role').selectOption(role)
  await dialog.getByRole('button', { name: 'Send invitation' }).click()
  await expect(dialog).toBeHidden()
  return linkMailedTo(admin, email, /\/invite\//)
}

/** Uses the link up; the page stands on the desk then. */
export async function join(guest: Page, path: string): Promise<void> {
  await guest.goto(path)
  await guest.getByLabel('Password', { exact: true }).fill(GUEST_PASSWORD)
  await guest.getByRole('button', { name: 'Join the newsroom' }).click()
  await guest.waitForURL('**/desk')
}
