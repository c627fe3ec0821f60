import { expect, type Page, test } from '@/tests/support/browser-test'
import type { HttpPerson } from '@/tests/support/http-person'
import { signInOverHttp } from '@/tests/support/http-person'
import { signIns } from '@/tests/support/newsroom'
import { beSignedIn, signIn } from '@/tests/support/sign-in'

const url = process.env.E2E_URL ?? ''
const mark = () => crypto.randomUUID().slice(0, 8)

async function over(role: string): Promise<HttpPerson> {
  const found = signIns().find((each) => each.role === role)
  if (found === undefined) throw new Error(`The sample newsroom has no ${role}.`)
  return signInOverHttp(url, found)
}

/** What is at an address, without following where it leads. */
async function answer(path: string): Promise<{ status: number; to: string | null; text: string }> {
  const response = await fetch(url + path, { redirect: 'manual' })
  const location = response.headers.get('location')
  return { status: response.status, to: location && new URL(location, url).pathname, text: await response.text() }
}

async function add(page: Page, one: string, fields: Record<string, string>): Promise<void> {
  await page.getByRole('button', { name: `Add a ${one}` }).click()
  const dialog = page.getByRole('dialog', { name: `New ${one}` })
  for (const [label, value] of Object.entries(fields)) {
    const control = dialog.getByLabel(label, { exact: true })
    if (label === 'Stands below') await control.selectOption({ label: value })
    else await control.fill(value)
  }
  await dialog.getByRole('button', { name: `Add the ${one}` }).click()
  await expect(dialog).toBeHidden()
}

async function ask(page: Page, name: string, what: string): Promise<void> {
  await page.getByRole('button', { name: `What to do with ${name}` }).click()
  await page.getByRole('menuitem', { name: what }).click()
}

/** Puts a field of an article and publishes it. @returns its path */
async function publishWith(person: HttpPerson, id: string, field: string, value: unknown): Promise<string> {
  const opened = async () =>
    (await (await person.get(`/api/documents/${id}`)).json()) as {
      version: number
      fieldVersions: Record<string, number>
    }
  const { fieldVersions } = await opened()
  const saved = await person.send('PUT', `/api/documents/${id}/fields`, {
    field,
    value,
    baseVersion: fieldVersions[field] ?? 0,
  })
  expect(saved.status).toBe(200)
  const published = await person.send('POST', `/api/documents/${id}/publish`, { version: (await opened()).version })
  expect(published.status, await published.clone().text()).toBe(200)
  return ((await published.json()) as { path: string }).path
}

/** A public article of the sample newsroom, other than the lead that further tests count on. */
async function someArticle(person: HttpPerson, at: number): Promise<{ id: string; path: string }> {
  const found = (await (await person.get('/api/articles/search?q=&limit=50')).json()) as {
    articles: { id: string; path: string | null; isPublic: boolean }[]
  }
  // Other tests leave articles behind that are not ready to be published again.
  const ready: { id: string; path: string }[] = []
  for (const { id, path } of found.articles.filter(({ isPublic }) => isPublic)) {
    const { issues } = (await (await person.get(`/api/documents/${id}/issues`)).json()) as {
      issues: { severity: string }[]
    }
    if (path !== null && issues.every(({ severity }) => severity === 'warning')) ready.push({ id, path })
  }
  const article = ready.at(at)
  if (article === undefined) throw new Error('The sample newsroom has too few public articles.')
  return article
}

async function topicId(person: HttpPerson, name: string): Promise<string> {
  const found = (await (await person.get(`/api/topics?q=${encodeURIComponent(name)}`)).json()) as {
    topics: { id: string }[]
  }
  const [topic] = found.topics
  if (topic === undefined) throw new Error(`There is no topic ${name}.`)
  return topic.id
}

test('an editor makes topics below each other, merges one into another by keyboard, and readers are led on', async ({
  page,
}) => {
  test.slow()
  const name = mark()
  const [parent, gone, stays] = [`Coast ${name}`, `Sluices ${name}`, `Tide gates ${name}`]
  await signIn(page, 'EDITOR')
  await page.getByRole('navigation', { name: 'Newsroom' }).getByRole('link', { name: 'Topics' }).click()
  await add(page, 'topic', { Name: parent, Description: 'Where land and water meet.' })
  await add(page, 'topic', { Name: stays, 'Stands below': parent })
  await add(page, 'topic', { Name: gone, 'Other names': `Paddles ${name}` })

  const person = await over('EDITOR')
  const article = await someArticle(person, -1)
  await publishWith(person, article.id, 'topics', [await topicId(person, gone)])
  expect((await answer(`/topic/sluices-${name}`)).status).toBe(200)
  expect((await answer(`/topic/tide-gates-${name}`)).status).toBe(404)

  await page.getByRole('button', { name: `What to do with ${gone}` }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Edit' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: `Merge “${gone}”` })
  await expect(dialog.getByLabel('Merge into')).toBeFocused()
  await page.keyboard.type(stays)
  await expect(page.getByRole('option', { name: stays })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText('1 article (1 before readers now) moves to')
  const moving = dialog.getByRole('region', { name: 'What moves' }).getByRole('listitem')
  await expect(moving).toHaveCount(1)
  await expect(moving).toContainText('Published')
  await expect(moving.getByRole('link')).toHaveAttribute('href', `/desk/articles/${article.id}`)
  await dialog.getByRole('button', { name: 'Merge', exact: true }).press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('table')).not.toContainText(`/topic/sluices-${name}`)

  expect(await answer(`/topic/sluices-${name}`)).toMatchObject({ status: 301, to: `/topic/tide-gates-${name}` })
  const feed = await answer(`/topic/tide-gates-${name}/feed.xml`)
  expect(feed.status).toBe(200)
  expect(feed.text).toContain(`<title>Tide gates ${name} | `)
  expect(feed.text).toContain(article.path)
  expect(await answer(`/topic/sluices-${name}/feed.xml`)).toMatchObject({
    status: 301,
    to: `/topic/tide-gates-${name}/feed.xml`,
  })
  expect((await answer(`/topic/never-${name}/feed.xml`)).status).toBe(404)
  const topic = await answer(`/topic/tide-gates-${name}`)
  expect(topic.text).toContain(`/topic/tide-gates-${name}/feed.xml"`)
  expect(topic.text).toContain(article.path)
  expect(topic.text).toContain('BreadcrumbList')
  expect((await answer(article.path)).text).toContain(`/topic/tide-gates-${name}`)
  await page.goto(`/topic/coast-${name}`)
  await expect(page.getByText('Where land and water meet.')).toBeVisible()
  await page.getByRole('navigation', { name: 'Topics within this one' }).getByRole('link', { name: stays }).click()
  await expect(page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: parent })).toBeVisible()

  // Whoever writes finds it by its former name.
  await page.goto(`/desk/articles/${article.id}`)
  await page.getByLabel('Topics').fill(`Paddles ${name}`)
  await expect(page.getByRole('option', { name: `${parent} › ${stays}` })).toBeVisible()
  await page.getByLabel('Topics').press('Escape')

  await page.goto('/admin/topics')
  await page.getByRole('button', { name: 'Add a topic' }).click()
  const form = page.getByRole('dialog', { name: 'New topic' })
  await form.getByLabel('Name', { exact: true }).fill(`sluices ${name}`)
  await form.getByRole('button', { name: 'Add the topic' }).click()
  await expect(form.getByRole('alert')).toHaveText(`“sluices ${name}” is another name of the topic “${stays}”.`)
})

test('a section gets another address: each old address answers once, feeds too, and readers see the new name', async ({
  page,
}) => {
  test.slow()
  const name = mark()
  await beSignedIn(page, 'EDITOR')
  await page.goto('/admin/sections')
  await add(page, 'section', { Name: `Quay ${name}` })
  const person = await over('EDITOR')
  const sections = (await (await person.get('/api/sections')).json()) as { sections: { id: string; slug: string }[] }
  const section = sections.sections.find(({ slug }) => slug === `quay-${name}`)
  const article = await someArticle(person, -2)
  const path = await publishWith(person, article.id, 'sectionId', section?.id)
  expect(path).toMatch(`/quay-${name}/`)
  expect((await answer(path)).status).toBe(200)
  expect((await answer(`/quay-${name}/feed.xml`)).status).toBe(200)

  for (const [before, after] of [
    ['quay', 'pier'],
    ['pier', 'shore'],
  ]) {
    await ask(page, `Quay ${name}`, 'Edit')
    const dialog = page.getByRole('dialog', { name: 'Edit' })
    await dialog.getByLabel('Address').fill(`${after}-${name}`)
    await expect(dialog).toContainText(`moves from /${before}-${name}/…`)
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('table')).toContainText(`/${after}-${name}`)
  }

  const now = path.replace('quay', 'shore')
  for (const old of [article.path, path, path.replace('quay', 'pier')])
    expect(await answer(old), old).toMatchObject({ status: 301, to: now })
  expect((await answer(now)).status).toBe(200)
  expect(await answer(`/quay-${name}`)).toMatchObject({ status: 301, to: `/shore-${name}` })
  expect(await answer(`/pier-${name}/feed.xml`)).toMatchObject({ status: 301, to: `/shore-${name}/feed.xml` })
  expect((await answer('/')).text).toContain(`href="/shore-${name}"`)
  expect((await answer(`/quay-${name}/never-was`)).status).toBe(404)
})

test('a section moves in the masthead by keyboard, and one with articles cannot be deleted', async ({ page }) => {
  const name = mark()
  await beSignedIn(page, 'EDITOR')
  await page.goto('/admin/sections')
  await add(page, 'section', { Name: `First ${name}` })
  await add(page, 'section', { Name: `Second ${name}` })
  await page.getByRole('button', { name: `What to do with Second ${name}` }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Edit' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row').last()).toContainText(`First ${name}`)
  await page.getByRole('button', { name: 'What to do with Politics' }).click()
  await expect(page.getByRole('menuitem', { name: 'Delete' })).toBeDisabled()
  await page.keyboard.press('Escape')
  await ask(page, `First ${name}`, 'Delete')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByText(`“First ${name}” is deleted`)).toBeVisible()
})

test('of two who edit a topic at once the second decides what stays, and nothing that they typed is lost', async ({
  page,
  browser,
}) => {
  const name = mark()
  await beSignedIn(page, 'EDITOR')
  await page.goto('/admin/topics')
  await add(page, 'topic', { Name: `Eddies ${name}` })
  await ask(page, `Eddies ${name}`, 'Edit')
  const mine = page.getByRole('dialog', { name: 'Edit' })
  await mine.getByLabel('Description').fill('Mine.')
  await mine.getByLabel('Other names').fill(`Whirls ${name}`)

  const other = await (await browser.newContext()).newPage()
  await beSignedIn(other, 'ADMINISTRATOR')
  await other.goto('/admin/topics')
  await ask(other, `Eddies ${name}`, 'Edit')
  const theirs = other.getByRole('dialog', { name: 'Edit' })
  await theirs.getByLabel('Description').fill('Theirs.')
  await theirs.getByLabel('Name', { exact: true }).fill(`Swirls ${name}`)
  await theirs.getByRole('button', { name: 'Save' }).click()
  await expect(theirs).toBeHidden()

  await mine.getByRole('button', { name: 'Save' }).click()
  const clash = mine.getByRole('alert')
  await expect(clash).toContainText('Taken over: Name.')
  await expect(clash).toContainText('Mine.')
  await expect(clash).toContainText('Theirs.')
  await expect(mine.getByLabel('Other names')).toHaveValue(`Whirls ${name}`)
  await clash.getByRole('button', { name: 'Use theirs' }).click()
  await expect(mine.getByLabel('Description')).toHaveValue('Theirs.')
  await mine.getByRole('button', { name: 'Save' }).click()
  await expect(mine).toBeHidden()
  await expect(page.getByRole('row').filter({ hasText: `Swirls ${name}` })).toContainText(`Also: Whirls ${name}`)
})
