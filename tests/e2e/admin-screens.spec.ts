import { openScene, type Scene, scenes } from '@/tests/screens/newsroom'
import { axeOn } from '@/tests/support/axe'
import { expect, type Page, test } from '@/tests/support/browser-test'
import { inDatabase } from '@/tests/support/server-database'

// The screens of administration and of one's own account, each as it is opened: on a phone and on a wide screen, by day and by night.

// Colours do not depend on the width: each is looked at once.
const SIZES = [
  { width: 390, height: 844, colorScheme: 'dark' },
  { width: 1280, height: 860, colorScheme: 'light' },
] as const

const idOf = async (sql: string) => String((await inDatabase(sql))[0]?.id)

async function allScenes(): Promise<Record<string, Scene>> {
  return scenes({
    personId: await idOf(
      `SELECT id FROM "Person" WHERE role = 'EDITOR' AND status = 'ACTIVE' ORDER BY "createdAt" LIMIT 1`,
    ),
    bylineId: await idOf(`SELECT id FROM "Byline" WHERE slug = 'kestria-wire'`),
    // Pages of one webhook are looked at in tests/e2e/tokens.spec.ts.
    webhookId: '',
  })
}

async function looksRight(page: Page, name: string): Promise<void> {
  for (const { colorScheme, ...size } of SIZES) {
    await page.setViewportSize(size)
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const where = `${name}, ${size.width} px, ${colorScheme}`
    expect((await axeOn(page).analyze()).violations, where).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), where).toBeLessThanOrEqual(0)
    const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'))
    if ((await dialog.count()) === 0) continue
    const box = await dialog.first().boundingBox()
    expect(box?.y, where).toBeGreaterThanOrEqual(0)
    expect((box?.y ?? 0) + (box?.height ?? 0), where).toBeLessThanOrEqual(size.height)
  }
}

const GROUPS = {
  account: [
    'second-factor-asked',
    'second-factor-due',
    'second-factor-overdue',
    'account',
    'account-app',
    'account-passkey',
  ],
  people: ['people-nobody', 'people-invite', 'person', 'person-leaving', 'person-role'],
  lists: ['invite-many', 'invite-many-checked', 'audit-nothing', 'byline-merge'],
  rights: ['roles', 'role', 'role-preview', 'sign-in-settings'],
  programs: ['token-new', 'webhook-new'],
}

for (const [group, names] of Object.entries(GROUPS))
  test(`screens of ${group} fit phones and wide screens, by day and by night`, async ({ browser }) => {
    test.setTimeout(180_000)
    const all = await allScenes()
    for (const name of names) {
      const scene = all[name]
      if (scene === undefined) throw new Error(`There is no screen called ${name}.`)
      const page = await browser.newPage()
      await openScene(page, scene)
      await looksRight(page, name)
      await page.close()
    }
  })

test('what has to be taken elsewhere is copied by keyboard, and says so', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const { 'sign-in-settings': settings, 'account-app': app } = await allScenes()
  if (settings === undefined || app === undefined) throw new Error('There are no such screens.')
  await openScene(page, settings)
  const address = await page.getByRole('textbox', { name: 'Callback address' }).inputValue()
  expect(new URL(address).pathname).toBe('/login/sso/callback')
  await page.getByRole('textbox', { name: 'Callback address' }).focus()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Copy the callback address' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Copied', { exact: true })).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address)

  await openScene(page, app)
  const dialog = page.getByRole('dialog')
  const key = (await dialog.locator('[data-key]').innerText()).replaceAll(/\s/g, '')
  await dialog.getByRole('button', { name: 'Copy the key' }).press('Enter')
  await expect(dialog.getByText('Copied', { exact: true })).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(key)
})
