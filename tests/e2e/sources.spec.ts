import { anArticleOn } from '@/tests/support/articles-in-browser'
import { axeOn } from '@/tests/support/axe'
import { expect, type Page, test } from '@/tests/support/browser-test'
import { overHttp } from '@/tests/support/canaries/over-http'
import { nameOf } from '@/tests/support/newsroom'
import { callAction } from '@/tests/support/server-actions'
import { beSignedIn as signInAs } from '@/tests/support/sign-in'

const headers = { Origin: new URL(process.env.E2E_URL ?? '').origin }
const someMark = () => `zq${crypto.randomUUID().slice(0, 8)}`

async function isCleanOnAPhone(page: Page, name: string): Promise<void> {
  const size = page.viewportSize() ?? { width: 1280, height: 720 }
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width: 390, height: 844 })
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/${name}-${colorScheme}.png`, fullPage: true })
    expect((await axeOn(page).analyze()).violations).toEqual([])
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize(size)
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}-wide.png`, fullPage: true })
}

/** Somebody else at the same browser. */
async function beSignedIn(page: Page, role: string): Promise<void> {
  await page.context().clearCookies()
  await signInAs(page, role)
}

/** A claim on the register, by whoever is signed in. */
async function aClaim(page: Page, words: string): Promise<string> {
  const id = await anArticleOn(page, `Story: ${words}`, words)
  const data = {
    ...{ eventId: crypto.randomUUID(), claimId: null, kind: 'ASSERTED', words },
    speaker: { name: `Ines ${words.slice(-8)}`, kind: 'PERSON' },
  }
  const marked = await page.request.post(`/api/documents/${id}/claims`, { headers, data })
  expect(marked.status(), await marked.text()).toBe(200)
  return (await marked.json()).claimId
}

/** Puts a source on the register over the wire. @returns its id */
async function aSource(page: Page, more: object): Promise<string> {
  const action = { path: '/desk/sources/new', file: '/desk/sources/actions.ts', name: 'create' }
  const said = await callAction(page, action, {
    ...{ kind: 'PERSON', terms: 'BACKGROUND', isConfidential: true, isKnown: true, sameOriginAs: null },
    ...{ readerIds: [], contact: '', notes: '', ...more },
  })
  const [, id] = /"id":"([0-9a-f-]{36})"/.exec(await said.text()) ?? []
  return id ?? ''
}

const search = async (page: Page, words: string) => {
  await page.getByLabel('Search', { exact: true }).fill(words)
  await page.getByRole('button', { name: 'Search', exact: true }).press('Enter')
}

test('a reporter seals a name, which is hidden until somebody looks, and each look is on the list', async ({
  page,
}) => {
  test.setTimeout(240_000)
  const mark = someMark()
  const [codeName, name] = [`Heron ${mark}code`, `Zora ${mark}name`]
  await beSignedIn(page, 'REPORTER')
  await page.goto('/desk/sources')
  await page.getByRole('link', { name: 'New source' }).first().press('Enter')
  await expect(page.getByLabel('Who may see the name')).toBeVisible()
  await isCleanOnAPhone(page, 'new')
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('Contact').fill(`${mark}contact`)
  await page.getByLabel('Notes').fill(`${mark}notes`)
  await page.getByLabel('Code name').fill(`Friend of Zora ${mark}`)
  await page.getByLabel('Terms').selectOption('Deep background')
  await page.getByLabel('We know who this is').check()
  await page.getByRole('button', { name: 'Put on the register' }).click()
  await expect(page.getByText('The code name holds a part of the name')).toBeVisible()
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue(name)
  await page.getByLabel('Code name').fill(codeName)
  await page.getByRole('button', { name: 'Put on the register' }).click()
  await expect(page.getByRole('heading', { name: codeName })).toBeVisible()

  // Hidden until asked for, and each look is on the list.
  expect(await page.content()).not.toContain(`${mark}name`)
  await expect(page.getByText('Nobody has looked yet.')).toBeVisible()
  await isCleanOnAPhone(page, 'sealed')
  await page.getByRole('button', { name: 'Show the name' }).press('Enter')
  await expect(page.getByText(name)).toBeVisible()
  await expect(page.getByText(`${mark}notes`)).toBeVisible()
  await expect(page.getByRole('list', { name: 'Who looked' })).toContainText(nameOf('REPORTER'))
  await isCleanOnAPhone(page, 'shown')
  await page.getByRole('button', { name: 'Change' }).click()
  const secret = page.getByRole('dialog', { name: 'Change what is sealed' })
  await secret.getByLabel('Name').fill(`${name} Bell`)
  await secret.getByRole('button', { name: 'Save' }).click()
  await expect(secret).toBeHidden()
  await expect(page.getByText(name)).toHaveCount(0)
  await page.reload()
  expect(await page.content()).not.toContain(`${mark}name`)
})

test('a name is found by those named on it and by nobody else, administrators included', async ({ page }) => {
  test.setTimeout(240_000)
  const mark = someMark()
  const codeName = `Heron ${mark}code`
  await beSignedIn(page, 'REPORTER')
  const secret = { name: `Zora ${mark}name Bell`, contact: `${mark}contact`, notes: `${mark}notes` }
  const path = `/desk/sources/${await aSource(page, { codeName, ...secret })}`
  await page.goto('/desk/sources')
  await search(page, `${mark}name bell`)
  await expect(page.getByRole('list', { name: 'Sources' }).getByRole('listitem')).toHaveCount(1)
  await expect(page.getByRole('status').filter({ hasText: '1 source' })).toBeVisible()
  // It stands in no address, and so in no log.
  expect(page.url()).not.toContain(mark)
  await isCleanOnAPhone(page, 'list')

  for (const role of ['ADMINISTRATOR', 'EDITOR', 'LAWYER']) {
    await beSignedIn(page, role)
    await page.goto(path)
    await expect(page.getByRole('heading', { name: codeName })).toBeVisible()
    await expect(page.getByText('The name is sealed')).toBeVisible()
    await expect(page.getByRole('button', { name: /show/i })).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Edit' })).toHaveCount(0)
    const id = path.slice(-36)
    const asked = await callAction(page, { path, file: '/desk/sources/actions.ts', name: 'reveal' }, { id })
    const said = await asked.text()
    expect(said).toContain('Only the people named on this source')
    for (const each of [path, '/desk/sources', '/desk', '/desk/claims'])
      expect(await (await page.request.get(each)).text()).not.toMatch(new RegExp(`${mark}(?!code)`))
    await page.goto('/desk/sources')
    await search(page, `${mark}name`)
    await expect(page.getByText('No source is like this')).toBeVisible()
    await search(page, `${mark}code`)
    await expect(page.getByRole('link', { name: codeName })).toBeVisible()
  }
  await page.goto(path)
  await isCleanOnAPhone(page, 'closed')

  // What administrators read has that somebody looked, and at what; never the name.
  const administrator = await overHttp('ADMINISTRATOR')
  const pages = await Promise.all(
    ['/admin/audit', '/admin/mail', '/admin/people'].map(async (each) => (await administrator.get(each)).text()),
  )
  expect(pages[0]).toContain(codeName)
  for (const each of pages) expect(each).not.toMatch(new RegExp(`${mark}(?!code)`))
})

test('who is named sees it; a source stands behind a claim, and a second one changes the stamp', async ({ page }) => {
  test.setTimeout(240_000)
  const mark = someMark()
  await beSignedIn(page, 'EDITOR')
  const words = `The quay will sink ${mark}`
  const claimId = await aClaim(page, words)
  await page.goto(`/desk/claims/${claimId}`)
  await expect(page.getByText('Not verified by us')).toBeVisible()
  const first = await aSource(page, { codeName: `Kettle ${mark}`, name: 'Zora Quill' })
  const second = await aSource(page, { codeName: `Anchor ${mark}`, name: 'Pim Sand', sameOriginAs: first })

  const stand = async (id: string) => {
    await page.goto(`/desk/sources/${id}`)
    await page.getByRole('combobox', { name: 'Put behind a claim' }).fill(words)
    await page.getByRole('option', { name: words }).click()
    await page.getByRole('button', { name: 'Put behind it' }).click()
    await expect(page.getByRole('list', { name: 'Claims' })).toContainText(words)
  }
  await stand(first)
  await page.goto(`/desk/claims/${claimId}`)
  await expect(page.getByText('Single source')).toBeVisible()
  await stand(second)
  await isCleanOnAPhone(page, 'behind')
  await page.goto(`/desk/claims/${claimId}`)
  await expect(page.getByText('Single source')).toBeVisible()

  // Of its own origin after all; and somebody else is named on it.
  await page.goto(`/desk/sources/${second}`)
  await expect(page.getByRole('link', { name: `Kettle ${mark}` })).toBeVisible()
  await page.getByRole('button', { name: 'Edit', exact: true }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Edit the source' })
  await dialog.getByRole('button', { name: 'Clear' }).click()
  await dialog.getByLabel('Who may see the name').fill(nameOf('LAWYER').slice(0, 5))
  await page.getByRole('option', { name: nameOf('LAWYER') }).click()
  await isCleanOnAPhone(page, 'edit')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  await page.goto(`/desk/claims/${claimId}`)
  await expect(page.getByText('Two independent sources')).toBeVisible()
  await isCleanOnAPhone(page, 'claim-with-stamps')

  await beSignedIn(page, 'LAWYER')
  await page.goto(`/desk/sources/${second}`)
  await page.getByRole('button', { name: 'Show the name' }).click()
  await expect(page.getByText('Pim Sand')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Change' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Put behind it' })).toHaveCount(0)
  await page.goto('/desk/sources/new')
  await expect(page.getByLabel('Code name')).toHaveCount(0)

  await beSignedIn(page, 'EDITOR')
  await page.goto(`/desk/sources/${second}`)
  await page.getByRole('button', { name: `Take from behind “${words}”` }).press('Enter')
  await page.getByRole('button', { name: 'Remove', exact: true }).last().click()
  await expect(page.getByText('It stands behind no claim yet.')).toBeVisible()
  await page.goto(`/desk/claims/${claimId}`)
  await expect(page.getByText('Single source')).toBeVisible()

  // Nobody needs it any more.
  await page.goto(`/desk/sources/${second}`)
  await page.getByRole('button', { name: 'Erase' }).press('Enter')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Erase' }).press('Enter')
  await expect(page).toHaveURL(/\/desk\/sources$/)
  expect((await page.goto(`/desk/sources/${second}`))?.status()).toBe(404)
})
