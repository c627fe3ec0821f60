import type { Page } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import { newId } from '@/lib/ids'
import { builtInGrants } from '@/lib/policy/role-grants'
import { type AddedPerson, addPerson } from '@/tests/support/add-person'
import { expect, test } from '@/tests/support/browser-test'
import { inDatabase } from '@/tests/support/server-database'

/** Somebody whose role has asked for a second factor for a year. Nobody else has that role. */
async function somebodyLate(): Promise<AddedPerson> {
  const role = newId()
  const yearAgo = new Date(Date.now() - 365 * 24 * 60 * 60 * 1000)
  await inDatabase(
    `INSERT INTO "Role" (id, name, grants, "needsSecondFactor", "graceDays", "secondFactorSince", "createdAt")
     VALUES ($1, $2, $3, true, 7, $4, $4)`,
    [role, `Careful editor ${role}`, JSON.stringify(builtInGrants('EDITOR')), yearAgo],
  )
  return addPerson('Lena Marsh', role, yearAgo)
}

async function typePassword(page: Page, { email, password }: AddedPerson): Promise<void> {
  await page.goto('/login')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL('**/login?done=signed-out')
}

/** @param steps of half a minute from now */
function codeOf(key: string, steps = 0): string {
  const secret = Secret.fromBase32(key.replaceAll(' ', ''))
  return TOTP.generate({ secret, timestamp: Date.now() + steps * 30_000 })
}

test('somebody has to set a second factor up, and signs in with a code, a passkey and a recovery code', async ({
  page,
}) => {
  test.setTimeout(120_000)
  // A passkey of software would answer what the browser offers by itself, before anybody pressed a button.
  await page.addInitScript(() => {
    PublicKeyCredential.isConditionalMediationAvailable = async () => false
  })
  const lena = await somebodyLate()
  await typePassword(page, lena)
  await page.waitForURL('**/desk/account/second-factor')
  await page.goto('/desk/articles')
  await expect(page).toHaveURL(/\/desk\/account\/second-factor$/)
  expect((await page.request.get('/api/sections')).status()).toBe(403)

  await page.getByRole('button', { name: 'Set up an app' }).click()
  const app = page.getByRole('dialog', { name: 'Set up an app for codes' })
  await expect(app.getByRole('img', { name: 'QR code for the app' })).toBeVisible()
  const key = await app.locator('[data-key]').innerText()
  await app.getByLabel('The code that it shows').fill('000000')
  await app.getByRole('button', { name: 'Confirm' }).click()
  await expect(app.getByRole('alert')).toContainText('not the code')
  await app.getByLabel('The code that it shows').fill(codeOf(key, -1))
  await app.getByRole('button', { name: 'Confirm' }).click()
  const kept = page.getByRole('region', { name: 'New recovery codes' })
  await expect(kept.getByRole('listitem')).toHaveCount(10)
  const recoveryCodes = await kept.getByRole('listitem').allInnerTexts()
  const download = page.waitForEvent('download')
  await kept.getByRole('button', { name: 'Download' }).click()
  expect((await download).suggestedFilename()).toBe('recovery-codes.txt')
  await kept.getByRole('button', { name: 'I have kept them' }).click()
  await page.waitForURL('**/desk')
  await signOut(page)

  await typePassword(page, lena)
  await page.waitForURL('**/login/second-factor?**')
  const code = page.getByLabel('Code of the app')
  await expect(code).toBeFocused()
  await code.fill('000 000')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: '4 more times' })).toBeVisible()
  const right = codeOf(key)
  await code.fill(`${right.slice(0, 3)} ${right.slice(3)}`)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/desk')

  const browser = await page.context().newCDPSession(page)
  await browser.send('WebAuthn.enable')
  await browser.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await page.getByRole('link', { name: 'Your account' }).click()
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  const naming = page.getByRole('dialog', { name: 'Add a passkey' })
  await naming.getByLabel('Name').fill('Night desk')
  // A coffee later.
  await inDatabase(`UPDATE "Session" SET "provenAt" = now() - interval '1 hour' WHERE "personId" = $1`, [lena.id])
  await naming.getByRole('button', { name: 'Add', exact: true }).click()
  const proof = page.getByRole('dialog', { name: 'Is it still you?' })
  await proof.getByLabel('Your password').fill(lena.password)
  await proof.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Night desk' })).toContainText('not used yet')
  await signOut(page)

  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.waitForURL('**/desk')
  await signOut(page)

  await typePassword(page, lena)
  await page.getByRole('button', { name: 'Use a recovery code' }).click()
  await page.getByLabel('Recovery code').fill((recoveryCodes[0] ?? '').toUpperCase())
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.waitForURL('**/desk')
  await page.goto('/desk/account')
  await expect(page.getByText('9 left')).toBeVisible()
})
