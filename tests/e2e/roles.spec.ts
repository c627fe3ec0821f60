import { anArticleOn, publishOn, read } from '@/tests/support/articles-in-browser'
import { expect, type Page, test } from '@/tests/support/browser-test'
import { invite, join } from '@/tests/support/invite-in-browser'
import { callAction } from '@/tests/support/server-actions'
import { signIn } from '@/tests/support/sign-in'

test('a role is made by keyboard, given, holds on the person’s desk and nowhere else, and is taken away from an open editor', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const mark = crypto.randomUUID().slice(0, 8)
  const role = `Sport editor ${mark}`
  const name = `Guest ${mark}`
  const admin = await (await browser.newContext()).newPage()
  const guest = await (await browser.newContext()).newPage()
  await signIn(admin, 'ADMINISTRATOR')

  await makeRole(admin, role)
  await join(guest, await invite(admin, { name, email: `guest-${mark}@paper.example`, role }))
  const { user } = (await (await guest.request.get('/api/auth/session')).json()) as { user: { id: string } }
  const deskId = await aDesk(admin, `Sport ${mark}`, user.id)
  const [own, other] = [
    await anArticleOn(admin, `Cup tie ${mark}`, 'They won.'),
    await anArticleOn(admin, `Budget ${mark}`),
  ]
  await giveToDesk(admin, own, deskId, `cup-${mark}`)

  // On the desk’s article they publish, and on another they do not.
  await publishOn(guest, own)
  await guest.goto(`/desk/articles/${other}`)
  await expect(guest.getByRole('textbox', { name: 'Article text' })).toBeVisible()
  await expect(guest.getByRole('button', { name: 'Publish', exact: true })).toHaveCount(0)
  const { version } = await read(guest, other)
  const refused = await guest.request.post(`/api/documents/${other}/publish`, {
    data: { version },
    headers: { Origin: new URL(process.env.E2E_URL ?? '').origin },
  })
  expect(refused.status()).toBe(403)

  await guest.goto(`/desk/articles/${own}`)
  const text = guest.getByRole('textbox', { name: 'Article text' })
  await text.getByText('They won.').click()
  await guest.keyboard.press('End')
  await guest.keyboard.type(` Twice ${mark}.`)
  await expect(guest.getByRole('status', { name: 'Save status' })).toHaveText(/^Saved \d/)

  // The administrator sees what it means for whom before it is saved.
  await admin.goto('/admin/roles')
  await admin.getByRole('link', { name: role }).click()
  await admin.getByLabel('Find a right').fill('edit articles')
  await choice(admin, 'Edit articles', 'Nowhere').check()
  await admin.getByRole('button', { name: 'See what changes' }).click()
  const dialog = admin.getByRole('dialog', { name: `Save “${role}”?` })
  await expect(dialog.getByRole('listitem').filter({ hasText: name }).first()).toContainText(
    `${name} loses: edit articles of their own; edit articles on their desks (Sport ${mark})`,
  )
  await expect(guest.getByText('You may not edit this article any more')).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(admin).toHaveURL(/\/admin\/roles$/)

  // The open tab hears of it by itself, and what was typed is there.
  await expect(guest.getByText('You may not edit this article any more')).toBeVisible()
  await expect(text).toContainText(`Twice ${mark}.`)
  expect(JSON.stringify((await read(admin, own)).document)).toContain(`Twice ${mark}.`)

  await admin.goto(`/admin/people/${user.id}`)
  const rights = admin.getByRole('region', { name: 'Rights' })
  await expect(rights.getByText(`may publish on Sport ${mark}`)).toBeVisible()
  await rights.getByText('What they may not do').click()
  await expect(rights.getByText('may not edit articles', { exact: true })).toBeVisible()
})

async function makeRole(admin: Page, name: string): Promise<void> {
  await admin.goto('/admin/roles/new')
  const keys = admin.keyboard
  await admin.getByLabel('Start from a copy of').focus()
  await keys.type('Reporter')
  await keys.press('Tab')
  await keys.type(name)
  await keys.press('Tab')
  await keys.type('Looks after sport.')
  await admin.getByLabel('Find a right').focus()
  await keys.type('publish articles')
  await keys.press('Tab')
  await expect(choice(admin, 'Publish articles', 'Desks they lead')).toBeFocused()
  await keys.press('ArrowRight')
  await expect(choice(admin, 'Publish articles', 'Their desks')).toBeChecked()
  await admin.getByLabel('Find a right').fill('edit articles')
  await keys.press('Tab')
  await keys.press('ArrowRight')
  await expect(choice(admin, 'Edit articles', 'Their desks')).toBeChecked()
  await keys.press('Enter')
  const dialog = admin.getByRole('dialog', { name: `Make “${name}”?` })
  await expect(dialog).toContainText('Nobody has this role')
  await dialog.getByRole('button', { name: 'Make the role' }).press('Enter')
  await expect(admin).toHaveURL(/\/admin\/roles$/)
  await expect(admin.getByRole('link', { name })).toBeVisible()
}

function choice(page: Page, right: string, reach: string) {
  return page.getByRole('radiogroup', { name: right, exact: true }).getByRole('radio', { name: reach, exact: true })
}

async function aDesk(admin: Page, name: string, personId: string): Promise<string> {
  const button = { path: '/admin/desks', file: '/admin/desks/actions.ts', name: 'create' }
  const members = [{ personId, isLead: false }]
  const answer = await (await callAction(admin, button, { name, slug: '', members, sectionIds: [] })).text()
  const [, id = ''] = /"id":"([0-9a-f-]{36})"/.exec(answer) ?? []
  expect(id, answer).not.toBe('')
  return id
}

async function giveToDesk(admin: Page, articleId: string, deskId: string, slugline: string): Promise<void> {
  const base = {
    ...{ slugline: '', planNote: '', plannedFor: null, dueAt: null, deskId: null, ownerId: null, templateId: null },
    ...{ commissionedWords: null, picturesWanted: '' },
  }
  const button = { path: '/desk/plan', file: '/desk/plan/actions.ts', name: 'change' }
  const line = { ...base, slugline, deskId, plannedFor: '2026-12-01' }
  expect(await (await callAction(admin, button, { articleId, line, base })).text()).toContain('"saved"')
}
