import { openNewArticle } from '@/tests/support/articles-in-browser'
import { expect, type Page, test } from '@/tests/support/browser-test'
import { beSignedIn } from '@/tests/support/sign-in'

const THEIRS = 'The ferry left the harbour at dawn with forty people aboard and did not return.'

const text = (page: Page) => page.getByRole('textbox', { name: 'Article text' })

async function saved(page: Page): Promise<void> {
  await expect(page.getByRole('status', { name: 'Save status' })).toHaveText(/^Saved \d\d:\d\d$/, { timeout: 15_000 })
}

async function startArticle(page: Page, headline: string): Promise<void> {
  await openNewArticle(page)
  await text(page).getByRole('heading', { level: 1 }).click()
  await page.keyboard.type(headline)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
}

test('an editor rewrites a report, sees how much is their own, and readers are told where it is from', async ({
  page,
}) => {
  test.slow()
  const mark = crypto.randomUUID().slice(0, 8)
  await beSignedIn(page, 'EDITOR')
  await startArticle(page, `Ferry missing ${mark}`)
  await page.keyboard.type(THEIRS)
  await page.getByLabel('Section').selectOption({ label: 'World' })
  await expect(page.getByLabel('Licence')).toHaveCount(0)
  await page.getByLabel('Origin', { exact: true }).selectOption({ label: 'Rewritten from somebody else’s report' })
  await page.getByLabel('Paste the original text').fill(THEIRS)
  const share = page.getByRole('status', { name: 'Own words' })
  // Only the headline is not theirs: three words of eighteen.
  await expect(share).toHaveText('17% own words')
  await text(page).getByText(THEIRS).click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(' Our reporter was on the quay.')
  await expect(share).toHaveText('38% own words')
  await expect(page.getByLabel('The original is the canonical page')).toHaveCount(0)

  await page.getByLabel('What we added').fill('We spoke to the harbour master.')
  await saved(page)
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: /^Publish/ })
  await expect(dialog).toContainText('the publisher has no name')
  await expect(dialog).toContainText('the original has no address')
  await expect(dialog.getByRole('button', { name: 'Publish', exact: true })).toBeDisabled()
  await dialog.getByRole('button', { name: /nobody said on what terms/ }).click()
  await expect(page.getByLabel('Licence')).toBeFocused()
  await page.keyboard.type('CC BY 4.0')
  await page.getByLabel('Source name').fill('Kestria Wire')
  await page.getByLabel('Source address').fill('https://wire.example/ferry')
  await saved(page)

  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click()
  const path = (await dialog.getByRole('link', { name: 'View public page' }).getAttribute('href')) ?? ''
  await page.goto(path)
  const footer = page.locator('.article-footer')
  await expect(footer.getByRole('link', { name: 'Kestria Wire' })).toHaveAttribute('href', 'https://wire.example/ferry')
  await expect(footer).toContainText('Written from a report originally published by Kestria Wire. Licence: CC BY 4.0.')
  await expect(footer).toContainText('What we added: We spoke to the harbour master.')
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', new RegExp(`${path}$`))
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').first().textContent()) ?? '{}')
  expect(data).toMatchObject({
    isBasedOn: { name: 'Kestria Wire', url: 'https://wire.example/ferry' },
    creditText: 'Originally published by Kestria Wire. Licence: CC BY 4.0.',
  })
})

test('the canonical page is the original’s only while the text is theirs', async ({ page }) => {
  await beSignedIn(page, 'EDITOR')
  await startArticle(page, 'As the agency sent it')
  await page.getByLabel('Origin', { exact: true }).selectOption('WIRE')
  await page.getByLabel('The original is the canonical page').check()
  await page.getByLabel('Origin', { exact: true }).selectOption('OWN')
  await expect(page.getByLabel('The original is the canonical page')).toHaveCount(0)
  await saved(page)
  await page.getByLabel('Origin', { exact: true }).selectOption('PARTNER')
  await expect(page.getByLabel('The original is the canonical page')).not.toBeChecked()
})
