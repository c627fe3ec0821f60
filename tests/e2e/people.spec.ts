import { expect, test } from '@/tests/support/browser-test'
import { signInOverHttp } from '@/tests/support/http-person'
import { GUEST_PASSWORD, invite, join } from '@/tests/support/invite-in-browser'
import { signIns } from '@/tests/support/newsroom'
import { beSignedIn } from '@/tests/support/sign-in'

test('somebody is invited, joins once, is deactivated while writing, loses no text and is out on the next request', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const mark = crypto.randomUUID().slice(0, 8)
  const name = `Guest ${mark}`
  const email = `guest-${mark}@paper.example`
  const admin = await (await browser.newContext()).newPage()
  const guest = await (await browser.newContext()).newPage()
  await beSignedIn(admin, 'ADMINISTRATOR')
  const path = await invite(admin, { name, email, role: 'EDITOR' })
  await join(guest, path)

  const late = await (await browser.newContext()).newPage()
  await late.goto(path)
  await expect(late.getByRole('button', { name: 'Join the newsroom' })).toHaveCount(0)

  await guest.getByRole('button', { name: 'New article' }).first().click()
  await guest.waitForURL(/\/desk\/articles\/[0-9a-f-]{36}$/)
  const text = guest.getByRole('textbox', { name: 'Article text' })
  await text.getByRole('heading', { level: 1, name: 'Headline' }).click()
  await guest.keyboard.type(`Written before ${mark}`)
  const status = guest.getByRole('status', { name: 'Save status' })
  await expect(status).toHaveText(/^Saved \d/)

  await admin.goto('/admin/people')
  await admin.getByRole('button', { name: `What to do with ${name}` }).click()
  await admin.getByRole('menuitem', { name: 'Deactivate' }).click()
  await admin.getByRole('dialog').or(admin.getByRole('alertdialog')).getByRole('button', { name: 'Deactivate' }).click()
  await expect(
    admin.getByRole('row').or(admin.getByRole('listitem')).filter({ hasText: email }).getByText('Deactivated'),
  ).toBeVisible()

  // The open tab hears of it by itself, says so, and keeps what is typed from now on.
  await expect(guest.getByText(/was deactivated/).first()).toBeVisible()
  await text.click()
  await guest.keyboard.press('ControlOrMeta+End')
  await guest.keyboard.type(`typed after ${mark}`)
  await expect(text).toContainText(`typed after ${mark}`)
  await expect(status).toHaveText(/Signed out/)
  await expect(guest.getByRole('button', { name: 'Copy my text' })).toBeVisible()

  const elsewhere = await guest.context().newPage()
  await elsewhere.goto('/desk')
  await expect(elsewhere).toHaveURL(/\/login/)
  await elsewhere.getByLabel('E-mail').fill(email)
  await elsewhere.getByLabel('Password', { exact: true }).fill(GUEST_PASSWORD)
  await elsewhere.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(elsewhere.getByRole('alert').first()).toBeVisible()
  await expect(elsewhere).toHaveURL(/\/login/)
})

test('the last administrator can be neither deactivated nor demoted', async ({ page }) => {
  await beSignedIn(page, 'ADMINISTRATOR')
  const me = signIns().find(({ role }) => role === 'ADMINISTRATOR')
  // Other tests have added people: the list has several pages.
  await page.goto(`/admin/people?words=${encodeURIComponent(me?.name ?? '')}`)
  await page.getByRole('button', { name: `What to do with ${me?.name}` }).click()
  await page.getByRole('menuitem', { name: 'Deactivate' }).click()
  await page.getByRole('dialog').or(page.getByRole('alertdialog')).getByRole('button', { name: 'Deactivate' }).click()
  await expect(page.getByText(/last administrator|only administrator/i).first()).toBeVisible()
  await page.goto('/admin/people')
  await expect(page.getByRole('heading', { name: 'People' })).toBeVisible()
})

test('a reporter cannot publish, by any door, nor see what is for administrators', async ({ page }) => {
  const reporter = signIns().find(({ role }) => role === 'REPORTER')
  if (reporter === undefined) throw new Error('The sample newsroom has no reporter.')
  const url = process.env.E2E_URL ?? ''
  const person = await signInOverHttp(url, reporter)
  const { articles } = (await (await person.get('/api/articles/search?q=&limit=50')).json()) as {
    articles: { id: string; path: string | null }[]
  }
  for (const { id } of articles) {
    const { version } = (await (await person.get(`/api/documents/${id}`)).json()) as { version: number }
    expect((await person.send('POST', `/api/documents/${id}/publish`, { version })).status).toBe(403)
    expect((await person.send('POST', `/api/documents/${id}/unpublish`, { reason: 'Mine' })).status).toBe(403)
  }
  // Without a page of ours behind it, nothing is changed either, whoever asks.
  const foreign = await fetch(`${url}/api/documents/${articles[0]?.id}/file`, {
    method: 'POST',
    headers: { ...person.headers(), Origin: 'https://elsewhere.example', 'Content-Type': 'application/json' },
    body: '{}',
  })
  expect(foreign.status).toBe(403)
  await beSignedIn(page, 'REPORTER')
  await page.goto('/desk/articles')
  await expect(page.getByRole('link', { name: 'People' })).toHaveCount(0)
  expect((await page.goto('/admin/people'))?.status()).toBe(404)
})

test('what one person typed is not saved under the name of whoever signed in after them', async () => {
  const editor = signIns().find(({ role }) => role === 'EDITOR')
  if (editor === undefined) throw new Error('The sample newsroom has no editor.')
  const url = process.env.E2E_URL ?? ''
  const person = await signInOverHttp(url, editor)
  const { articles } = (await (await person.get('/api/articles/search?q=&limit=1')).json()) as {
    articles: { id: string }[]
  }
  const path = `/api/documents/${articles[0]?.id}`
  const before = (await (await person.get(path)).json()) as { version: number }
  const refused = await fetch(`${url}${path}/steps`, {
    method: 'POST',
    headers: {
      ...person.headers(),
      'Content-Type': 'application/json',
      'X-Standfirst-Person': '0196f0a0-0000-7000-8000-000000000001',
    },
    body: JSON.stringify({
      version: before.version,
      clientId: 'shared-computer',
      steps: [{ stepType: 'replace', from: 1, to: 1, slice: { content: [{ type: 'text', text: 'x' }] } }],
    }),
  })
  expect(refused.status).toBe(401)
  expect(await refused.text()).toContain('Somebody else is signed in')
  expect(((await (await person.get(path)).json()) as { version: number }).version).toBe(before.version)
})
