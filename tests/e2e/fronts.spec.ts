import { anArticleOn, publishOn } from '@/tests/support/articles-in-browser'
import { axeOn } from '@/tests/support/axe'
import { expect, type Locator, type Page, test } from '@/tests/support/browser-test'
import { inDatabase } from '@/tests/support/server-database'
import { beSignedIn } from '@/tests/support/sign-in'

const url = process.env.E2E_URL ?? ''
const mark = () => crypto.randomUUID().slice(0, 8)

type Section = { id: string; slug: string; name: string }

/** A section whose front nobody lays out, and what its readers have. */
async function openFront(
  page: Page,
  fromTheEnd: number,
): Promise<{ section: Section; readers: () => Promise<string> }> {
  const { sections } = (await (await page.request.get('/api/sections')).json()) as { sections: Section[] }
  const section = sections.at(-fromTheEnd) as Section
  await inDatabase(`UPDATE "Front" SET layout = '{"containers":[]}', "liveEditionId" = NULL WHERE "sectionId" = $1`, [
    section.id,
  ])
  await page.goto('/desk/fronts')
  await page.getByRole('table', { name: 'Fronts' }).getByRole('link', { name: section.name, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(section.name)
  return { section, readers: async () => (await fetch(`${url}/${section.slug}`)).text() }
}

async function drag(page: Page, what: Locator, to: Locator): Promise<void> {
  // Near the edge of the window the page would scroll under the pointer.
  await to.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  const from = await what.boundingBox()
  const target = await to.boundingBox()
  if (from === null || target === null) throw new Error('There is nothing to drag.')
  await page.mouse.move(from.x + 40, from.y + from.height - 6)
  await page.mouse.down()
  await page.mouse.move(from.x + 60, from.y + from.height - 2, { steps: 3 })
  await page.mouse.move(target.x + target.width / 2, target.y + target.height / 2, { steps: 12 })
  await page.mouse.up()
}

const status = (page: Page): Locator => page.getByRole('status', { name: 'Save status' })
const announced = (page: Page, words: string): Locator => page.getByRole('status').filter({ hasText: words })

test('an editor drags articles into places, words one anew, locks another, and readers have it until that is undone', async ({
  page,
}) => {
  test.slow()
  const [first, second, own] = [`Crane falls ${mark()}`, `Lock gate stuck ${mark()}`, `How the crane fell ${mark()}`]
  await page.setViewportSize({ width: 1440, height: 900 })
  await beSignedIn(page, 'EDITOR')
  for (const headline of [first, second]) await publishOn(page, await anArticleOn(page, headline, 'Water.'))
  const { section, readers } = await openFront(page, 1)
  await page.getByRole('button', { name: 'Lay it out by hand' }).click()

  const top = page.getByRole('region', { name: section.name, exact: true })
  const latest = page.getByRole('region', { name: 'Latest', exact: true })
  const panel = page.getByRole('region', { name: 'Articles to choose from' })
  for (const [headline, to] of [
    [first, top],
    [second, latest],
  ] as const) {
    await panel.getByLabel('Find an article by its headline').fill(headline)
    const found = panel.getByRole('listitem').filter({ hasText: headline })
    const card = to.getByRole('listitem').filter({ has: page.getByRole('button', { name: headline, exact: true }) })
    await expect(found).toHaveCount(1)
    await drag(page, found, to.getByRole('listitem').first())
    await expect(card).toBeVisible()
    await expect(found).toContainText('In ')
  }

  await top.getByRole('button', { name: first, exact: true }).click()
  const form = page.getByRole('dialog', { name: 'Edit the card' })
  await form.getByLabel('Headline').fill(own)
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form).toBeHidden()
  await expect(top.getByRole('button', { name: own, exact: true })).toBeVisible()
  await latest.getByRole('button', { name: `Do something with “${second}”` }).click()
  await page.getByRole('menuitem', { name: 'Lock this place' }).click()
  await expect(latest.getByRole('listitem').first()).toContainText('Locked')
  await expect(status(page)).toHaveText('Saved')
  const { violations } = await axeOn(page).include('#content').analyze()
  expect(violations.map(({ id: rule, nodes }) => [rule, nodes.map(({ html }) => html)])).toEqual([])

  expect(await readers()).not.toContain(own)
  await page.getByRole('button', { name: /^Publish \d+ changes?$/ }).click()
  const asked = page.getByRole('dialog', { name: `Publish ${section.name}?` })
  await expect(asked.getByRole('list', { name: 'What changes for readers' })).toContainText('laid out by hand')
  await asked.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(asked).toBeHidden()
  const published = await readers()
  expect(published).toContain(own)
  expect(published.indexOf(own)).toBeLessThan(published.indexOf(second))

  await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await expect(page.getByText('Readers have what they had before')).toBeVisible()
  expect(await readers()).not.toContain(own)
  await expect(top.getByRole('button', { name: own, exact: true })).toBeVisible()
})

test('by keyboard alone a container is added, an article put into it, moved and published', async ({ page }) => {
  test.slow()
  const [headline, title] = [`Tide tables wrong ${mark()}`, `Tides ${mark()}`]
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  await beSignedIn(page, 'EDITOR')
  await publishOn(page, await anArticleOn(page, headline, 'Water.'))
  const { section, readers } = await openFront(page, 2)
  await page.getByRole('button', { name: 'Lay it out by hand' }).focus()
  await press('Enter')

  await page.getByRole('button', { name: 'Add a container at the end' }).focus()
  await press('Enter')
  const form = page.getByRole('dialog', { name: 'Add a container' })
  await form.getByLabel('Title').focus()
  await page.keyboard.type(title)
  await press('Enter')
  await expect(form).toBeHidden()

  await page.getByRole('button', { name: `Add an article to ${title}` }).focus()
  await press('Enter')
  const choosing = page.getByRole('dialog', { name: `Place 1 of ${title}` })
  await expect(choosing.getByLabel('Find an article by its headline')).toBeFocused()
  await page.keyboard.type(headline)
  await expect(choosing.getByRole('listitem')).toHaveCount(1)
  await press('Tab', 'Enter')
  await expect(choosing).toBeHidden()
  const card = page.getByRole('button', { name: headline, exact: true })
  await expect(card).toBeFocused()

  await press('Alt+ArrowDown')
  await expect(announced(page, `“${headline}”: place 2 of 4 in ${title}.`)).toBeAttached()
  await expect(card).toBeFocused()
  await press('Control+z')
  await expect(announced(page, 'Undone.')).toBeAttached()
  await card.focus()
  for (let step = 0; step < 8; step++) {
    await press('Alt+ArrowUp')
    await expect(card).toBeFocused()
  }
  await expect(page.getByRole('region', { name: 'Latest', exact: true })).toContainText(headline)
  await expect(status(page)).toHaveText('Saved')

  await page.getByRole('button', { name: /^Publish \d+ changes?$/ }).focus()
  await press('Enter')
  const asked = page.getByRole('dialog', { name: `Publish ${section.name}?` })
  await asked.getByRole('button', { name: 'Publish', exact: true }).focus()
  await press('Enter')
  await expect(asked).toBeHidden()
  expect(await readers()).toContain(headline)

  await page.getByRole('button', { name: 'More about this front' }).click()
  await page.getByRole('menuitem', { name: 'History' }).click()
  const edition = page.getByRole('listitem', { name: /^Edition / }).filter({ hasText: 'Readers have it' })
  await expect(edition).toContainText(`“${headline}” goes into`)
  await edition.getByRole('button', { name: 'Undo this publication' }).click()
  await page.getByRole('button', { name: 'Give readers the one before' }).click()
  await expect(page.getByText('Readers have what they had before')).toBeVisible()
  expect(await readers()).not.toContain(headline)
})
