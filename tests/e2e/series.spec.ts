import { anArticleOn, publishOn } from '@/tests/support/articles-in-browser'
import { expect, type Page, test } from '@/tests/support/browser-test'
import { signIn } from '@/tests/support/sign-in'

const url = process.env.E2E_URL ?? ''

async function addPart(page: Page, headline: string): Promise<void> {
  await page.getByLabel('Add an article').fill(headline)
  await page.getByRole('option', { name: headline }).click()
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByRole('list', { name: 'Parts' }).getByRole('link', { name: headline })).toBeVisible()
}

test('an editor makes a series and turns its order round by keyboard, and readers follow it', async ({ page }) => {
  test.slow()
  const mark = crypto.randomUUID().slice(0, 8)
  const [first, second, name] = [`Weir opens ${mark}`, `Weir closes ${mark}`, `Weir ${mark}`]
  await signIn(page, 'EDITOR')
  const paths: string[] = []
  for (const headline of [first, second]) paths.push(await publishOn(page, await anArticleOn(page, headline, 'Water.')))
  const [firstPath = '', secondPath = ''] = paths

  await page.getByRole('navigation', { name: 'Newsroom' }).getByRole('link', { name: 'Series' }).click()
  await page.getByRole('button', { name: 'Add a series' }).first().click()
  const form = page.getByRole('dialog', { name: 'New series' })
  await form.getByLabel('Name').fill(name)
  await form.getByLabel('Description').fill('A river and its gate.')
  await form.getByRole('button', { name: 'Add the series' }).click()
  await expect(page.getByText('No parts yet')).toBeVisible()
  expect((await fetch(`${url}/series/weir-${mark}`)).status).toBe(404)
  await addPart(page, first)
  await addPart(page, second)

  const desk = page.url()
  await page.goto(firstPath)
  const box = page.getByRole('navigation', { name: 'Series' })
  await expect(box).toContainText(`Part 1 of 2 · ${name}`)
  await box.getByRole('link', { name: second }).click()
  await expect(page).toHaveURL(url + secondPath)
  await expect(box).toContainText('Part 2 of 2')

  await page.goto(desk)
  const down = page.getByRole('button', { name: `Move ${first} down` })
  await down.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('list', { name: 'Parts' }).getByRole('listitem').first()).toContainText(second)
  await expect(down).toBeFocused()

  await page.goto(firstPath)
  await expect(box).toContainText('Part 2 of 2')
  await expect(box).toContainText(`Previous: ${second}`)
  await box.getByRole('link', { name }).first().click()
  await expect(page.getByText('A river and its gate.')).toBeVisible()
  await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toHaveText([second, first])
})
