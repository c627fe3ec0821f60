import { Transform } from 'prosemirror-transform'
import { parseDocument } from '@/lib/document/document'
import { schema } from '@/lib/document/schema'
import { anArticleOn } from '@/tests/support/articles-in-browser'
import { axeOn } from '@/tests/support/axe'
import { expect, type Page, test } from '@/tests/support/browser-test'
import { beSignedIn } from '@/tests/support/sign-in'

const headers = { Origin: new URL(process.env.E2E_URL ?? '').origin }

/** A story whose first paragraph says that somebody claims it. @returns its id and the claim's */
async function aStory(page: Page, words: string, speaker: string): Promise<{ id: string; claimId: string }> {
  const id = await anArticleOn(page, `Story: ${words}`, words)
  const eventId = crypto.randomUUID()
  const data = { eventId, claimId: null, kind: 'ASSERTED', speaker: { name: speaker, kind: 'PERSON' }, words }
  const marked = await page.request.post(`/api/documents/${id}/claims`, { headers, data })
  expect(marked.status(), await marked.text()).toBe(200)
  const { version, document } = await (await page.request.get(`/api/documents/${id}`)).json()
  const transform = new Transform(parseDocument(document))
  transform.doc.descendants((node, at) => {
    if (node.type.name === 'paragraph')
      transform.addMark(at + 1, at + 1 + words.length, schema.marks.claim.create({ eventId }))
  })
  const steps = transform.steps.map((step) => step.toJSON())
  const saved = await page.request.post(`/api/documents/${id}/steps`, {
    headers,
    data: { version, clientId: crypto.randomUUID(), steps },
  })
  expect(saved.status(), await saved.text()).toBe(200)
  return { id, claimId: (await marked.json()).claimId }
}

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

test('an editor finds a claim, puts down its denial, and decides about the story that it flags', async ({ page }) => {
  test.slow()
  const mark = crypto.randomUUID().slice(0, 8)
  const words = `The quay ${mark} will sink`
  await beSignedIn(page, 'EDITOR')
  await aStory(page, words, `Ines ${mark}`)
  await page.goto('/desk/claims')
  await page.getByLabel('Person or organisation').fill(`ines ${mark}`)
  await page.getByLabel('Standing').selectOption('asserted')
  await page.getByRole('button', { name: 'Show', exact: true }).press('Enter')
  await expect(page).toHaveURL(/who=ines/)
  await expect(page.getByRole('list', { name: 'Claims' }).getByRole('listitem')).toHaveCount(1)
  await isCleanOnAPhone(page, 'list')
  await page.getByRole('link', { name: words }).click()

  await page.getByRole('button', { name: 'Put down what happened' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'What happened to this claim' })
  await dialog.getByLabel('In these words').fill('It will not.')
  await dialog.getByRole('textbox', { name: 'Evidence' }).fill('javascript:alert(1)')
  await dialog.getByRole('button', { name: 'Put down' }).click()
  await expect(dialog.getByText('Say who.')).toBeVisible()
  await dialog.getByLabel('Who', { exact: true }).fill(`Harbour ${mark}`)
  await page.getByRole('option', { name: `Add “Harbour ${mark}”` }).click()
  await dialog.getByLabel(`Harbour ${mark} is`).selectOption('an organisation')
  await dialog.getByRole('button', { name: 'Put down' }).click()
  await expect(dialog.getByText('Evidence is a web address')).toBeVisible()
  await expect(dialog.getByLabel('In these words')).toHaveValue('It will not.')
  await dialog.getByRole('textbox', { name: 'Evidence' }).fill('https://harbour.example/denial')
  await dialog.getByLabel('When').fill('2026-11-20T09:30')
  await dialog.getByRole('button', { name: 'Put down' }).click()
  await expect(dialog).toBeHidden()
  const timeline = page.getByRole('list', { name: 'What happened' })
  await expect(timeline).toContainText(`Harbour ${mark} denied it`)
  await expect(timeline.getByRole('link', { name: 'Evidence' })).toHaveAttribute('rel', /noopener/)
  await expect(page.getByRole('list', { name: 'Stories', exact: true })).toContainText(words)
  await isCleanOnAPhone(page, 'claim')

  await page.goto('/desk/claims/stories')
  const story = page.getByRole('listitem').filter({ hasText: `Story: ${words}` })
  await expect(story).toContainText('asserted became denied')
  await isCleanOnAPhone(page, 'stories')
  await story.getByRole('button', { name: 'Fine as it stands' }).press('Enter')
  await expect(story).toHaveCount(0)
})

test('an editor merges two claims that are the same and takes it back; the address of the vanished one leads on', async ({
  page,
}) => {
  test.slow()
  const mark = crypto.randomUUID().slice(0, 8)
  await beSignedIn(page, 'EDITOR')
  const one = await aStory(page, `Fares ${mark} will rise`, `Ines ${mark}`)
  const two = await aStory(page, `Fares ${mark} are to go up`, `Ines ${mark}`)
  await page.goto(`/desk/claims/${one.claimId}`)
  await page.getByRole('button', { name: 'Merge' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Merge into a claim that says the same' })
  await dialog.getByLabel('Merge into').fill(`Fares ${mark} are`)
  await page.getByRole('option', { name: `Fares ${mark} are to go up` }).click()
  await dialog.getByRole('button', { name: 'Merge' }).click()
  await expect(page).toHaveURL(new RegExp(two.claimId))
  await page.goto(`/desk/claims/${one.claimId}`)
  await expect(page).toHaveURL(new RegExp(two.claimId))
  await expect(page.getByRole('heading', { name: '2 stories tell of it' })).toBeVisible()
  await page.getByRole('button', { name: `Take back the merge of “Fares ${mark} will rise”` }).press('Enter')
  await page.getByRole('button', { name: 'Take back the merge', exact: true }).click()
  await expect(page.getByRole('heading', { name: '1 story tells of it' })).toBeVisible()
  await page.goto(`/desk/claims/${one.claimId}`)
  await expect(page.getByRole('heading', { name: `Fares ${mark} will rise` })).toBeVisible()

  await beSignedIn(page, 'LAWYER')
  await page.goto(`/desk/claims/${two.claimId}`)
  await expect(page.getByRole('heading', { name: `Fares ${mark} are to go up` })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Put down what happened' })).toHaveCount(0)
  await page.goto('/desk/claims?q=xylophonist')
  await expect(page.getByText('No claim is like this')).toBeVisible()
})
