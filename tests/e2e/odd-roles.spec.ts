import { newId } from '@/lib/ids'
import { type Action, CHOICES } from '@/lib/policy/table'
import { addPerson } from '@/tests/support/add-person'
import { expect, type Page, test } from '@/tests/support/browser-test'
import { inDatabase } from '@/tests/support/server-database'
import { beginSession } from '@/tests/support/sign-in'

// A role may be anything. Whatever it is, nothing on a page leads nowhere, and nothing is offered that would be refused.

/** The browser of somebody whose role may enter and has these rights, as far as they reach. */
async function signInAs(page: Page, ...rights: Action[]): Promise<void> {
  const role = newId()
  const grants = Object.fromEntries(['newsroom.enter' as const, ...rights].map((each) => [each, CHOICES[each].at(-1)]))
  await inDatabase('INSERT INTO "Role" (id, name, grants, "createdAt") VALUES ($1, $2, $3, now())', [
    ...[role, `Odd ${role}`, JSON.stringify(grants)],
  ])
  await beginSession(page, await addPerson('Odile Odd', role))
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
      if (process.env.SAY) console.log(right, path, await page.locator('main button').allInnerTexts())
      for (const href of await linksOf(page)) {
        if (!found.has(href)) found.set(href, path)
        ahead.push(href)
      }
    }
    const dead: string[] = []
    for (const [href, from] of found)
      if ((await page.request.get(href)).status() >= 400) dead.push(`${from} leads to ${href}`)
    expect(dead).toEqual([])
  })
