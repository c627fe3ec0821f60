import AxeBuilder from '@axe-core/playwright'
import { addPerson } from '@/tests/support/add-person'
import { openNewArticle, read } from '@/tests/support/articles-in-browser'
import { type Browser, expect, type Page, test } from '@/tests/support/browser-test'
import { linkMailedTo, mailsTo } from '@/tests/support/mail-in-browser'
import { CLIENT, oidcHouse } from '@/tests/support/oidc-house'
import { inDatabase } from '@/tests/support/server-database'
import { beginSession, beSignedIn, signInByHand } from '@/tests/support/sign-in'

const HOUSE_PORT = Number(/house\.test=127\.0\.0\.1:(\d+)/.exec(process.env.OUTGOING_TEST_HOSTS ?? '')?.[1])

// The browser finds the house where the server does.
test.use({
  launchOptions: [
    async ({ launchOptions }, use) => {
      const args = [...(launchOptions.args ?? []), `--host-resolver-rules=MAP house.test 127.0.0.1:${HOUSE_PORT}`]
      await use({ ...launchOptions, args })
    },
    { scope: 'worker' },
  ],
})

test.afterEach(() => inDatabase(`DELETE FROM "Setting" WHERE key LIKE 'signIn.%'`))

async function anotherBrowser(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage()
}

/** The page of settings, opened by an administrator. */
async function signInSettings(browser: Browser): Promise<Page> {
  const admin = await anotherBrowser(browser)
  await beSignedIn(admin, 'ADMINISTRATOR')
  await admin.goto('/admin/settings/sign-in')
  return admin
}

async function save(admin: Page): Promise<void> {
  await admin.getByRole('button', { name: 'Save the settings' }).click()
  await expect(admin.getByText('Saved. It holds from now on.')).toBeVisible()
}

async function expectAccessible(page: Page): Promise<void> {
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
}

test('an administrator switches single sign-on on, and somebody comes in by way of the house, of which they are told', async ({
  browser,
  page,
}) => {
  const house = await oidcHouse({
    callback: `${process.env.E2E_URL}/login/sso/callback`,
    port: HOUSE_PORT,
    hasPage: true,
  })
  try {
    const ida = await addPerson('Ida Brandt', 'REPORTER')
    const admin = await signInSettings(browser)
    await admin.getByLabel('Offer single sign-on').check()
    await admin.getByLabel('Name on the button').fill('Acme')
    await admin.getByLabel('Issuer').fill('http://elsewhere.test')
    await admin.getByRole('button', { name: 'Test the connection' }).click()
    await expect(admin.getByText('There is no server of this name.')).toBeVisible()
    await admin.getByLabel('Issuer').fill(house.issuer)
    await admin.getByRole('button', { name: 'Test the connection' }).click()
    await expect(admin.getByText('The issuer answers and says all that is needed.')).toBeVisible()
    await admin.getByLabel('Client ID').fill(CLIENT.id)
    await admin.getByLabel('Client secret').fill(CLIENT.secret)
    await expectAccessible(admin)
    await save(admin)
    await expect(admin.getByText('One is kept, and is never shown.')).toBeVisible()

    await page.goto('/login?next=/desk/plan')
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Sign in with Acme' }).click()
    await expect(page.getByRole('heading', { name: 'Sign in at the house' })).toBeVisible()
    expect(new URL(page.url()).origin).toBe(house.issuer)
    await page.getByLabel('E-mail').fill(ida.email)
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.waitForURL('**/desk/plan')
    await expect((await mailsTo(admin, ida.email)).filter({ hasText: 'tied to Acme' })).toHaveCount(1)

    // Nobody whom the newsroom does not know gets in that way.
    const stranger = await anotherBrowser(browser)
    await stranger.goto('/login/sso')
    await stranger.getByLabel('E-mail').fill('stranger@elsewhere.test')
    await stranger.getByRole('button', { name: 'Go on' }).click()
    await stranger.waitForURL('**/login?error=SsoUnknown')
    await expect(stranger.getByRole('alert').filter({ hasText: 'Nobody here has the e-mail' })).toBeVisible()
  } finally {
    await house.close()
  }
})

test('a mailed link signs in once, in the browser that asked for it', async ({ browser, page }) => {
  const ida = await addPerson('Ida Brandt', 'REPORTER')
  const admin = await signInSettings(browser)
  await admin.getByLabel('People may have a link mailed to them').check()
  await save(admin)

  await page.goto('/login')
  await page.getByRole('link', { name: 'Mail me a link' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in by mail' })).toBeVisible()
  await page.getByLabel('E-mail').fill(ida.email)
  await page.getByRole('button', { name: 'Send the link' }).click()
  await expect(page.getByRole('heading', { name: 'Look at your mail' })).toBeVisible()
  const path = await linkMailedTo(admin, ida.email, /\/login\/link\//)

  const elsewhere = await anotherBrowser(browser)
  await elsewhere.goto(path)
  await expect(elsewhere.getByRole('heading', { name: 'This link belongs to another browser' })).toBeVisible()
  await elsewhere.getByRole('link', { name: 'Ask for another link' }).click()
  await expect(elsewhere.getByRole('button', { name: 'Send the link' })).toBeEnabled()

  await page.goto(path)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL('**/desk')
  await expect(page.getByText(ida.name).first()).toBeVisible()
})

test('whoever writes hears within seconds that the session was ended from another browser, and loses no word', async ({
  browser,
  page,
}) => {
  const ida = await addPerson('Ida Brandt', 'REPORTER')
  await beginSession(page, ida)
  const id = await openNewArticle(page)
  const text = page.getByRole('textbox', { name: 'Article text' })
  await text.getByRole('heading', { level: 1 }).click()
  await page.keyboard.type('Written before')
  const status = page.getByRole('status', { name: 'Save status' })
  await expect(status).toHaveText(/^Saved \d/)

  const phone = await anotherBrowser(browser)
  await beginSession(phone, ida)
  const laptop = await anotherBrowser(browser)
  await beginSession(laptop, ida)
  await laptop.goto('/desk/account')
  await laptop.getByRole('button', { name: 'End all others' }).click()
  await laptop.getByRole('alertdialog').getByRole('button', { name: 'End all others' }).click()
  const notice = page.getByRole('alert').filter({ hasText: 'You were signed out.' })
  await expect(notice).toBeVisible({ timeout: 5_000 })
  await expect(laptop.getByText('2 sessions have ended')).toBeVisible()
  await expect(laptop.getByRole('region', { name: 'Signed in' }).getByRole('listitem')).toHaveCount(1)
  expect((await phone.request.get('/api/sections')).status()).toBe(401)

  await page.keyboard.type(', typed after')
  await expect(status).toHaveText('Signed out, kept on this device')
  const [tab] = await Promise.all([
    page.context().waitForEvent('page'),
    notice.getByRole('link', { name: 'Sign in again' }).click(),
  ])
  await signInByHand(tab, ida)
  await expect(status).toHaveText(/^Saved \d/)
  await expect(notice).toHaveCount(0)
  expect(JSON.stringify((await read(page, id)).document)).toContain('Written before, typed after')
})
