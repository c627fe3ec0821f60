import { anArticleOn, publishOn } from '@/tests/support/articles-in-browser'
import { axeOn } from '@/tests/support/axe'
import { type Browser, expect, type Page, test } from '@/tests/support/browser-test'
import { newMark } from '@/tests/support/canaries/asking'
import { showClaimsOn, tellOn } from '@/tests/support/canaries/place-claims'
import { Placing } from '@/tests/support/canaries/placing'
import { beSignedIn } from '@/tests/support/sign-in'

/** A reader with a phone and without scripts. */
async function aReader(browser: Browser): Promise<Page> {
  return (await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } })).newPage()
}

async function headingsAreInOrder(page: Page): Promise<void> {
  const levels = await page
    .locator('h1, h2, h3, h4, h5, h6')
    .evaluateAll((all) => all.map(({ tagName }) => Number(tagName.slice(1))))
  expect(levels.filter((level) => level === 1)).toHaveLength(1)
  for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1)
}

async function dataOf(page: Page): Promise<Record<string, unknown>[]> {
  const scripts = await page.locator('script[type="application/ld+json"]').allTextContents()
  return scripts.flatMap((text) => (JSON.parse(text)['@graph'] as Record<string, unknown>[] | undefined) ?? [])
}

async function shots(page: Page, name: string): Promise<void> {
  if (!process.env.SHOTS) return
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 844 })
      await page.emulateMedia({ colorScheme })
      await page.screenshot({ path: `${process.env.SHOTS}/${name}-${width}-${colorScheme}.png`, fullPage: true })
    }
  await page.emulateMedia({ media: 'print', colorScheme: 'light' })
  await page.screenshot({ path: `${process.env.SHOTS}/${name}-print.png`, fullPage: true })
  await page.emulateMedia({ media: 'screen' })
  await page.setViewportSize({ width: 390, height: 844 })
}

test('an editor switches it on, and a reader without scripts sees who says what, until the story goes', async ({
  page,
  browser,
}) => {
  test.slow()
  const mark = newMark()
  const placing = await Placing.begin(page, mark)
  const words = `the ${mark} lighthouse was sold below its price`
  const headline = `A long evening ${crypto.randomUUID()}`
  const id = await anArticleOn(page, headline, 'It was a long evening at the town hall.')
  const claimId = await tellOn(placing, id, {
    ...{ words, kind: 'ASSERTED', speaker: 'Ines Moor', claimId: null },
    evidence: 'https://moor.example/letter',
  })
  await tellOn(placing, id, { words: `He denies it ${mark}`, kind: 'DENIED', speaker: 'Tom Arden', claimId })

  await page.goto(`/desk/articles/${id}`)
  await page.getByRole('tab', { name: /Claims/ }).click()
  const box = page.getByRole('checkbox', { name: 'Tell readers who says what' })
  await box.press('Space')
  await expect(page.getByText('Readers will be told who says what')).toBeVisible()
  await page.reload()
  await page.getByRole('tab', { name: /Claims/ }).click()
  await expect(box).toBeChecked()
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/switch.png` })
  const path = await publishOn(page, id)
  const draft = await anArticleOn(page, `Draft ${mark}`, 'Nobody may read this yet.')
  await tellOn(placing, draft, { words: `canary ${mark}`, kind: 'CONFIRMED', speaker: 'Canary Hall', claimId })

  const reader = await aReader(browser)
  await reader.goto(path)
  const told = reader.getByRole('region', { name: 'Who says what' })
  await expect(told.getByRole('list').first()).toBeVisible()
  await expect(told.getByRole('listitem').filter({ hasText: /^Ines Moor said so/ })).toHaveCount(1)
  await expect(told.getByRole('listitem').filter({ hasText: /^Tom Arden denied it/ })).toHaveCount(1)
  await expect(told.getByText('Denied', { exact: true })).toBeVisible()
  await expect(told.getByRole('link', { name: /^Evidence/ })).toHaveAttribute('href', 'https://moor.example/letter')
  expect(await reader.content()).not.toContain('canary')
  expect(await reader.content()).not.toContain('Canary Hall')
  await headingsAreInOrder(reader)
  expect((await reader.locator('html').boundingBox())?.width).toBe(390)
  const statement = words.replace('the', 'The')
  expect(await dataOf(reader)).toEqual([expect.objectContaining({ '@type': 'Claim', text: statement })])
  await shots(reader, 'box')

  await told.getByRole('link', { name: statement }).click()
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText(statement)
  const claimPath = new URL(reader.url()).pathname
  await headingsAreInOrder(reader)
  await expect(reader.locator('link[rel=canonical]')).toHaveAttribute('href', new RegExp(`${claimPath}$`))
  await expect(reader.locator('meta[name=description]')).toHaveAttribute('content', /^Ines Moor says so\. Denied\./)
  await expect(reader.getByRole('link', { name: headline })).toHaveCount(2)
  expect(await reader.content()).not.toContain('canary')
  await shots(reader, 'page')
  const scripted = await (await browser.newContext()).newPage()
  for (const each of [path, claimPath]) {
    await scripted.goto(each)
    expect((await axeOn(scripted).analyze()).violations).toEqual([])
    for (const width of [320, 390]) {
      await scripted.setViewportSize({ width, height: 800 })
      await expect.poll(() => scripted.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    }
  }

  await placing.post(id, 'unpublish', { reason: 'Under review.' })
  expect((await page.request.get(claimPath)).status()).toBe(404)
  expect((await page.request.get(path)).status()).toBe(410)
})

test('an editor puts down what we found, a denial for readers, and words for them; a reporter may not', async ({
  page,
  browser,
}) => {
  test.slow()
  const mark = newMark()
  const placing = await Placing.begin(page, mark)
  const id = await anArticleOn(page, `A dry summer ${crypto.randomUUID()}`, 'It has not rained.')
  const words = `the ${mark} well is dry`
  const claimId = await tellOn(placing, id, { words, kind: 'ASSERTED', speaker: 'Ines Moor', claimId: null })
  await showClaimsOn(page, id)
  const path = await publishOn(page, id)
  const why = await publishOn(page, await anArticleOn(page, `We looked into the well ${mark}`, 'It holds water.'))

  await page.goto(`/desk/claims/${claimId}`)
  await expect(page.getByRole('link', { name: 'a page of it' })).toHaveAttribute('href', /^\/claims\/the-/)
  await page.getByRole('button', { name: 'Put down what we found' }).press('Enter')
  const found = page.getByRole('dialog', { name: 'What we found' })
  await found.getByLabel('The claim is').selectOption('False')
  await found.getByLabel('In a sentence').fill('It holds nine metres of water.')
  await found.getByLabel('Explained in').fill('https://else.example/why')
  await found.getByRole('button', { name: 'Save' }).click()
  await expect(found.getByText('This is no address of an article of ours.')).toBeVisible()
  await expect(found.getByLabel('In a sentence')).toHaveValue('It holds nine metres of water.')
  await found.getByLabel('Explained in').fill(why)
  await found.getByRole('button', { name: 'Save' }).click()
  await expect(found).toBeHidden()
  await page.getByRole('button', { name: 'Put down what happened' }).click()
  const event = page.getByRole('dialog', { name: 'What happened to this claim' })
  await event.getByLabel('Who', { exact: true }).fill(`Harbour ${mark}`)
  await page.getByRole('option', { name: `Add “Harbour ${mark}”` }).click()
  await event.getByLabel('When').fill('2026-11-20T09:30')
  await event.getByRole('checkbox', { name: 'Tell readers, too' }).check()
  await event.getByRole('button', { name: 'Put down' }).click()
  await expect(event).toBeHidden()
  await page.getByRole('button', { name: 'Correct the statement' }).click()
  const stated = page.getByRole('dialog', { name: 'Correct the statement' })
  await stated.getByLabel('Statement').fill(`The well of ${mark} has run dry`)
  await stated.getByRole('checkbox', { name: 'Readers may have it in these words' }).check()
  await stated.getByRole('button', { name: 'Save' }).click()
  await expect(stated).toBeHidden()
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/desk.png`, fullPage: true })

  const reader = await aReader(browser)
  await reader.goto(path)
  const told = reader.getByRole('region', { name: 'Who says what' })
  await expect(told).toContainText('We looked into it: False. It holds nine metres of water.')
  await expect(told).toContainText(`Harbour ${mark} denied it, 20 November 2026.`)
  await expect(told.getByRole('link', { name: `We looked into the well ${mark}` })).toHaveAttribute('href', why)
  expect((await dataOf(reader)).map((each) => each['@type'])).toEqual(['Claim', 'ClaimReview'])
  await shots(reader, 'reviewed')
  // The address follows the statement, and the former one leads there.
  const moved = await page.request.get(`/claims/the-${mark}-well-is-dry`, { maxRedirects: 0 })
  expect([moved.status(), moved.headers().location]).toEqual([301, `/claims/the-well-of-${mark}-has-run-dry`])

  const reporter = await (await browser.newContext()).newPage()
  await beSignedIn(reporter, 'REPORTER')
  await reporter.goto(`/desk/claims/${claimId}`)
  await expect(reporter.getByText('We looked into it: False.')).toBeVisible()
  await expect(reporter.getByRole('button', { name: 'Edit what we found' })).toHaveCount(0)
  await expect(reporter.getByRole('button', { name: 'Correct the statement' })).toHaveCount(0)
  await reporter.getByRole('button', { name: 'Put down what happened' }).click()
  await expect(reporter.getByRole('checkbox', { name: 'Tell readers, too' })).toHaveCount(0)
})
