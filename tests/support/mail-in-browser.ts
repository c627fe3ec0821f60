import type { Locator, Page } from '@playwright/test'

/** What was mailed to somebody and kept, the newest first, as an administrator sees it. The page stands on that list then. */
export async function mailsTo(admin: Page, email: string): Promise<Locator> {
  await admin.goto('/admin/mail')
  return admin.getByRole('row').or(admin.getByRole('listitem')).filter({ hasText: email })
}

/** The path of a link in the newest mail that somebody got. */
export async function linkMailedTo(admin: Page, email: string, name: RegExp): Promise<string> {
  await (await mailsTo(admin, email)).getByRole('link').first().click()
  const link = admin.getByRole('main').getByRole('link', { name })
  return new URL((await link.getAttribute('href')) ?? '').pathname
}
