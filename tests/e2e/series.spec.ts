import { anArticleOn, publishOn } from '@/tests/support/articles-in-browser'
import { expect, type Page, test } from '@/tests/support/browser-test'
import { beSignedIn, signIn } from '@/tests/support/sign-in'

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

/** What an address says to machines. */
async function machineData(path: string): Promise<Record<string, unknown>[]> {
  const html = await (await fetch(url + path)).text()
  const found = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)]
  return found.map(([, json = '']) => JSON.parse(json) as Record<string, unknown>)
}

async function startSeries(page: Page, name: string, headlines: readonly string[]): Promise<void> {
  await page.goto('/desk/series')
  await page.getByRole('button', { name: 'Add a series' }).first().click()
  const form = page.getByRole('dialog', { name: 'New series' })
  await form.getByLabel('Name').fill(name)
  await form.getByRole('button', { name: 'Add the series' }).click()
  await expect(page.getByText('No parts yet')).toBeVisible()
  for (const headline of headlines) await addPart(page, headline)
}

test('machines are told which part an article is, and of which series; former addresses lead on; a deleted series says so', async ({
  page,
}) => {
  test.slow()
  const mark = crypto.randomUUID().slice(0, 8)
  const headlines = [`Lock built ${mark}`, `Lock leaks ${mark}`]
  await beSignedIn(page, 'EDITOR')
  const paths: string[] = []
  for (const headline of headlines) paths.push(await publishOn(page, await anArticleOn(page, headline, 'Water.')))
  await startSeries(page, `Lock ${mark}`, headlines)

  const address = `${url}/series/lock-${mark}`
  const [data] = await machineData(`/series/lock-${mark}`)
  const parts = headlines.map((headline, index) => ({ headline, position: index + 1, url: url + paths[index] }))
  expect(data).toMatchObject({
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'CreativeWorkSeries',
        url: address,
        hasPart: parts.map((part) => ({
          '@type': 'NewsArticle',
          ...part,
          datePublished: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        })),
      },
      {
        '@type': 'ItemList',
        numberOfItems: 2,
        itemListElement: parts.map(({ headline, position, url: at }) => ({
          '@type': 'ListItem',
          position,
          name: headline,
          url: at,
        })),
      },
    ],
  })
  for (const [index, path] of paths.entries()) {
    const article = (await machineData(path)).find((each) => each['@type'] === 'NewsArticle')
    expect(article).toMatchObject({
      isPartOf: { '@type': 'CreativeWorkSeries', name: `Lock ${mark}`, url: address },
      position: index + 1,
    })
  }

  await page.getByRole('button', { name: 'Edit' }).click()
  const form = page.getByRole('dialog', { name: 'Edit' })
  await form.getByLabel('Address').fill(`sluice-${mark}`)
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form).toBeHidden()
  const former = await fetch(address, { redirect: 'manual' })
  expect([former.status, former.headers.get('location')]).toEqual([301, `/series/sluice-${mark}`])

  await page.getByRole('button', { name: 'Delete' }).click()
  const asked = page.getByRole('alertdialog')
  for (const headline of headlines)
    await expect(asked.getByRole('listitem').filter({ hasText: headline })).toBeVisible()
  await expect(asked).toContainText('Its 2 parts stay as they are')
  await asked.getByRole('button', { name: 'Delete' }).click()
  await expect(page).toHaveURL(`${url}/desk/series`)
  await expect(page.getByRole('main')).not.toContainText(mark)
  for (const path of [`/series/lock-${mark}`, `/series/sluice-${mark}`]) {
    const gone = await fetch(url + path, { redirect: 'manual' })
    expect(gone.status).toBe(410)
    expect(await gone.text()).toContain('The series that was here has ended')
  }
  for (const path of paths) {
    expect(await (await fetch(url + path)).text()).not.toContain('isPartOf')
    expect((await fetch(url + path)).status).toBe(200)
  }
})

test('of two who edit a series at once the second sees both values, and nothing that they typed is lost', async ({
  page,
  browser,
}) => {
  const mark = crypto.randomUUID().slice(0, 8)
  await beSignedIn(page, 'EDITOR')
  await startSeries(page, `Quay ${mark}`, [])
  await page.getByRole('button', { name: 'Edit' }).click()
  const mine = page.getByRole('dialog', { name: 'Edit' })
  await mine.getByLabel('Name').fill(`My quay ${mark}`)
  await mine.getByLabel('Description').fill('Mine.')

  const other = await (await browser.newContext()).newPage()
  await beSignedIn(other, 'ADMINISTRATOR')
  await other.goto(page.url())
  await other.getByRole('button', { name: 'Edit' }).click()
  const theirs = other.getByRole('dialog', { name: 'Edit' })
  await theirs.getByLabel('Name').fill(`Their quay ${mark}`)
  await theirs.getByLabel('Address').fill(`their-quay-${mark}`)
  await theirs.getByRole('button', { name: 'Save' }).click()
  await expect(theirs).toBeHidden()

  await mine.getByRole('button', { name: 'Save' }).click()
  const clash = mine.getByRole('alert')
  await expect(clash).toContainText('changed this meanwhile')
  await expect(clash).toContainText('Taken over: Address.')
  for (const name of [`My quay ${mark}`, `Their quay ${mark}`]) await expect(clash).toContainText(name)
  await expect(mine.getByLabel('Address')).toHaveValue(`their-quay-${mark}`)
  await expect(mine.getByLabel('Description')).toHaveValue('Mine.')
  await expect(mine.getByRole('button', { name: 'Save' })).toBeDisabled()
  await clash.getByRole('button', { name: 'Keep mine' }).click()
  await mine.getByRole('button', { name: 'Save' }).click()
  await expect(mine).toBeHidden()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`My quay ${mark}`)
  await expect(page.getByText('Mine.')).toBeVisible()
})
