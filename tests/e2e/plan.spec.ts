import { addDays, dayIn } from '@/lib/planning/plan-days'
import { axeOn } from '@/tests/support/axe'
import { expect, type Locator, type Page, test } from '@/tests/support/browser-test'
import { nameOf } from '@/tests/support/newsroom'
import { beSignedIn, signIn } from '@/tests/support/sign-in'

const url = process.env.E2E_URL ?? ''
const mark = () => crypto.randomUUID().slice(0, 8)
// In the sample newsroom's zone, read once: a test that midnight passes through stays in one day.
const today = dayIn('Europe/London', new Date())
const tomorrow = addDays(today, 1)

const lineOf = (page: Page, name: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) })

async function pitch(page: Page, slugline: string, fill: (form: Locator) => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: 'Pitch a line' }).click()
  const form = page.getByRole('dialog', { name: 'Pitch a line' })
  await form.getByLabel('Slugline').fill(slugline)
  await fill(form)
  await form.getByRole('button', { name: 'Put it on the plan' }).click()
  await expect(form).toBeHidden()
}

async function name(page: Page, form: Locator, person: string): Promise<void> {
  await form.getByLabel('Written by').fill(person)
  await page.getByRole('option', { name: person }).click()
}

test('an editor pitches a line for tomorrow and commissions it, and the reporter starts it with its template', async ({
  browser,
}) => {
  test.slow()
  const slugline = `quay lights ${mark()}`
  const editor = await (await browser.newContext()).newPage()
  await signIn(editor, 'EDITOR')
  await editor.getByRole('navigation', { name: 'Newsroom' }).getByRole('link', { name: 'Plan' }).click()
  await expect(editor.getByRole('heading', { level: 1, name: 'Plan' })).toBeVisible()
  await editor.goto(`/desk/plan?view=day&date=${tomorrow}`)
  const kind = 'Court report'
  await pitch(editor, slugline, async (form) => {
    await form.getByLabel('Due').fill(`${tomorrow}T16:30`)
    await form.getByLabel('Desk').selectOption('News')
    await form.getByLabel('Kind').selectOption(kind)
    await form.getByLabel('Length').fill('450')
    await form.getByLabel('Pictures wanted').fill('Lamps at dusk')
  })
  const line = lineOf(editor, slugline)
  await expect(line).toContainText('Pitched')
  await expect(line).toContainText('16:30')
  await expect(line).toContainText('450')
  await expect(line).toContainText('Lamps at dusk')
  await expect(line).toContainText(kind)
  await expect(line).not.toContainText('overdue')

  await line.getByRole('button', { name: 'Commission' }).click()
  const form = editor.getByRole('dialog', { name: `Edit “${slugline}”` })
  await name(editor, form, nameOf('REPORTER'))
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(line).toContainText('Commissioned')
  await expect(line).toContainText(nameOf('REPORTER'))

  const reporter = await (await browser.newContext()).newPage()
  await beSignedIn(reporter, 'REPORTER')
  await reporter.goto('/desk/notices')
  await expect(reporter.getByRole('link', { name: new RegExp(`asks you to write ${slugline}$`) })).toBeVisible()
  await reporter.goto(`/desk/plan?view=day&date=${tomorrow}&desk=news`)
  const theirs = lineOf(reporter, slugline)
  await expect(theirs.getByRole('button', { name: 'Commission' })).toHaveCount(0)
  await theirs.getByRole('button', { name: 'Start' }).click()
  await reporter.waitForURL(/\/desk\/articles\/[0-9a-f-]{36}$/)
  const id = reporter.url().slice(-36)
  const article = (await (await reporter.request.get(`/api/documents/${id}`)).json()) as {
    state: string
    document: { content: unknown[] }
    names: { bylines: { name: string }[] }
  }
  expect(article.state).toBe('DRAFT')
  expect(article.document.content.length).toBeGreaterThan(3)
  expect(article.names.bylines.map((byline) => byline.name)).toEqual([nameOf('REPORTER')])
  await editor.reload()
  await expect(line).toContainText('Draft')
})

test('of two who change a line the second sees both values and chooses', async ({ browser }) => {
  test.slow()
  const slugline = `ferry fares ${mark()}`
  const day = `/desk/plan?view=day&date=${addDays(today, 40)}`
  const [editor, other] = await Promise.all(
    ['EDITOR', 'ADMINISTRATOR'].map(async (role) => {
      const page = await (await browser.newContext()).newPage()
      await beSignedIn(page, role)
      return page
    }),
  )
  if (!editor || !other) throw new Error('There are two')
  await editor.goto(day)
  await pitch(editor, slugline, (form) => form.getByLabel('Note').fill('Fares'))
  await other.goto(day)
  const edit = { name: `Edit ${slugline}` }
  await other.getByRole('button', edit).click()
  await other.getByLabel('Note').fill('Fares and tides')
  await other.getByLabel('Pictures wanted').fill('A ticket')
  await editor.getByRole('button', edit).click()
  await editor.getByLabel('Note').fill('Fares and strikes')
  await editor.getByRole('button', { name: 'Save' }).click()
  await expect(lineOf(editor, slugline)).toContainText('Fares and strikes')
  await other.getByRole('button', { name: 'Save' }).click()
  const alert = other.getByRole('alert')
  await expect(alert).toContainText('theirs is “Fares and strikes”, yours is “Fares and tides”')
  await alert.getByRole('button', { name: 'Take theirs' }).click()
  await expect(other.getByLabel('Note')).toHaveValue('Fares and strikes')
  await other.getByRole('button', { name: 'Save' }).click()
  await expect(lineOf(other, slugline)).toContainText('A ticket')
  await expect(lineOf(other, slugline)).toContainText('Fares and strikes')
})

test('what is overdue is red and says so, and the print shows the budget alone, black on white', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  const slugline = `late tide ${mark()}`
  await beSignedIn(page, 'EDITOR')
  await page.goto(`/desk/plan?view=day&date=${today}`)
  await pitch(page, slugline, (form) => form.getByLabel('Due').fill(`${addDays(today, -1)}T09:00`))
  const line = lineOf(page, slugline)
  const overdue = line.getByText('overdue')
  await expect(overdue).toBeVisible()
  const colour = () => overdue.evaluate((element) => getComputedStyle(element).color)
  expect(await colour()).toBe('rgb(240, 147, 139)')

  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await expect(line).toBeVisible()
  await expect(overdue).toBeVisible()
  await expect.poll(colour).toBe('rgb(0, 0, 0)')
  await expect(page.getByRole('navigation', { name: 'Newsroom' })).toBeHidden()
  await expect(page.getByRole('button', { name: 'Pitch a line' })).toBeHidden()
  await expect(line.getByRole('button')).toHaveCount(0)
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)')
})

test('a recurring event makes its line, and the calendar address has it until it is revoked', async ({ page }) => {
  test.slow()
  const title = `Harbour board ${mark()}`
  await beSignedIn(page, 'EDITOR')
  await page.goto(`/desk/plan?view=day&date=${tomorrow}`)
  await page.getByRole('button', { name: 'Add an event' }).click()
  const form = page.getByRole('dialog', { name: 'New event' })
  await form.getByLabel('Title').fill(title)
  await form.getByLabel('Repeats').selectOption('By a rule of its own')
  await form.getByLabel('Rule').fill('FREQ=FORTNIGHTLY')
  await form.getByLabel('Put a line on the plan each time').check()
  await form.getByRole('button', { name: 'Add the event' }).click()
  await expect(form.getByText('FREQ is DAILY, WEEKLY, MONTHLY or YEARLY.')).toBeVisible()
  await form.getByLabel('Repeats').selectOption('Every week')
  await form.getByLabel('Ends', { exact: true }).selectOption('After so many times')
  await form.getByLabel('Times').fill('2')
  await form.getByRole('button', { name: 'Add the event' }).click()
  await expect(form).toBeHidden()
  await expect(page.getByRole('list', { name: 'Diary' })).toContainText(`10:00 ${title}`)
  await expect(lineOf(page, title)).toContainText('Pitched')
  await page.goto(`/desk/plan?view=day&date=${addDays(tomorrow, 7)}`)
  await expect(lineOf(page, title)).toContainText('Pitched')
  await page.getByRole('link', { name: 'Month' }).click()
  await expect(page.getByRole('list', { name: 'Days' })).toContainText(title)

  await page.getByRole('button', { name: 'The plan in your calendar' }).click()
  const feeds = page.getByRole('dialog', { name: 'The plan in your calendar' })
  await feeds.getByRole('button', { name: 'Make an address' }).click()
  const address = await feeds.getByLabel('New address').inputValue()
  const path = new URL(address).pathname
  const answer = await fetch(url + path)
  expect(answer.headers.get('content-type')).toContain('text/calendar')
  expect((await answer.text()).replaceAll('\r\n ', '')).toContain(title)
  await feeds.getByRole('list', { name: 'Addresses' }).getByRole('button', { name: 'Revoke' }).last().click()
  await expect(feeds.getByLabel('New address')).toBeHidden()
  expect((await fetch(url + path)).status).toBe(404)
})

test('the plan works on a phone, and is accessible in every view', async ({ page }) => {
  test.slow()
  await page.setViewportSize({ width: 390, height: 844 })
  const slugline = `weir ${mark()} with a name that is as long as sluglines ever get to be here`
  await beSignedIn(page, 'EDITOR')
  await page.goto(`/desk/plan?view=day&date=${today}`)
  await pitch(page, slugline, (form) => form.getByLabel('Note').fill('Ask the lock keeper.'))
  for (const view of ['day', 'week', 'month']) {
    await page.goto(`/desk/plan?view=${view}&date=${today}`)
    await expect(page.getByText(slugline).first()).toBeVisible()
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    const { violations } = await axeOn(page).analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
  }
})

test('an administrator makes a desk with a lead, and deletes it again', async ({ page }) => {
  const desk = `Tide desk ${mark()}`
  await beSignedIn(page, 'ADMINISTRATOR')
  await page.goto('/admin/desks')
  await page.getByRole('button', { name: 'Add a desk' }).click()
  const form = page.getByRole('dialog', { name: 'New desk' })
  await form.getByLabel('Name').fill(desk)
  await form.getByLabel('People').fill(nameOf('REPORTER'))
  await page.getByRole('option', { name: nameOf('REPORTER') }).click()
  await form.getByRole('checkbox', { name: nameOf('REPORTER') }).check()
  await form.getByRole('button', { name: 'Add the desk' }).click()
  const row = page.getByRole('row').filter({ hasText: desk })
  await expect(row).toContainText(`${nameOf('REPORTER')} (lead)`)
  await row.getByRole('button', { name: `What to do with ${desk}` }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
  await expect(row).toHaveCount(0)
})
