import sharp from 'sharp'
import { anArticleOn, publishOn, read, send } from '@/tests/support/articles-in-browser'
import { axeOn } from '@/tests/support/axe'
import { expect, type Page, test } from '@/tests/support/browser-test'
import { beSignedIn, signIn } from '@/tests/support/sign-in'

const url = process.env.E2E_URL ?? ''

async function violations(page: Page): Promise<string[]> {
  return (await axeOn(page).analyze()).violations.map(({ id }) => id)
}

test('an editor introduces a guest, and readers see who writes', async ({ page }) => {
  test.slow()
  const name = `Ines Moor ${crypto.randomUUID().slice(0, 8)}`
  await signIn(page, 'EDITOR')
  await page.getByRole('navigation', { name: 'Newsroom' }).getByRole('link', { name: 'Bylines' }).click()
  await page.getByRole('searchbox', { name: 'Search bylines' }).fill(name)
  await page.keyboard.press('Enter')
  await expect(page.getByText(`No byline holds “${name}”.`)).toBeVisible()
  // What was looked for need not be typed again.
  await page.getByRole('button', { name: 'Add a byline' }).click()
  await expect(page.getByRole('dialog').getByLabel('Name')).toHaveValue(name)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page.getByText('as soon as a public article carries the byline')).toHaveCount(1)

  await page.getByLabel('What they do').fill('Ports reporter')
  await page.getByLabel('Biography').fill('Grew up on a quay.\n\nWrites about tides.')
  await page.getByLabel('E-mail for readers').fill('ines@example.org')
  await page.getByLabel('Elsewhere on the web').fill('https://bsky.app/profile/ines\nines.example')
  const photograph = page.getByRole('region', { name: 'Photograph' })
  await photograph.getByRole('button', { name: 'Choose a picture' }).click()
  const buffer = await sharp({ create: { width: 700, height: 500, channels: 3, background: '#7a5' } })
    .jpeg()
    .toBuffer()
  const file = { name: 'ines.jpg', mimeType: 'image/jpeg', buffer }
  await page.getByRole('dialog').locator('input[type=file]').setInputFiles(file)
  await expect(photograph.getByLabel('Alternative text')).toHaveValue('')
  // What cannot be taken is said beside its field, all of it at once, and what was typed stays.
  await page.getByRole('button', { name: 'Save the byline' }).click()
  await expect(photograph.getByRole('alert')).toHaveText('Say what is to be seen, for those who do not see it.')
  await expect(page.getByRole('alert').filter({ hasText: '“ines.example” is not the address of a page' })).toBeVisible()
  await expect(page.getByLabel('Biography')).toHaveValue('Grew up on a quay.\n\nWrites about tides.')
  await photograph.getByLabel('Alternative text').fill('Ines on a quay')
  await page.getByLabel('Elsewhere on the web').fill('https://bsky.app/profile/ines')
  await page.getByRole('button', { name: 'Save the byline' }).click()
  await expect(page.getByRole('button', { name: 'Save the byline' })).toBeDisabled()
  expect(await violations(page)).toEqual([])

  const bylineId = new URL(page.url()).pathname.split('/').at(-1)
  const id = await anArticleOn(page, `Tides ${name}`, 'The water rises.')
  const { fieldVersions } = await read(page, id)
  const baseVersion = fieldVersions.bylines ?? 0
  await send(page, 'PUT', `/api/documents/${id}/fields`, {
    field: 'bylines',
    value: [{ bylineId, role: '' }],
    baseVersion,
  })
  await publishOn(page, id)
  await page.reload()
  await page.getByRole('link', { name: 'Public page' }).click()
  // The page of the newsroom has the same heading.
  await page.waitForURL('**/author/**')
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page.getByText('Ports reporter')).toBeVisible()
  await expect(page.getByText('Writes about tides.')).toBeVisible()
  const face = page.getByRole('img', { name: 'Ines on a quay' })
  expect(
    await face.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)),
  ).toBeGreaterThan(0)
  const contacts = page.getByRole('list', { name: `How to reach ${name}` })
  await expect(contacts.getByRole('link', { name: 'ines@example.org' })).toHaveAttribute(
    'href',
    'mailto:ines@example.org',
  )
  await expect(contacts.getByRole('link', { name: 'Bluesky' })).toHaveAttribute('href', 'https://bsky.app/profile/ines')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await violations(page)).toEqual([])
  }
})

test('on a phone a reporter finds their own byline, and reads that of another', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await beSignedIn(page, 'REPORTER')
  await page.goto('/desk/bylines')
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('dialog').getByRole('link', { name: 'Your byline' }).click()
  await expect(page.getByRole('button', { name: 'Save the byline' })).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  expect(await violations(page)).toEqual([])

  await page.goto('/desk/bylines?q=Idris')
  await page.getByRole('link', { name: 'Idris Fenner' }).click()
  await expect(page.getByText('An editor changes it, or whoever signs in under this name.')).toBeVisible()
  await expect(page.getByText('He covered the courts for a decade.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save the byline' })).toHaveCount(0)
  expect((await fetch(`${url}/desk/bylines`, { redirect: 'manual' })).headers.get('location')).toContain('/login')
})
