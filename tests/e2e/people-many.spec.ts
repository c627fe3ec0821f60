import { anArticleOn, publishOn, read, send } from '@/tests/support/articles-in-browser'
import { axeOn } from '@/tests/support/axe'
import { expect, type Page, test } from '@/tests/support/browser-test'
import { invite, join } from '@/tests/support/invite-in-browser'
import { signIns } from '@/tests/support/newsroom'
import { beSignedIn } from '@/tests/support/sign-in'

const url = process.env.E2E_URL ?? ''

async function violations(page: Page): Promise<string[]> {
  return (await axeOn(page).analyze()).violations.map(({ id }) => id)
}

const rowOf = (page: Page, text: string) =>
  page.getByRole('row').or(page.getByRole('listitem')).filter({ hasText: text })

test('three are invited by a list, of which one line is mended first; nothing is sent before', async ({ page }) => {
  const mark = crypto.randomUUID().slice(0, 8)
  const line = (name: string, role: string) => `${name} ${mark};${name.toLowerCase()}-${mark}@paper.example;${role}`
  await beSignedIn(page, 'ADMINISTRATOR')
  await page.goto('/admin/people')
  await page.getByRole('link', { name: 'Invite many' }).click()
  const list = page.getByRole('textbox', { name: 'The list' })
  await list.fill(['Name;E-mail;Role', line('Ada', 'Reporter'), line('Tom', 'Chief'), line('Jo', 'Editor')].join('\n'))
  await page.getByRole('button', { name: 'Look at the list' }).click()
  await expect(page.getByText('2 people can be invited. 1 line to mend.')).toBeVisible()
  await expect(page.getByText('Line 3: There is no role called “Chief”.')).toBeVisible()
  expect(await violations(page)).toEqual([])

  await page.getByRole('button', { name: 'Invite 2 people' }).click()
  await expect(list).toHaveValue(`Name;E-mail;Role\n${line('Tom', 'Chief')}`)
  await expect(page.getByText('Nobody can be invited yet. 1 line to mend.')).toBeVisible()
  await list.fill((await list.inputValue()).replace('Chief', 'Reporter'))
  await page.getByRole('button', { name: 'Look at the list' }).click()
  await page.getByRole('button', { name: 'Invite 1 person' }).click()

  // The list that this leads to is an address: narrowed further, it shows the three, and their invitations go together.
  await page.waitForURL('**/admin/people?state=invited')
  await page.goto(`/admin/people?state=invited&words=${mark}`)
  for (const name of ['Ada', 'Tom', 'Jo']) await expect(rowOf(page, `${name} ${mark}`).first()).toBeVisible()
  await page.getByLabel('All invitations on this page').check()
  await expect(page.getByText('3 invitations chosen')).toBeVisible()
  await page.getByRole('button', { name: 'Revoke' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click()
  await expect(page.getByText('Nobody fits all of this')).toBeVisible()
})

test('somebody leaves, and what was theirs is another’s', async ({ browser, page }) => {
  const mark = crypto.randomUUID().slice(0, 8)
  const name = `Leaver ${mark}`
  const successor = signIns().find(({ role }) => role === 'EDITOR')
  if (successor === undefined) throw new Error('The sample newsroom has no editor.')
  await beSignedIn(page, 'ADMINISTRATOR')
  const path = await invite(page, { name, email: `leaver-${mark}@paper.example`, role: 'REPORTER' })
  const leaver = await (await browser.newContext()).newPage()
  await join(leaver, path)
  const headline = `Bridge ${mark} to close`
  await anArticleOn(leaver, headline, 'For a month.')

  await page.goto(`/admin/people?words=${mark}`)
  await page.getByRole('link', { name }).click()
  await expect(page.getByRole('heading', { name: 'What is theirs' })).toBeVisible()
  await page.getByRole('button', { name: `What to do with ${name}` }).click()
  await page.getByRole('menuitem', { name: 'Deactivate' }).click()
  const dialog = page.getByRole('dialog', { name: `Deactivate ${name}?` })
  await expect(dialog.getByRole('link', { name: headline })).toBeVisible()
  await dialog.getByLabel('Who takes over').fill(successor.name)
  await page.getByRole('option', { name: successor.name }).click()
  expect(await violations(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Deactivate' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText(`Nothing in the newsroom waits for ${name}.`)).toBeVisible()
  expect((await leaver.goto('/desk'))?.url()).toContain('/login')
})

test('two bylines of one person become one, and the old address leads there', async ({ page }) => {
  const mark = crypto.randomUUID().slice(0, 8)
  await beSignedIn(page, 'EDITOR')
  const [old, kept] = (await Promise.all(
    [`M. Novak ${mark}`, `Maria Novak ${mark}`].map((name) => send(page, 'POST', '/api/bylines', { name })),
  )) as { id: string; name: string; slug: string }[]
  if (old === undefined || kept === undefined) throw new Error('There are no bylines.')
  const id = await anArticleOn(page, `Tides ${mark}`, 'The water rises.')
  await send(page, 'PUT', `/api/documents/${id}/fields`, {
    field: 'bylines',
    value: [{ bylineId: old.id, role: '' }],
    baseVersion: (await read(page, id)).fieldVersions.bylines ?? 0,
  })
  await publishOn(page, id)
  expect((await fetch(`${url}/author/${old.slug}`)).status).toBe(200)

  await page.goto(`/desk/bylines/${old.id}`)
  await page.getByRole('button', { name: 'Merge into another' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Merge into').fill(kept.name)
  await page.getByRole('option', { name: kept.name }).click()
  await expect(dialog.getByText('1 article (1 before readers now)')).toBeVisible()
  expect(await violations(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Merge' }).click()
  await page.waitForURL(`**/desk/bylines/${kept.id}`)
  await expect(page.getByText(`These lead here, too: /author/${old.slug}.`)).toBeVisible()

  const former = await fetch(`${url}/author/${old.slug}`, { redirect: 'manual' })
  expect([former.status, new URL(former.headers.get('location') ?? '', url).pathname]).toEqual([
    301,
    `/author/${kept.slug}`,
  ])
  const feed = await fetch(`${url}/author/${old.slug}/feed.xml`)
  expect(new URL(feed.url).pathname).toBe(`/author/${kept.slug}/feed.xml`)
  expect(await feed.text()).toContain(`Tides ${mark}`)
  expect(await (await fetch(`${url}/author/${kept.slug}`)).text()).toContain(`Tides ${mark}`)
})
