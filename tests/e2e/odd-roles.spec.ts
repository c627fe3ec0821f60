import { newId } from '@/lib/ids'
import { type Action, CHOICES } from '@/lib/policy/table'
import { addPerson } from '@/tests/support/add-person'
import { anArticleOn, publishOn } from '@/tests/support/articles-in-browser'
import { expect, type Page, test } from '@/tests/support/browser-test'
import { inDatabase } from '@/tests/support/server-database'
import { beginSession, beSignedIn } from '@/tests/support/sign-in'

// A role may be anything. Whatever it is, nothing on a page leads nowhere, and nothing is offered that would be refused.

/** The browser of somebody whose role may enter and has these rights, as far as they reach. */
async function signInAs(page: Page, ...rights: Action[]): Promise<string> {
  const role = newId()
  const grants = Object.fromEntries(['newsroom.enter' as const, ...rights].map((each) => [each, CHOICES[each].at(-1)]))
  await inDatabase('INSERT INTO "Role" (id, name, grants, "createdAt") VALUES ($1, $2, $3, now())', [
    ...[role, `Odd ${role}`, JSON.stringify(grants)],
  ])
  await beginSession(page, await addPerson('Odile Odd', role))
  return role
}

/** Where the links of a page lead in the newsroom. */
async function linksOf(page: Page): Promise<string[]> {
  const hrefs = await page
    .locator('a[href]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  return [...new Set(hrefs.filter((href) => /^\/(?:desk|admin)/.test(href)).map((href) => href.replace(/#.*/, '')))]
}

const DOORS: [Action, string[]][] = [
  ['newsroom.enter', ['/desk', '/desk/bylines', '/desk/notices', '/desk/account']],
  ['article.read', ['/desk', '/desk/articles', '/desk/series']],
  ['plan.read', ['/desk/plan']],
  ['front.read', ['/desk/fronts', '/desk/fronts/home', '/desk/fronts/home/history']],
  ['claim.read', ['/desk/claims', '/desk/claims/quotes', '/desk/claims/stories']],
  ['source.read', ['/desk/sources']],
  ['source.create', ['/desk/sources/new']],
  ['readerReport.read', ['/desk/reports']],
  ['report.read', ['/desk/reports/links']],
  ['people.list', ['/admin/people']],
  ['people.invite', ['/admin/people/invite']],
  ['role.edit', ['/admin/roles', '/admin/roles/EDITOR', '/admin/roles/new']],
  ['desk.edit', ['/admin/desks']],
  ['section.edit', ['/admin/sections']],
  ['topic.edit', ['/admin/topics']],
  ['template.edit', ['/admin/templates']],
  ['checklist.edit', ['/admin/checklists']],
  ['workflow.edit', ['/admin/workflow']],
  ['claim.rules', ['/admin/claims']],
  ['style.edit', ['/admin/style']],
  ['settings.edit', ['/admin/settings', '/admin/settings/sign-in', '/admin/settings/menus', '/admin/settings/look']],
  ['privacy.edit', ['/admin/privacy']],
  ['mail.read', ['/admin/mail']],
  ['token.edit', ['/admin/tokens', '/admin/tokens/webhooks']],
  ['audit.read', ['/admin/audit']],
]

/** The page that an address is of, whatever thing it is about. */
const kindOf = (href: string) => href.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, '[id]').replace(/\?.*/, '')

for (const [right, paths] of DOORS)
  test(`whoever has “${right}” alone meets no link that leads nowhere`, async ({ page }) => {
    test.setTimeout(180_000)
    await signInAs(page, right)
    const found = new Map<string, string>()
    const looked = new Set<string>()
    // Of each kind of page that these lead to, one is looked at, too.
    const ahead = [...paths]
    for (let path = ahead.shift(); path !== undefined; path = ahead.shift()) {
      if (looked.has(kindOf(path))) continue
      looked.add(kindOf(path))
      await page.goto(path)
      await expect(page.locator('main')).toBeVisible()
      for (const href of await linksOf(page)) {
        if (!found.has(href)) found.set(href, path)
        ahead.push(href)
      }
    }
    const dead: string[] = []
    for (const [href, from] of found) {
      if ((await page.request.get(href)).status() < 400) continue
      // What somebody else took away meanwhile is not offered any more.
      await page.goto(from)
      if ((await linksOf(page)).includes(href)) dead.push(`${from} leads to ${href}`)
    }
    expect(dead).toEqual([])
  })

/** What is offered on a page, by the names of its buttons and links. */
type Offer = { path: string; rights: Action[]; has?: string[]; lacks: string[] }

const INVITING = ['Invite somebody', 'Invite many']
const OFFERS: Offer[] = [
  { path: '/admin/people', rights: ['people.list'], lacks: INVITING },
  { path: '/admin/people', rights: ['people.list', 'people.invite'], has: INVITING, lacks: [] },
  { path: '/desk', rights: ['article.read'], has: [], lacks: ['New article'] },
  { path: '/desk', rights: ['article.read', 'article.create'], has: ['New article'], lacks: [] },
  { path: '/desk/articles', rights: ['article.read'], lacks: ['New article'] },
  { path: '/desk/series', rights: ['article.read'], lacks: ['Add a series'] },
  { path: '/desk/series', rights: ['article.read', 'series.edit'], has: ['Add a series'], lacks: [] },
  { path: '/desk/bylines', rights: [], lacks: ['Add a byline'] },
  { path: '/desk/bylines', rights: ['byline.create'], has: ['Add a byline'], lacks: [] },
  { path: '/desk/claims', rights: ['claim.read'], has: [], lacks: ['Quotes'] },
  { path: '/desk/claims', rights: ['claim.read', 'article.read'], has: ['Quotes'], lacks: [] },
  { path: '/desk/sources', rights: ['source.read'], lacks: ['New source'] },
  { path: '/desk/sources', rights: ['source.read', 'source.create'], has: ['New source'], lacks: [] },
  { path: '/desk/plan', rights: ['plan.read'], lacks: ['Pitch a line', 'Add an event'] },
  {
    path: '/desk/plan',
    rights: ['plan.read', 'article.create', 'diary.edit'],
    has: ['Pitch a line', 'Add an event'],
    lacks: [],
  },
  { path: '/desk/fronts/home', rights: ['front.read', 'article.read'], lacks: ['Undo', 'Redo'] },
]

for (const { path, rights, has = [], lacks } of OFFERS)
  test(`${path} with ${rights.join(', ') || 'no right'} offers ${has.join(', ') || 'nothing'}`, async ({ page }) => {
    await signInAs(page, ...rights)
    await page.goto(path)
    const main = page.getByRole('main')
    await expect(main.getByRole('heading', { level: 1 })).toBeVisible()
    const offered = (name: string) =>
      main.getByRole('button', { name, exact: true }).or(main.getByRole('link', { name, exact: true }))
    for (const name of has) await expect(offered(name).first()).toBeVisible()
    for (const name of lacks) await expect(offered(name)).toHaveCount(0)
  })

test('the menu of a person has what may be done to them and nothing else', async ({ page }) => {
  const mark = crypto.randomUUID().slice(0, 8)
  const [active, invited] = [await addPerson(`Ada ${mark}`, 'REPORTER'), await addPerson(`Ines ${mark}`, 'REPORTER')]
  await inDatabase(`UPDATE "Person" SET status = 'INVITED' WHERE id = $1`, [invited.id])
  const items = async (name: string) => {
    await page.goto(`/admin/people?words=${mark}`)
    await page.getByRole('button', { name: `What to do with ${name}` }).click()
    const found = await page.getByRole('menuitem').allInnerTexts()
    await page.keyboard.press('Escape')
    return found
  }
  const look = 'Open their page'

  await signInAs(page, 'people.list')
  expect([await items(active.name), await items(invited.name)]).toEqual([[look], [look]])
  await expect(page.getByRole('checkbox')).toHaveCount(0)
  await page.goto(`/admin/people/${active.id}`)
  await expect(page.getByRole('heading', { name: 'Rights' })).toBeVisible()
  await expect(page.getByRole('main').getByRole('button')).toHaveCount(0)

  await signInAs(page, 'people.list', 'people.invite')
  const inviting = ['Send the invitation again', 'Revoke the invitation']
  expect([await items(active.name), await items(invited.name)]).toEqual([[look], [look, ...inviting]])
  await expect(page.getByRole('checkbox', { name: `Choose the invitation of ${invited.name}` })).toBeVisible()

  // Whoever may less than a role takes nobody out of it.
  await signInAs(page, 'people.list', 'people.changeRole', 'people.deactivate')
  expect(await items(active.name)).toEqual([look, 'Deactivate'])
  await beSignedIn(page, 'ADMINISTRATOR')
  expect(await items(active.name)).toEqual([look, 'Change role', 'Deactivate'])
})

test('whoever only reads finds nothing in the editor that would be refused', async ({ page, browser }) => {
  const editor = await (await browser.newContext()).newPage()
  await beSignedIn(editor, 'EDITOR')
  const id = await anArticleOn(editor, 'Read only', 'Nobody but editors changes this.')
  await publishOn(editor, id)
  await signInAs(page, 'article.read')
  await page.goto(`/desk/articles/${id}`)
  await expect(page.getByText('You can read this article, but not change it.')).toBeVisible()
  for (const name of ['Publish', 'Unpublish', 'File', 'Bold', 'Kill', 'Hold for subbing'])
    await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0)
  await expect(page.getByRole('textbox', { name: 'Article text' })).toHaveAttribute('contenteditable', 'false')
  await page.getByRole('button', { name: 'Search and actions' }).first().click()
  for (const name of ['New article', 'Publish', 'Unpublish'])
    await expect(page.getByRole('option', { name, exact: true })).toHaveCount(0)
})

test('the audit log leads only where whoever reads it may go', async ({ page }) => {
  await signInAs(page, 'audit.read')
  await page.goto('/admin/audit')
  await expect(page.getByRole('table', { name: 'Audit log' })).toBeVisible()
  expect((await linksOf(page)).filter((href) => /^\/(?:admin|desk)\/(?:people|articles|roles)/.test(href))).toEqual([])
  await signInAs(page, 'audit.read', 'article.read')
  await page.goto('/admin/audit')
  expect((await linksOf(page)).some((href) => href.startsWith('/desk/articles/'))).toBe(true)
})

test('words that were not sent before the right to edit ended are put aside, and suggestions go through', async ({
  page,
}) => {
  test.setTimeout(120_000)
  const role = await signInAs(page, 'article.read', 'article.create', 'article.edit', 'article.comment')
  const id = await anArticleOn(page, 'Ferry to sail', 'It sails at noon.')
  await page.goto(`/desk/articles/${id}`)
  const text = page.getByRole('textbox', { name: 'Article text' })
  const status = page.getByRole('status', { name: 'Save status' })
  await expect(text).toHaveAttribute('contenteditable', 'true')
  await page.context().setOffline(true)
  await text.getByText('It sails at noon.').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' The captain is ill.')
  await expect(status).toHaveText(/^Offline/)

  const grants = { 'newsroom.enter': 'any', 'article.read': 'any', 'article.create': 'any', 'article.comment': 'any' }
  await inDatabase('UPDATE "Role" SET grants = $2 WHERE id = $1', [role, JSON.stringify(grants)])
  await page.context().setOffline(false)
  const aside = page.getByRole('button', { name: 'Put those words aside' })
  await expect(aside).toBeVisible({ timeout: 30_000 })
  await expect(text).toContainText('The captain is ill.')
  await aside.focus()
  await page.keyboard.press('Enter')
  const kept = page.getByText('Your right to edit ended. These words were not sent:')
  await expect(kept).toBeVisible()
  await expect(page.locator('blockquote').filter({ hasText: 'The captain is ill.' })).toBeVisible()
  await expect(text).not.toContainText('The captain is ill.')

  await text.getByText('It sails at noon.').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' Perhaps.')
  await expect(status).toHaveText(/^Saved/)
  const { document } = (await (await page.request.get(`/api/documents/${id}`)).json()) as { document: unknown }
  expect(JSON.stringify(document)).toContain('Perhaps.')
  expect(JSON.stringify(document)).not.toContain('captain')

  // They are still there to be copied when the page is opened again.
  await page.reload()
  await expect(kept).toBeVisible()
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(kept).toHaveCount(0)
})
