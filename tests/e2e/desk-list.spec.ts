import { axeOn } from '@/tests/support/axe'
import { expect, type Page, test } from '@/tests/support/browser-test'
import { beSignedIn, signIn } from '@/tests/support/sign-in'

/** The page listens: what is pressed before that is lost. */
async function openList(page: Page): Promise<void> {
  await page.goto('/desk/articles')
  await expect(page.getByRole('button', { name: 'New article' })).toBeEnabled()
}

const rows = (page: Page) => page.getByRole('table', { name: 'Articles' }).locator('tbody').getByRole('row')

test('an article is found by words, and the address of what was found is a link', async ({ page }) => {
  await beSignedIn(page, 'REPORTER')
  // What is published has a headline; other tests start articles that have none.
  await page.goto('/desk/articles?state=PUBLISHED')
  const headline = (await rows(page).nth(3).getByRole('link').first().textContent()) ?? ''

  await openList(page)
  await page.keyboard.press('/')
  await expect(page.getByLabel('Search articles')).toBeFocused()
  await page.keyboard.type(headline)
  await expect(page).toHaveURL((url) => url.searchParams.get('words') === headline)
  await expect(rows(page).getByRole('link', { name: headline, exact: true })).toBeVisible()
  const found = await rows(page).count()

  await page.goto(page.url())
  await expect(page.getByLabel('Search articles')).toHaveValue(headline)
  await expect(rows(page)).toHaveCount(found)
})

test('the list is narrowed by state, section and author, and says when nothing is left', async ({ page }) => {
  await signIn(page, 'EDITOR')
  await openList(page)
  const byState = page.getByRole('navigation', { name: 'By state' })
  await byState.getByRole('link', { name: 'Filed' }).click()
  await expect(page).toHaveURL(/state=FILED/)
  await expect(byState.getByRole('link', { name: 'Filed' })).toHaveAttribute('aria-current', 'true')
  await expect(rows(page).first()).toBeVisible()
  for (const row of await rows(page).all()) await expect(row.getByText('Filed', { exact: true })).toBeVisible()

  await byState.getByRole('link', { name: 'All' }).click()
  await expect(page).not.toHaveURL(/state=/)
  await page.getByLabel('Section').selectOption({ index: 1 })
  await expect(page).toHaveURL(/section=/)

  await page.getByRole('combobox', { name: 'Author' }).click()
  const author = (await page.getByRole('option').first().textContent()) ?? ''
  await page.getByRole('option').first().click()
  await expect(page).toHaveURL(/author=/)
  await expect(page.getByRole('combobox', { name: 'Author' })).toHaveValue(author)

  await page.getByLabel('Search articles').fill('zqxjkv')
  await expect(page).toHaveURL(/words=zqxjkv/)
  await expect(page.getByText('No article matches')).toBeVisible()
  await page.getByRole('link', { name: 'Clear the filter' }).click()
  await expect(page).toHaveURL(/\/desk\/articles$/)
  await expect(rows(page).first()).toBeVisible()
})

test('a new article opens in the editor and stands on top of the list', async ({ page }) => {
  await signIn(page, 'REPORTER')
  await page.getByRole('button', { name: 'New article' }).click()
  await expect(page).toHaveURL(/\/desk\/articles\/[0-9a-f-]{36}$/)
  const path = new URL(page.url()).pathname
  await page.goto('/desk/articles')
  // Others start articles at the same moment: it is among the first, if not the first.
  const row = rows(page).filter({ has: page.locator(`a[href="${path}"]`) })
  await expect(row.getByRole('link', { name: 'Untitled' })).toBeVisible()
  await expect(row.getByText('Draft', { exact: true })).toBeVisible()
  const position = await rows(page).evaluateAll(
    (all, link) => all.findIndex((each) => each.querySelector(`a[href="${link}"]`)),
    path,
  )
  expect(position).toBeLessThan(4)
})

test('the menu shows administration to administrators alone', async ({ page }) => {
  await signIn(page, 'REPORTER')
  const menu = page.getByRole('navigation', { name: 'Newsroom' })
  await expect(menu.getByRole('link', { name: 'Desk' })).toHaveAttribute('aria-current', 'page')
  await expect(menu.getByRole('link', { name: 'People' })).toHaveCount(0)
  const answer = await page.goto('/admin/people')
  expect(answer?.status()).toBe(404)
  await expect(page.getByText('This page does not exist')).toBeVisible()

  await page.context().clearCookies()
  await signIn(page, 'ADMINISTRATOR')
  await expect(menu.getByRole('link', { name: 'People' })).toBeVisible()
  await expect(menu.getByRole('link', { name: 'Mail' })).toBeVisible()
})

test('whoever is signed out is led to the sign-in page and back', async ({ page }) => {
  const answer = await page.request.get('/desk/articles', { maxRedirects: 0 })
  expect(answer.status()).toBe(307)
  await page.goto('/desk/articles')
  await expect(page).toHaveURL(/\/login\?next=%2Fdesk%2Farticles$/)
})

test('a cursor that is none of ours gets a sentence and a way back', async ({ page }) => {
  await beSignedIn(page, 'REPORTER')
  await page.goto('/desk/articles?cursor=rubbish')
  await expect(page.getByText('This page of the list does not exist.')).toBeVisible()
  await page.getByRole('link', { name: 'First page' }).click()
  await expect(rows(page).first()).toBeVisible()
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('the list is cards, the menu a sheet, and nothing is wider than the screen', async ({ page }) => {
    await signIn(page, 'ADMINISTRATOR')
    await page.getByRole('button', { name: 'Menu' }).click()
    await page.getByRole('dialog').getByRole('link', { name: 'Articles' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Articles' })).toBeVisible()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(rows(page).first()).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  })
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`desk and list have no accessibility fault in the ${colorScheme}`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme })
    const page = await context.newPage()
    // Opened before: what a browser draws at its first visit it has styled only as far as somebody sees.
    await signIn(page, 'ADMINISTRATOR')
    for (const path of ['/desk', '/desk/articles', '/desk/articles?words=zqxjkv']) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.getByText('Loading articles')).toHaveCount(0)
      const { violations } = await axeOn(page).analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    }
    await context.close()
  })
}
