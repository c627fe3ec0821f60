import { expect, test } from '@/tests/support/browser-test'

test.use({ javaScriptEnabled: false })

const LEAD = 'Thorne discussed four-ports plan with Calvaran president before unveiling it'

test('a reader narrows a search by its form, without a script and without a mouse', async ({ page }) => {
  await page.goto('/search')
  await expect(page.getByRole('heading', { name: 'What it understands' })).toBeVisible()
  const form = page.getByRole('search', { name: 'All articles' })
  await form.getByLabel('Words to search for').fill('four-ports')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/search\?.*q=four-ports/)
  const hits = page.getByRole('main').getByRole('heading', { level: 2 })
  await expect(hits.first()).toBeVisible()
  const all = await hits.allTextContents()
  expect(all).toContain(LEAD)

  await form.getByText('Section, time, order').focus()
  await page.keyboard.press('Enter')
  await form.getByLabel('Section').selectOption('Business')
  await form.getByLabel('Words to search for').press('Enter')
  await expect(page).toHaveURL(/section=business/)
  await expect(form.getByLabel('Section')).toHaveValue('business')
  await expect(hits.filter({ hasText: LEAD })).toHaveCount(0)
  const narrowed = await hits.allTextContents()
  for (const hit of narrowed) expect(all).toContain(hit)

  await form.getByLabel('Published from').fill('2999-01-01')
  await form.getByLabel('Words to search for').press('Enter')
  await expect(page.getByText('Nothing was found for four-ports')).toBeVisible()
})

test('a misspelt word finds what was meant, and says so', async ({ page }) => {
  await page.goto('/search?q=Calvarran+presidnet')
  await expect(page.getByRole('status')).toHaveText(/Nothing has just these words.*calvaran president/i)
  await expect(page.getByRole('heading', { name: LEAD })).toBeVisible()
  await page.getByRole('status').getByRole('link').click()
  await expect(page).toHaveURL('/search?q=calvaran+president')
  await expect(page.getByRole('status')).toHaveCount(0)
})

test('what makes no sense is said, and the rest is searched for', async ({ page }) => {
  await page.goto('/search?q=treaty+after%3Asoon')
  await expect(page.getByText('“after:soon” is no date. Write it as 2026, 2026-11 or 2026-11-28.')).toBeVisible()
  await expect(page.getByRole('heading', { name: LEAD })).toBeVisible()
})
