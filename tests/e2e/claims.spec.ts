import { anArticleOn, publishOn } from '@/tests/support/articles-in-browser'
import { axeOn } from '@/tests/support/axe'
import { expect, type Page, test } from '@/tests/support/browser-test'
import { seedArticle } from '@/tests/support/seed-article'
import { selectWords } from '@/tests/support/select-words'
import { beSignedIn } from '@/tests/support/sign-in'

const mark = () => crypto.randomUUID().slice(0, 8)

/** Marks selected words as the editor guesses. @returns how many actions that took after the words were selected */
async function markWords(page: Page, words: string): Promise<number> {
  await selectWords(page, words)
  let actions = 0
  const act = async (keys: string) => {
    actions += 1
    await page.keyboard.press(keys)
  }
  await act('ControlOrMeta+Alt+a')
  const dialog = page.getByRole('dialog', { name: 'Who says so?' })
  await expect(dialog.getByRole('button', { name: /^Mark the/ })).toBeFocused()
  await act('Enter')
  await expect(dialog).toBeHidden()
  return actions
}

/** What of a text its three claims are: the real page's, or those of the one that stands in for it. */
const CLAIMS = [
  /\S+ claiming .*proposal|(?<=Mr )\S+ says that .*tender/,
  /“No[^”"]*["”]/,
  /“\S+ (?:\S+ )?told me .*?["”]$/,
]

test('a reporter marks the three claims of a story with two actions each, and its headline raises the check', async ({
  page,
}) => {
  test.slow()
  const seed = seedArticle()
  const headline = seed.headline.replace(/, rival says$/, '')
  const paragraphs = seed.blocks.flatMap((block) => ('text' in block ? [block.text] : []))
  await beSignedIn(page, 'REPORTER')
  const id = await anArticleOn(page, headline, ...paragraphs)
  await page.goto(`/desk/articles/${id}`)
  await expect(page.getByRole('textbox', { name: 'Article text' })).toContainText(paragraphs.at(-1) ?? '')
  for (const claim of CLAIMS) {
    const [words = ''] = paragraphs.flatMap((text) => claim.exec(text)?.[0] ?? [])
    expect(await markWords(page, words)).toBeLessThanOrEqual(2)
  }

  await page.getByRole('tab', { name: 'Claims' }).click()
  const claims = page.getByRole('list', { name: 'Claims' })
  await expect(claims.getByText('denied, repeated', { exact: true })).toBeVisible()
  const told = claims.getByRole('list', { name: 'What was said' }).getByRole('listitem')
  await expect(told).toHaveText([/said so/, /denied it/, /said so again/])
  await expect(claims.getByText('no longer in the text')).toHaveCount(0)

  const check = async () => {
    const answer = await page.request.get(`/api/documents/${id}/issues`)
    const { issues } = (await answer.json()) as {
      issues: { code: string; field: string; message: string; severity: string }[]
    }
    return issues.filter(({ code, field }) => code === 'states-claim' && field === 'headline')
  }
  await expect
    .poll(check)
    .toEqual([expect.objectContaining({ severity: 'override', message: expect.stringContaining('denied, repeated') })])
  const speaker = /(\S+) said so/.exec((await told.first().textContent()) ?? '')?.[1] ?? ''
  const text = page.getByRole('textbox', { name: 'Article text' })
  await selectWords(page, headline)
  // The editor may set its selection again just after it was given: a key that comes in between is pressed once more.
  await expect(async () => {
    await page.keyboard.press('ControlOrMeta+Home')
    await page.waitForTimeout(150)
    expect(await page.evaluate(() => window.getSelection()?.isCollapsed)).toBe(true)
  }).toPass()
  await page.keyboard.type(`${speaker} says `)
  await expect(text.locator('h1')).toHaveText(`${speaker} says ${headline}`)
  await expect.poll(check).toEqual([])

  // What is marked is nobody's but the newsroom's.
  await page.reload()
  await page.getByRole('tab', { name: 'Claims' }).click()
  await expect(claims.getByText('denied, repeated', { exact: true })).toBeVisible()
  await expect(text.locator('[data-claim]')).toHaveCount(3)
})

test('a claim is denied in one story, and the other is told; words that go leave the claim behind', async ({
  browser,
}) => {
  test.slow()
  const page = await (await browser.newContext()).newPage()
  await beSignedIn(page, 'EDITOR')
  const river = `Welland${mark()}`
  const statement = `the ${river} bridge was sold below its price`
  const first = await anArticleOn(page, `Council meets over ${river}`, `Ines Moor said that ${statement}.`)
  await page.goto(`/desk/articles/${first}`)
  await markWords(page, statement)
  await expect(page.getByRole('status', { name: 'Save status' })).toHaveText(/^Saved \d/)
  const path = await publishOn(page, first)
  const readers = await (await page.request.get(path)).text()
  expect(readers).toContain(statement)
  expect(readers).not.toContain('data-claim')
  expect(readers).not.toContain('claimed')

  // A banner cannot be called back: it does not say as a fact what somebody only says.
  await page.getByRole('tab', { name: 'Workflow' }).click()
  await page.getByRole('button', { name: 'Breaking…' }).click()
  const breaking = page.getByRole('dialog', { name: 'Call this breaking news?' })
  await breaking.getByLabel('The banner says').fill(statement)
  await breaking.getByRole('button', { name: 'Put it on every page' }).click()
  await expect(breaking.getByText(/The banner states as fact what Ines Moor says/)).toBeVisible()
  await breaking.getByLabel('Reason').fill('short')
  await breaking.getByRole('button', { name: 'Put it on every page' }).click()
  await expect(breaking.getByText('Say why in 10 to 500 characters.')).toBeVisible()
  await expect(breaking.getByLabel('The banner says')).toHaveValue(statement)
  await breaking.getByRole('button', { name: 'Cancel' }).click()

  const second = await anArticleOn(
    page,
    `Council answers ${river}`,
    `Tom Arden denied that the ${river} bridge was sold below price.`,
  )
  await page.goto(`/desk/articles/${second}`)
  await selectWords(page, `the ${river} bridge was sold below price`)
  await page.keyboard.press('ControlOrMeta+Alt+a')
  const dialog = page.getByRole('dialog', { name: 'Who says so?' })
  await expect(dialog.getByRole('combobox', { name: 'Who' })).toHaveValue('Tom Arden')
  // The earlier claim is proposed, so that the register does not fill with doubles.
  await dialog.getByRole('radio', { name: new RegExp(statement) }).check()
  await dialog.getByLabel('Does what').selectOption('Denies it')
  expect((await axeOn(page).include('[role=dialog]').analyze()).violations.map(({ id }) => id)).toEqual([])
  await dialog.getByRole('button', { name: 'Mark the words' }).click()
  await expect(dialog).toBeHidden()
  await page.getByRole('tab', { name: 'Claims' }).click()
  await expect(page.getByRole('list', { name: 'Claims' }).getByText('denied', { exact: true })).toBeVisible()
  await expect(page.getByText('and in one other story')).toBeVisible()

  await page.goto(`/desk/articles/${first}`)
  await page.getByRole('tab', { name: /Claims/ }).click()
  const changed = page.getByRole('region', { name: 'Changed since it was written' })
  await expect(changed).toContainText('was asserted and is now denied')
  // Its desk's list says so, too.
  await page.goto('/desk/articles?look=links')
  const row = page.getByRole('row').filter({ hasText: `Council meets over ${river}` })
  await expect(row).toContainText(`“${statement}” is now denied`)
  await page.goto(`/desk/articles/${first}`)
  await page.getByRole('tab', { name: /Claims/ }).click()
  // Without its denial the story is held back now.
  const issues = (await (await page.request.get(`/api/documents/${first}/issues`)).json()) as {
    issues: { code: string }[]
  }
  expect(issues.issues.map(({ code }) => code)).toEqual(expect.arrayContaining(['no-denial', 'claim-changed']))
  await changed.getByRole('button', { name: 'Fine as it stands' }).click()
  await expect(changed).toBeHidden()

  // Copied into another story, the words go on telling of their claim.
  await selectWords(page, statement)
  await page.keyboard.press('ControlOrMeta+c')
  const third = await anArticleOn(page, `Copied ${river}`, 'It was reported before: here.')
  await page.goto(`/desk/articles/${third}`)
  await selectWords(page, 'here')
  await page.keyboard.press('ControlOrMeta+v')
  await expect(page.getByRole('textbox', { name: 'Article text' }).locator('[data-claim]')).toHaveText(statement)
  await expect(page.getByRole('status', { name: 'Save status' })).toHaveText(/^Saved \d/)
  await page.getByRole('tab', { name: /Claims/ }).click()
  await expect(page.getByText('and in 2 other stories')).toBeVisible()
  await page.goto(`/desk/articles/${first}`)
  await page.getByRole('tab', { name: /Claims/ }).click()

  await selectWords(page, statement)
  await page.keyboard.press('Delete')
  await expect(page.getByText('Its words are no longer in the text.')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.getByText('Its words are no longer in the text.')).toBeHidden()
})

test('on a phone a claim is marked with the thumb, and nothing is wider than the screen', async ({ page }) => {
  test.slow()
  await page.setViewportSize({ width: 390, height: 844 })
  await beSignedIn(page, 'REPORTER')
  const words = `the ${mark()} quay is unsafe`
  const id = await anArticleOn(page, 'Quay', `Nobody knows whether ${words}.`)
  await page.goto(`/desk/articles/${id}`)
  await selectWords(page, words)
  await page.getByRole('toolbar', { name: 'Formatting' }).getByRole('button', { name: 'Claim' }).click()
  const dialog = page.getByRole('dialog', { name: 'Who says so?' })
  await dialog.getByRole('button', { name: 'Mark the claim' }).click()
  await expect(dialog.getByRole('alert')).toHaveText('Say who says so.')
  const who = dialog.getByRole('combobox', { name: 'Who' })
  await who.fill(`Harbour Board ${words}`)
  await page.getByRole('option', { name: 'new on the register' }).click()
  await expect(dialog.getByRole('checkbox', { name: /is an organisation/ })).toBeChecked()
  await dialog.getByText('When, where, how we know, evidence').click()
  await dialog.getByLabel('Evidence').fill('javascript:alert(1)')
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await dialog.getByRole('button', { name: 'Mark the claim' }).click()
  await expect(dialog.getByRole('alert')).toContainText('https://')
  await dialog.getByLabel('Evidence').fill('https://example.org/survey.pdf')
  await dialog.getByLabel('How we know').selectOption('Document')
  // What the newsroom knows it from is a code name, which the claim shows as a stamp alone.
  await dialog.getByLabel('Source').selectOption('Second letter of The Long Anchor')
  await dialog.getByRole('button', { name: 'Mark the claim' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('textbox', { name: 'Article text' }).locator('[data-claim]')).toHaveText(words)
  const { claims } = await (await page.request.get(`/api/documents/${id}/claims`)).json()
  await page.goto(`/desk/claims/${claims[0].id}`)
  await expect(page.getByText('documents seen').first()).toBeVisible()
  await expect(page.getByText('The Long Anchor')).toHaveCount(0)
})
