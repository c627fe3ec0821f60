import { newId } from '@/lib/ids'
import { axeOn } from '@/tests/support/axe'
import { expect, type Page, test } from '@/tests/support/browser-test'
import { inDatabase } from '@/tests/support/server-database'
import { beSignedIn } from '@/tests/support/sign-in'

/** A reader who signed up for a newsletter a year ago and asked about a paragraph. Nobody else has their address. */
async function aReader(): Promise<string> {
  const email = `reader-${crypto.randomUUID()}@elsewhere.example`
  const subscriber = newId()
  const at = new Date(Date.now() - 365 * 24 * 60 * 60 * 1000)
  await inDatabase('INSERT INTO "Subscriber" (id, email, "createdAt") VALUES ($1, $2, $3)', [subscriber, email, at])
  await inDatabase(
    `INSERT INTO "Subscription" (id, "newsletterId", "subscriberId", state, "requestedAt", "confirmedAt")
     SELECT $1, id, $2, 'CONFIRMED', $3, $3 FROM "Newsletter" WHERE NOT "isAlert" ORDER BY position LIMIT 1`,
    [newId(), subscriber, at],
  )
  await inDatabase(
    `INSERT INTO "ReaderReport" (id, "articleId", "editionId", paragraph, quote, text, mail, "createdAt")
     SELECT $1, "articleId", id, 1, 'It rained.', 'It did not rain on that day at all.', $2, $3 FROM "Edition" ORDER BY id LIMIT 1`,
    [newId(), email, at],
  )
  return email
}

/** Axe on what is on the page now, narrow and wide, light and dark. */
async function isClean(page: Page, name: string): Promise<void> {
  for (const width of [390, 1280])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      expect((await axeOn(page).analyze()).violations, `${name}, ${width}, ${colorScheme}`).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), name).toBeLessThanOrEqual(0)
    }
}

/** Goes on with Tab until what is meant has the focus, as somebody does who has no mouse. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let press = 0; press < 60; press++) {
    if (await page.evaluate((words) => document.activeElement?.textContent?.trim() === words, name)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to “${name}”.`)
}

const what = (page: Page) => page.getByRole('region', { name: 'What the paper has' })

test('what the paper has of a reader is shown, saved as a file and erased, by keyboard alone', async ({ page }) => {
  test.setTimeout(180_000)
  const email = await aReader()
  await beSignedIn(page, 'ADMINISTRATOR')
  await page.goto('/admin/privacy')
  await isClean(page, 'the page')
  const keys = page.keyboard
  const address = page.getByLabel('E-mail address of the reader')
  await address.focus()
  await keys.type(email.toUpperCase())
  await keys.press('Enter')
  await expect(what(page).getByRole('heading', { name: /^Newsletters/ })).toBeVisible()
  await expect(what(page)).toContainText('It did not rain on that day at all.')
  await expect(what(page)).toContainText('When erased: The address and all sign-ups are removed.')
  await isClean(page, 'what the paper has')

  const download = page.waitForEvent('download')
  await tabTo(page, 'Save as a file')
  await keys.press('Enter')
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^reader-\d{4}-\d\d-\d\d\.json$/)
  const kept = await new Response((await file.createReadStream()) as unknown as ReadableStream).text()
  expect(kept).toContain(email)
  expect(kept).toContain('It did not rain on that day at all.')

  await tabTo(page, 'Erase')
  await keys.press('Enter')
  const dialog = page.getByRole('alertdialog', { name: 'Erase this reader?' })
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await isClean(page, 'the question')
  await dialog.getByLabel(`Type ${email}`).focus()
  await keys.type('somebody@else.example')
  await tabTo(page, 'Erase')
  await keys.press('Enter')
  await expect(dialog.getByRole('alert')).toBeVisible()
  await expect(dialog.getByLabel(`Type ${email}`)).toHaveValue('somebody@else.example')
  expect(await inDatabase('SELECT 1 FROM "Subscriber" WHERE email = $1', [email])).toHaveLength(1)
  await dialog.getByLabel(`Type ${email}`).focus()
  await keys.press('ControlOrMeta+a')
  await keys.type(email)
  await tabTo(page, 'Erase')
  await keys.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByText(`The paper has nothing of ${email}`)).toBeVisible()
  await isClean(page, 'nothing')

  // Whoever looks again finds nothing either.
  await page.reload()
  await address.focus()
  await keys.type(email)
  await keys.press('Enter')
  await expect(page.getByText(`The paper has nothing of ${email}`)).toBeVisible()
})

test('why a file could not be saved is said on the page, where what was typed stays', async ({ page, context }) => {
  const email = await aReader()
  await beSignedIn(page, 'ADMINISTRATOR')
  await page.goto('/admin/privacy')
  await page.getByLabel('E-mail address of the reader').fill(email)
  await page.getByRole('button', { name: 'Show what we have' }).click()
  await expect(what(page)).toBeVisible()
  const cookies = await context.cookies()
  await context.clearCookies()
  await what(page).getByRole('button', { name: 'Save as a file' }).click()
  await expect(what(page).getByRole('alert')).toContainText('The file was not saved')
  await expect(page).toHaveURL(/\/admin\/privacy$/)
  await expect(page.getByLabel('E-mail address of the reader')).toHaveValue(email)
  await isClean(page, 'not saved')
  await context.setOffline(true)
  await what(page).getByRole('button', { name: 'Save as a file' }).click()
  await expect(what(page).getByRole('alert')).toContainText('The server is not answering')
  await context.setOffline(false)
  await context.addCookies(cookies)
  const download = page.waitForEvent('download')
  await what(page).getByRole('button', { name: 'Save as a file' }).click()
  await download
  await expect(what(page).getByRole('alert')).toHaveCount(0)
})

test('of a colleague nothing is shown, and how long things are kept is saved by keyboard', async ({ page }) => {
  await beSignedIn(page, 'ADMINISTRATOR')
  await page.goto('/admin/privacy')
  const [colleague] = await inDatabase(`SELECT email FROM "Person" WHERE role = 'EDITOR' AND status = 'ACTIVE' LIMIT 1`)
  await page.getByLabel('E-mail address of the reader').fill(String(colleague?.email))
  await page.keyboard.press('Enter')
  await expect(page.getByText(`${colleague?.email} is a colleague’s`)).toBeVisible()
  await expect(what(page)).toHaveCount(0)

  const days = page.getByLabel('Days that mails are kept')
  const before = await days.inputValue()
  await days.fill('0')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Write a number of days from')).toBeVisible()
  await expect(days).toHaveValue('0')
  await days.fill(before === '120' ? '121' : '120')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Saved. What is too old goes within the hour.')).toBeVisible()
  await days.fill(before)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Save the days' })).toBeDisabled()
})
