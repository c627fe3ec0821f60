import { readFile } from 'node:fs/promises'
import type { Node } from 'prosemirror-model'
import { schema } from '@/lib/document/schema'
import { anArticleOn, publishOn } from '@/tests/support/articles-in-browser'
import { axeOn } from '@/tests/support/axe'
import { expect, type Page, test } from '@/tests/support/browser-test'
import { selectWords } from '@/tests/support/select-words'
import { beSignedIn } from '@/tests/support/sign-in'

const mark = () => crypto.randomUUID().slice(0, 8)
const textOf = (page: Page) => page.getByRole('textbox', { name: 'Article text' })
const signsOf = (page: Page) => textOf(page).getByRole('button', { name: /^No / })
const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Who is quoted?' })

const said = (words: string, noted: object): Node =>
  schema.nodes.paragraph.create(null, [
    schema.text(words, [schema.marks.quote.create(noted)]),
    schema.text(' So it is.'),
  ])

async function isCleanOnAPhone(page: Page, name: string): Promise<void> {
  const size = page.viewportSize() ?? { width: 1280, height: 720 }
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}-wide-${colorScheme}.png` })
    await page.setViewportSize({ width: 390, height: 844 })
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/${name}-phone-${colorScheme}.png`, fullPage: true })
    expect((await axeOn(page).analyze()).violations).toEqual([])
    await page.setViewportSize(size)
  }
  await page.emulateMedia({ colorScheme: 'light' })
}

test('an editor sees at the margin what is not said of a quotation, and says it by keyboard alone', async ({
  page,
}) => {
  test.slow()
  // A name has no digits.
  const name = `Moor${mark().replace(/\d/g, (digit) => 'ghijklmnop'[Number(digit)] ?? '')}`
  await beSignedIn(page, 'EDITOR')
  const id = await anArticleOn(
    page,
    `Quay ${name}`,
    `“We never promised that,” Ines ${name} said. “Nobody ever asked us to,” she said.`,
    'They call it “the old quay” here.',
    `It was a bad winter, Ines ${name} said.`,
  )
  await page.goto(`/desk/articles/${id}`)
  const sign = signsOf(page)
  // One for the paragraph, none for what is a name.
  await expect(sign).toHaveCount(1)
  await expect(sign).toHaveAccessibleName(
    'No name, origin or date: “We never promised that,”. 1 more in this paragraph',
  )
  await expect(textOf(page).locator('p').nth(1)).toHaveText(/^“We never promised that,” Ines/)

  await sign.focus()
  await page.keyboard.press('Enter')
  const dialog = dialogOf(page)
  await expect(dialog.getByLabel('Speaker')).toBeFocused()
  await expect(dialog.getByLabel('Speaker')).toHaveValue(`Ines ${name}`)
  await isCleanOnAPhone(page, 'dialog')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Press')
  await expect(dialog.getByLabel('Origin')).toHaveValue('press-conference')
  await dialog.getByLabel('Said on').fill('2026-03-04')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(sign).toHaveAccessibleName('No name, origin or date: “Nobody ever asked us to,”')
  await expect(textOf(page)).toBeFocused()

  // The same person again: one key and Enter, where from as before.
  await selectWords(page, '“Nobody ever asked us to,”')
  await page.keyboard.press('ControlOrMeta+Shift+s')
  await expect(dialog.getByLabel('Origin')).toHaveValue('press-conference')
  await page.keyboard.press('Enter')
  await expect(sign).toHaveAccessibleName('No date: “Nobody ever asked us to,”')
  await sign.click()
  await dialog.getByRole('button', { name: 'Today' }).click()
  await dialog.getByRole('button', { name: 'Save speaker' }).click()
  await expect(sign).toHaveCount(0)

  // In our own words: a paraphrase.
  await selectWords(page, 'It was a bad winter')
  await page.keyboard.press('ControlOrMeta+Shift+s')
  await expect(dialog.getByRole('radio', { name: 'Paraphrase' })).toBeChecked()
  await page.keyboard.press('Enter')
  await expect(sign).toHaveAccessibleName('No date: It was a bad winter')

  // A sign follows what is typed, and goes with the words.
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('He said: “Not in a hundred years, no”')
  await expect(sign).toHaveCount(2)
  await isCleanOnAPhone(page, 'margin')
  for (let letters = 0; letters < 4; letters += 1) await page.keyboard.press('Backspace')
  await expect(sign).toHaveCount(1)

  await page.reload()
  const list = page.getByRole('list', { name: 'Quotes by speaker' })
  await expect(list).toContainText('Press conference · 4 March 2026')
  await expect(list).toContainText('Paraphrase · Press conference · No date')
})

test('the ledger lists quotes by person with what differs between stories, leads to their places, and goes out as a file', async ({
  page,
}) => {
  test.slow()
  const name = `Vell ${mark()}`
  const noted = { speaker: name, origin: 'interview', saidOn: '2026-03-04' }
  await beSignedIn(page, 'EDITOR')
  const first = await anArticleOn(
    page,
    `First ${name}`,
    'Before.',
    said('“The ferry will never come back to us,”', noted),
  )
  const second = await anArticleOn(
    page,
    `Second ${name}`,
    said('“The ferry will not ever come back to us,”', { speaker: name, origin: 'broadcast' }),
    said('=1+1 is what it costs', { ...noted, form: 'paraphrase' }),
  )
  const path = await publishOn(page, first)

  await page.goto('/desk/claims')
  await page.getByRole('link', { name: 'Quotes', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Quotes', level: 1 })).toBeVisible()
  await page.getByLabel('Speaker').fill(name)
  await page.getByRole('button', { name: 'Show', exact: true }).press('Enter')
  const person = page.getByRole('region', { name })
  await expect(person.getByRole('heading')).toHaveText(`${name}3 quotes`)
  await expect(person.getByRole('listitem')).toHaveCount(3)
  await expect(person.getByRole('listitem').filter({ hasText: 'ferry will never' }).first()).toContainText('Live')
  await expect(person.getByRole('link', { name: `Second ${name}` }).first()).toBeVisible()
  await isCleanOnAPhone(page, 'ledger')

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Export as CSV' }).click()
  const file = await readFile(await (await download).path(), 'utf8')
  expect(file.startsWith('\uFEFFSpeaker,Words,Form,')).toBe(true)
  expect(file).toContain(`${name},'=1+1 is what it costs,Paraphrase,Interview,2026-03-04,Second ${name},2,No,`)
  expect(file.trimEnd().split('\r\n')).toHaveLength(4)

  await page.getByLabel('Missing').selectOption('Date')
  await page.getByRole('button', { name: 'Show', exact: true }).press('Enter')
  await expect(page).toHaveURL(/missing=date/)
  await expect(person.getByRole('listitem')).toHaveCount(1)
  await page.getByRole('link', { name: 'Show everything' }).click()
  await expect(page).toHaveURL(/\/quotes$/)
  await page.getByRole('link', { name: 'Quoted differently' }).click()
  await expect(page).toHaveURL(/show=differing/)
  await page.getByLabel('Speaker').fill(name)
  await page.getByRole('button', { name: 'Show', exact: true }).press('Enter')
  await expect(page).toHaveURL(/who=.*show=differing|show=differing.*who=/)
  await expect(person.getByRole('listitem')).toHaveCount(1)
  await expect(person.locator('ins, del')).not.toHaveCount(0)
  await isCleanOnAPhone(page, 'differing')

  // To its place, where the panel shows the other story beside the words.
  await page.goto(`/desk/claims/quotes?${new URLSearchParams({ who: name, q: 'ferry will never' })}`)
  await person
    .getByRole('link', { name: `First ${name}` })
    .first()
    .click()
  await expect(page).toHaveURL(new RegExp(`/desk/articles/${first}\\?quote=0`))
  await expect
    .poll(() => page.evaluate(() => window.getSelection()?.toString()))
    .toBe('“The ferry will never come back to us,”')
  const list = page.getByRole('list', { name: 'Quotes by speaker' })
  await expect(list.getByRole('link', { name: `Second ${name}` })).toHaveAttribute(
    'href',
    `/desk/articles/${second}?quote=0`,
  )
  await isCleanOnAPhone(page, 'panel')

  // Readers get the words and nothing of the notes; who is signed out gets no file.
  const readers = await (await fetch(`${process.env.E2E_URL}${path}`)).text()
  expect(readers).toContain('The ferry will never come back to us')
  expect(readers).not.toMatch(/interview|2026-03-04/)
  const refused = await fetch(`${process.env.E2E_URL}/api/claims/quotes/export`)
  expect(refused.status).toBe(401)
})
