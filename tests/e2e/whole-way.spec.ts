import { addDays, dayIn } from '@/lib/planning/plan-days'
import { type Browser, expect, type Locator, type Page, test } from '@/tests/support/browser-test'
import { invite, join } from '@/tests/support/invite-in-browser'
import { nameOf } from '@/tests/support/newsroom'
import { beSignedIn } from '@/tests/support/sign-in'

// One story from the first idea to its end, each step by whoever does it in a newsroom, on the screens where they do it.

const wide = { viewport: { width: 1440, height: 900 } }
const dialog = (page: Page) => page.getByRole('dialog')
const standing = (page: Page) => page.getByRole('region', { name: 'Where it stands' })

async function at(browser: Browser, role: string): Promise<Page> {
  const page = await (await browser.newContext(wide)).newPage()
  await beSignedIn(page, role)
  return page
}

async function chooseIn(page: Page, field: Locator, name: string): Promise<void> {
  await field.fill(name)
  await page.getByRole('option', { name }).click()
}

/** A desk of its own with a reporter who leads it, made by an administrator. @returns the lead at their desk */
async function aDeskWithLead(browser: Browser, admin: Page, desk: string, name: string): Promise<Page> {
  const link = await invite(admin, { name, email: `${crypto.randomUUID()}@paper.example`, role: 'REPORTER' })
  const lead = await (await browser.newContext(wide)).newPage()
  await join(lead, link)
  await admin.goto('/admin/desks')
  await admin.getByRole('button', { name: 'Add a desk' }).click()
  const form = admin.getByRole('dialog', { name: 'New desk' })
  await form.getByLabel('Name').fill(desk)
  await chooseIn(admin, form.getByLabel('People'), name)
  await form.getByRole('checkbox', { name }).check()
  await form.getByRole('button', { name: 'Add the desk' }).click()
  await expect(admin.getByRole('row').filter({ hasText: desk })).toContainText(`${name} (lead)`)
  return lead
}

async function press(page: Page, button: string, state: string): Promise<void> {
  await standing(page).getByRole('button', { name: button, exact: true }).click()
  await expect(standing(page).getByText(state, { exact: true }).first()).toBeVisible()
}

test('a story is pitched, commissioned, written, subbed, signed, approved, published, and killed', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const mark = crypto.randomUUID().slice(0, 8)
  const [desk, leadName, slugline] = [`Waterfront ${mark}`, `Lead ${mark}`, `dredging ${mark}`]
  const headline = `Dredging of the inner basin begins ${mark}`
  const day = addDays(dayIn('Europe/London', new Date()), 2)
  const admin = await at(browser, 'ADMINISTRATOR')
  const lead = await aDeskWithLead(browser, admin, desk, leadName)

  // A reporter has the idea. They may pitch and not commission.
  const reporter = await at(browser, 'REPORTER')
  await reporter.goto(`/desk/plan?view=day&date=${day}`)
  await reporter.getByRole('button', { name: 'Pitch a line' }).click()
  const pitch = reporter.getByRole('dialog', { name: 'Pitch a line' })
  await pitch.getByLabel('Slugline').fill(slugline)
  await pitch.getByLabel('Desk').selectOption(desk)
  await pitch.getByRole('button', { name: 'Put it on the plan' }).click()
  await expect(pitch).toBeHidden()
  const lineFor = (page: Page) =>
    page.getByRole('row').filter({ has: page.getByRole('link', { name: slugline, exact: true }) })
  await expect(lineFor(reporter)).toContainText('Pitched')
  await expect(lineFor(reporter).getByRole('button', { name: 'Commission' })).toHaveCount(0)

  // Whoever leads the desk asks them for it. The board of the desk is open beside.
  const board = await lead.context().newPage()
  await board.goto('/desk')
  await board.getByRole('navigation', { name: 'Desks' }).getByRole('link', { name: desk }).click()
  const column = (name: string) => board.getByRole('region', { name, exact: true })
  await expect(column('Pitches').getByRole('link', { name: slugline })).toBeVisible()
  await lead.goto(`/desk/plan?view=day&date=${day}`)
  await lineFor(lead).getByRole('button', { name: 'Commission' }).click()
  const edit = lead.getByRole('dialog', { name: `Edit “${slugline}”` })
  await chooseIn(lead, edit.getByLabel('Written by'), nameOf('REPORTER'))
  await edit.getByRole('button', { name: 'Save' }).click()
  await expect(lineFor(lead)).toContainText('Commissioned')
  await expect(column('Commissioned').getByRole('link', { name: slugline })).toBeVisible()

  // The reporter writes and files; they find no way to readers.
  await reporter.reload()
  await lineFor(reporter).getByRole('button', { name: 'Start' }).click()
  await reporter.waitForURL(/\/desk\/articles\/[0-9a-f-]{36}$/)
  const id = reporter.url().slice(-36)
  const text = reporter.getByRole('textbox', { name: 'Article text' })
  await text.locator('h1').first().click()
  await reporter.keyboard.type(headline)
  await reporter.keyboard.press('Enter')
  await reporter.keyboard.press('Enter')
  await reporter.keyboard.type('The first ship of mud left at high water.')
  await expect(reporter.getByRole('status', { name: 'Save status' })).toHaveText(/^Saved \d/)
  await reporter.getByLabel('Section').selectOption({ label: 'News' })
  await reporter.getByRole('tab', { name: 'Workflow' }).click()
  for (const forbidden of ['Publish', 'Approve', 'Kill…'])
    await expect(reporter.getByRole('button', { name: forbidden, exact: true })).toHaveCount(0)
  await press(reporter, 'File', 'Filed')
  await expect(column('Filed').getByRole('link', { name: headline })).toBeVisible()
  await expect(board.getByRole('region', { name: 'Waits for me' }).getByRole('link', { name: headline })).toBeVisible()

  // The lead subs it, wants a lawyer to see it, and sends a link to one who has no account.
  await lead.goto(`/desk/articles/${id}`)
  await lead.getByRole('tab', { name: 'Workflow' }).click()
  await press(lead, 'Start subbing', 'In subbing')
  const legal = lead.getByRole('region', { name: 'Legal', exact: true })
  await legal.getByRole('button', { name: 'Send to legal…' }).click()
  await dialog(lead).getByLabel('What should the lawyer look at?').fill('May we say whose mud it is?')
  await dialog(lead).getByRole('button', { name: 'Send to legal' }).click()
  await expect(legal.getByText('Waits for legal')).toBeVisible()
  await expect(column('With legal').getByRole('link', { name: headline })).toBeVisible()
  const outsiders = lead.getByRole('region', { name: 'Readers by link' })
  await outsiders.getByRole('button', { name: 'Make a link…' }).click()
  await dialog(lead).getByLabel('Who it is for').fill(`Quill and Sons ${mark}`)
  await dialog(lead).getByLabel('What they do').selectOption({ label: 'Signs for legal' })
  await dialog(lead).getByRole('button', { name: 'Make link' }).click()
  const address = await dialog(lead).getByLabel('Address').inputValue()
  await dialog(lead).getByRole('button', { name: 'Done' }).click()

  // Until somebody signs, nobody gets it out: not the lead, not an administrator with a reason.
  const early = await admin.request.post(`/api/documents/${id}/publish`, {
    data: { version: 1, overrideReason: 'It has to go out now.' },
    headers: { Origin: new URL(admin.url()).origin },
  })
  expect([409, 422]).toContain(early.status())

  const lawyer = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await lawyer.goto(address)
  await expect(lawyer.getByRole('heading', { name: headline })).toBeVisible()
  await lawyer.getByLabel('Your name').fill('A. Quill')
  await lawyer.getByLabel('I sign it as it is').check()
  await lawyer.getByRole('button', { name: 'Send your answer' }).click()
  await expect(lawyer.getByText(/^Signed by A\. Quill/)).toBeVisible()
  await expect(legal.getByText('It may go out as it is now.')).toBeVisible()

  // Approved and published by the lead, a reporter by role.
  await press(lead, 'Approve', 'Approved')
  await expect(column('Approved').getByRole('link', { name: headline })).toBeVisible()
  await lead.getByRole('button', { name: 'Publish', exact: true }).click()
  await dialog(lead).getByRole('button', { name: 'Publish', exact: true }).click()
  const publicLink = dialog(lead).getByRole('link', { name: 'View public page' })
  const path = new URL((await publicLink.getAttribute('href')) ?? '', lead.url()).pathname
  await expect(column('Approved').getByRole('link', { name: headline })).toHaveCount(0)
  const reader = await (await browser.newContext()).newPage()
  await reader.goto(path)
  await expect(reader.getByRole('heading', { level: 1, name: headline })).toBeVisible()
  await reporter.goto('/desk/notices')
  await expect(reporter.getByRole('link', { name: new RegExp(`published.*${mark}`) })).toBeVisible()

  // It was wrong, and an administrator takes it back for good.
  await admin.goto(`/desk/articles/${id}`)
  await admin.getByRole('tab', { name: 'Workflow' }).click()
  await standing(admin).getByRole('button', { name: 'Kill…' }).click()
  await dialog(admin).getByLabel('Reason for readers').fill('The mud was somebody else’s.')
  await dialog(admin).getByRole('button', { name: 'Kill', exact: true }).click()
  await expect(standing(admin).getByText('A killed article does not come back.')).toBeVisible()
  const gone = await reader.goto(path)
  expect(gone?.status()).toBe(410)
  await expect(reader.getByText('The mud was somebody else’s.')).toBeVisible()
  await expect(reader.getByText(headline)).toHaveCount(0)
  expect((await lawyer.goto(address))?.status()).toBe(404)
  await reporter.goto('/desk/notices')
  await expect(reporter.getByRole('link', { name: new RegExp(`killed.*${mark}`) })).toBeVisible()

  // Whoever asks later finds each step with its name.
  await admin.goto(`/admin/audit?id=${id}`)
  for (const [name, did] of [
    [nameOf('REPORTER'), 'pitched'],
    [leadName, 'commissioned'],
    [nameOf('REPORTER'), 'filed'],
    ['A. Quill', 'answered for legal about'],
    [leadName, 'published'],
    [nameOf('ADMINISTRATOR'), 'killed'],
  ] as const)
    await expect(admin.getByRole('row').filter({ hasText: name }).filter({ hasText: did }).first()).toBeVisible()
})
