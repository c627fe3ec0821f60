import { anArticleOn, publishOn } from '@/tests/support/articles-in-browser'
import { axeOn } from '@/tests/support/axe'
import { type Browser, expect, type Page, test } from '@/tests/support/browser-test'
import { beSignedIn } from '@/tests/support/sign-in'

const url = process.env.E2E_URL ?? ''
const mark = () => crypto.randomUUID().slice(0, 8)
const textOf = (page: Page) => page.getByRole('textbox', { name: 'Article text' })
const signOf = (page: Page) => textOf(page).getByRole('button', { name: 'question from a reader' })

const WORDS = [
  'The harbour board met on Tuesday evening in the old customs house.',
  'It voted nine to two to close the swing bridge for repairs.',
  'Traders on the north quay said that nobody had asked them.',
  'Ferries will run every twenty minutes until the work is done.',
  'The bridge was built in 1911 and last repaired in 1987.',
]

/** A reader with a phone and without scripts. */
async function aReader(browser: Browser): Promise<Page> {
  return (await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } })).newPage()
}

/** Wide and narrow, light and dark: nothing is wrong for axe, and nothing wider than the screen. */
async function isClean(page: Page, name: string): Promise<void> {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      if (process.env.SHOTS) {
        const path = `${process.env.SHOTS}/${name}-${width}-${colorScheme}.png`
        await page.screenshot({ path, fullPage: true })
      }
      // A dialog has moved to its place by then.
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
      const { violations } = await axeOn(page).analyze()
      expect(violations, `${name} ${width} ${colorScheme}`).toEqual([])
    }
  }
  await page.emulateMedia({ colorScheme: 'light' })
}

test('a reader without scripts questions paragraph 4; the editor finds it there under a new paragraph, and answers by mail', async ({
  page,
  browser,
}) => {
  test.slow()
  const headline = `Bridge closes ${mark()}`
  await beSignedIn(page, 'EDITOR')
  const id = await anArticleOn(page, headline, ...WORDS)
  const path = await publishOn(page, id)

  const reader = await aReader(browser)
  await reader.goto(path)
  await expect(reader.getByRole('link', { name: /^Question paragraph/ })).toHaveCount(WORDS.length)
  // The words of the article are its own.
  await expect(reader.locator('.article-body > p').nth(3)).toHaveText(WORDS[3] ?? '')
  const link = reader.getByRole('link', { name: 'Question paragraph 4' })
  await link.focus()
  await expect(link).toHaveCSS('opacity', '1')
  await reader.keyboard.press('Enter')
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Is something wrong in this paragraph?')
  await expect(reader.getByText(WORDS[3] ?? '', { exact: true })).toBeVisible()
  await expect(reader.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex')

  // Typed wrong, it comes back with a sentence and what was typed.
  const said = `The ferries run every thirty minutes ${mark()}`
  const mail = `${mark()}@reader.example`
  await reader.getByLabel('What is wrong?').fill(said)
  await reader.getByLabel('Where could we check that?').fill('nonsense')
  await reader.getByLabel('Your e-mail address').fill(mail)
  await reader.getByRole('button', { name: 'Send to the newsroom' }).click()
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Your report was not sent')
  await expect(reader.getByText('This is not the address of a page.')).toBeVisible()
  await expect(reader.getByLabel('What is wrong?')).toHaveValue(said)
  await reader.getByLabel('Where could we check that?').fill('https://ferries.example/timetable')
  await reader.getByRole('button', { name: 'Send to the newsroom' }).click()
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Thank you')
  await reader.getByRole('link', { name: headline }).click()
  await expect(reader).toHaveURL(new RegExp(`${path}$`))
  expect(await reader.content()).not.toContain(said)

  // In the editor it stands at that paragraph, also when there is another one above, and after the page was opened again.
  await page.goto(`/desk/articles/${id}`)
  const sign = signOf(page)
  await expect(sign).toHaveAccessibleName('1 question from a reader')
  const questioned = textOf(page)
    .locator('p')
    .filter({ has: page.locator('.report-sign') })
  await expect(questioned).toHaveText(WORDS[3] ?? '')
  await textOf(page)
    .locator('p')
    .filter({ hasText: WORDS[0] ?? '' })
    .click()
  await page.keyboard.press('Home')
  await page.keyboard.type('A new beginning.')
  await page.keyboard.press('Enter')
  await expect(questioned).toHaveText(WORDS[3] ?? '')
  await questioned.click()
  await page.keyboard.press('End')
  await page.keyboard.type(' So they say.')
  await expect(questioned).toHaveText(`${WORDS[3]} So they say.`)
  await expect(page.getByRole('status', { name: 'Save status' })).toHaveText(/^Saved/)
  await page.reload()
  await expect(questioned).toHaveText(`${WORDS[3]} So they say.`)
  await sign.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'A reader questions this' })
  await expect(dialog.getByText(said)).toBeVisible()
  await isClean(page, 'editor')
  await dialog.getByRole('link', { name: 'Answer in the list of reports' }).click()

  // On the desk it is answered, the whole mail seen first.
  const report = page.getByRole('list', { name: 'Reports' }).getByRole('listitem').filter({ hasText: said })
  await expect(report.getByText('New', { exact: true })).toBeVisible()
  await expect(report.getByRole('link', { name: 'https://ferries.example/timetable' })).toBeVisible()
  expect(await page.content()).not.toContain(mail)
  await isClean(page, 'desk')
  await report.getByRole('button', { name: 'Mark as looked at' }).click()
  await expect(report.getByText('Looked at', { exact: true })).toBeVisible()
  await report.getByRole('button', { name: 'Corrected' }).click()
  await expect(page.getByText('Publish the correction first.')).toBeVisible()
  await report.getByRole('button', { name: 'Answer' }).click()
  const answer = page.getByRole('dialog')
  await answer.getByLabel('Your answer').fill('You are right. We have put it right.')
  await answer.getByRole('button', { name: 'Show the mail' }).click()
  await expect(answer.getByRole('region', { name: 'The mail' })).toContainText(WORDS[3] ?? '')
  await isClean(page, 'answer')
  await answer.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByText('Answered. The mail is on its way.')).toBeVisible()
  await expect(report).toBeHidden()

  await publishOn(page, id)
  await page.goto(`/desk/reports?article=${id}&state=ANSWERED`)
  await report.getByRole('button', { name: 'Corrected' }).click()
  await expect(page.getByText('Marked as corrected.')).toBeVisible()
  await page.goto(`/desk/reports?article=${id}&state=CORRECTED`)
  await expect(report.getByRole('link', { name: 'edition 2' })).toHaveAttribute(
    'href',
    `/desk/articles/${id}/editions/2`,
  )
  await report.getByRole('link', { name: 'Go to the words' }).click()
  await expect(page.getByText('These words have changed since the reader had them.')).toBeVisible()
  expect(await page.evaluate(() => getSelection()?.toString())).toContain('Ferries will run')

  const administrator = await (await browser.newContext()).newPage()
  await beSignedIn(administrator, 'ADMINISTRATOR')
  await administrator.goto('/admin/mail')
  await administrator.getByRole('link', { name: new RegExp(`about “${headline}”`) }).click()
  await expect(administrator.getByText('You are right. We have put it right.').first()).toBeVisible()
  await expect(administrator.getByText(mail).first()).toBeVisible()
})

test('readers can question and read in peace on every screen', async ({ page, browser }) => {
  test.slow()
  await beSignedIn(page, 'EDITOR')
  const path = await publishOn(page, await anArticleOn(page, `Quiet signs ${mark()}`, ...WORDS))
  const reader = await (await browser.newContext()).newPage()
  await reader.goto(path)
  await isClean(reader, 'article')
  await reader.setViewportSize({ width: 1280, height: 844 })
  const link = reader.getByRole('link', { name: 'Question paragraph 2' })
  await expect(link).toHaveCSS('opacity', '0')
  await reader.locator('.article-body > p').nth(1).hover()
  await expect(link).toHaveCSS('opacity', '1')
  await link.hover()
  if (process.env.SHOTS) await reader.screenshot({ path: `${process.env.SHOTS}/article-hover.png` })
  await reader.emulateMedia({ media: 'print' })
  await expect(link).toBeHidden()
  await reader.emulateMedia({ media: 'screen' })
  await link.click()
  const heading = reader.getByRole('heading', { level: 1 })
  await expect(heading).not.toContainText('Quiet signs')
  await isClean(reader, 'question')
  await reader.getByLabel('What is wrong?').fill('           ')
  await reader.getByRole('button', { name: 'Send to the newsroom' }).click()
  await expect(heading).toHaveText('Your report was not sent')
  await isClean(reader, 'not-sent')
  await reader.getByLabel('What is wrong?').fill('It was eight to three.')
  await reader.getByRole('button', { name: 'Send to the newsroom' }).click()
  await expect(heading).toHaveText('Thank you')
  await isClean(reader, 'thanks')

  // On a screen that is touched the signs are always there.
  const touched = await (
    await browser.newContext({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } })
  ).newPage()
  await touched.goto(path)
  await expect(touched.getByRole('link', { name: 'Question paragraph 2' })).toHaveCSS('opacity', '1')
  if (process.env.SHOTS) await touched.screenshot({ path: `${process.env.SHOTS}/article-touch.png` })
})

test('a lawyer has no list of reports, and a dismissed report says why', async ({ page, browser }) => {
  await beSignedIn(page, 'LAWYER')
  expect((await page.goto('/desk/reports'))?.status()).toBe(404)
  await beSignedIn(page, 'EDITOR')
  const id = await anArticleOn(page, `Dismissed ${mark()}`, ...WORDS)
  const path = await publishOn(page, id)
  const reader = await aReader(browser)
  await reader.goto(path)
  await reader.getByRole('link', { name: 'Question paragraph 1', exact: true }).press('Enter')
  await reader.getByLabel('What is wrong?').fill('I do not like the <b>tone</b>.')
  await reader.getByRole('button', { name: 'Send to the newsroom' }).click()
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Thank you')

  await page.goto(`/desk/reports?article=${id}`)
  const report = page.getByRole('list', { name: 'Reports' }).getByRole('listitem')
  await expect(report.getByText('I do not like the <b>tone</b>.')).toBeVisible()
  await report.getByRole('button', { name: 'Dismiss' }).press('Enter')
  await page.getByLabel('Why is there nothing to put right?').fill('A matter of taste.')
  await page.getByRole('dialog').getByRole('button', { name: 'Dismiss' }).press('Enter')
  await expect(page.getByText('No such reports')).toBeVisible()
  await page.goto(`/desk/reports?article=${id}&state=DISMISSED`)
  await expect(report.getByText('Why: A matter of taste.')).toBeVisible()
})

test('the address of a question is for people, not for crawlers, and there is none for what readers do not have', async ({
  page,
}) => {
  await beSignedIn(page, 'EDITOR')
  const draft = await anArticleOn(page, `Draft ${mark()}`, ...WORDS)
  const open = await anArticleOn(page, `Open ${mark()}`, ...WORDS)
  await publishOn(page, open)
  const statusOf = async (path: string) => (await fetch(url + path, { redirect: 'manual' })).status
  expect(await (await fetch(`${url}/robots.txt`)).text()).toContain('Disallow: /question/')
  for (const paragraph of ['1', '5']) expect(await statusOf(`/question/${open}/${paragraph}`)).toBe(200)
  for (const paragraph of ['0', '6', '01', '1e3', '-1', 'x'])
    expect(await statusOf(`/question/${open}/${paragraph}`)).toBe(404)
  for (const id of [draft, crypto.randomUUID(), 'x']) expect(await statusOf(`/question/${id}/1`)).toBe(404)
  // A parameter makes no other page.
  const one = await (await fetch(`${url}/question/${open}/1`)).text()
  expect(await (await fetch(`${url}/question/${open}/1?p=2&utm=x`)).text()).toBe(one)
  expect((await page.request.post(`/question/${open}/1`)).status()).toBe(405)
})
