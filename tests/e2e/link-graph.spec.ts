import { anArticleOn, publishOn } from '@/tests/support/articles-in-browser'
import { axeOn } from '@/tests/support/axe'
import { expect, type Page, test } from '@/tests/support/browser-test'
import { linked, readMore } from '@/tests/support/documents'
import { nudgeJob } from '@/tests/support/server-database'
import { beSignedIn } from '@/tests/support/sign-in'

function someName(): string {
  return crypto.randomUUID().slice(0, 8)
}

async function open(page: Page, id: string): Promise<void> {
  await page.goto(`/desk/articles/${id}`)
  await expect(page.getByRole('textbox', { name: 'Article text' })).toBeVisible()
}

async function selectLine(page: Page, words: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Article text' }).getByText(words).click()
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+End')
}

async function openLinks(page: Page): Promise<void> {
  await page.getByRole('tab', { name: /^Links/ }).click()
}

async function startUnpublishing(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Unpublish…' }).press('Enter')
}

test('unpublishing tells what links here, and lets all of it lead elsewhere in the same go', async ({ page }) => {
  await beSignedIn(page, 'EDITOR')
  const [gone, other, pointing] = [`Ferry ${someName()}`, `Harbour ${someName()}`, `Pointing ${someName()}`]
  const target = await anArticleOn(page, gone)
  await publishOn(page, target)
  const next = await anArticleOn(page, other)
  const otherPath = await publishOn(page, next)
  const from = await anArticleOn(page, pointing, linked('the vote', { articleId: target }), readMore(target))
  const path = await publishOn(page, from)
  expect(await (await page.request.get(path)).text()).toContain(gone)

  await open(page, target)
  await startUnpublishing(page)
  const dialog = page.getByRole('dialog', { name: 'Unpublish this article?' })
  await expect(dialog.getByRole('heading', { name: '1 article links here, 1 of them public' })).toBeVisible()
  await expect(dialog.getByRole('link', { name: pointing })).toBeVisible()
  await expect(dialog.getByText('See the vote for more.')).toBeVisible()
  await expect(dialog.getByText('A READ MORE card')).toBeVisible()
  const axe = await axeOn(page).include('[role="dialog"]').analyze()
  expect(axe.violations.map(({ id }) => id)).toEqual([])

  await dialog.getByLabel('Reason for readers').fill('A source asked us.')
  await dialog.getByRole('radio', { name: /another article/ }).check()
  await dialog.getByRole('button', { name: 'Unpublish' }).click()
  await expect(dialog.getByRole('alert')).toHaveText('Choose the article that the links shall lead to.')
  await dialog.getByRole('combobox').fill(other)
  await page.getByRole('option', { name: new RegExp(other) }).click()
  await dialog.getByRole('button', { name: 'Unpublish' }).click()
  await expect(dialog).toBeHidden({ timeout: 15_000 })
  await expect(page.getByText('Unpublished. Readers are told:')).toBeVisible()

  // Until the pointing article is published again its readers get words, and no card.
  const before = await (await page.request.get(path)).text()
  expect(before).toContain('the vote')
  expect(before).not.toContain(gone)
  await page.goto(`/desk/articles/${from}/history`)
  await expect(page.getByText(`Links to “${gone}” lead to “${other}” now`).first()).toBeVisible()
  await publishOn(page, from)
  await page.goto(path)
  await expect(page.locator(`.article-body a[href="${otherPath}"]`)).toHaveCount(2)
})

test('an article that points at an unpublished one wants a look, until a person has taken out the link', async ({
  page,
}) => {
  await beSignedIn(page, 'EDITOR')
  const [gone, pointing] = [`Ferry ${someName()}`, `Pointing ${someName()}`]
  const target = await anArticleOn(page, gone)
  await publishOn(page, target)
  await anArticleOn(page, pointing, linked('the vote', { articleId: target }))
  await open(page, target)
  await startUnpublishing(page)
  await page.getByLabel('Reason for readers').fill('A source asked us.')
  await page.getByRole('dialog').getByRole('button', { name: 'Unpublish' }).click()
  await expect(page.getByText('Unpublished. Readers are told:')).toBeVisible()

  await page.goto('/desk/articles')
  await page.getByRole('link', { name: 'Wants a look' }).click()
  await page.waitForURL(/look=links/)
  const row = page.getByRole('row').filter({ hasText: pointing })
  await expect(row).toContainText(`Links to “${gone}”, which was unpublished`)
  await row.getByRole('link', { name: pointing }).click()
  await expect(page.getByRole('tab', { name: 'Links 1' })).toBeVisible()
  await openLinks(page)
  const notice = page.getByRole('region', { name: 'Wants a look' })
  await expect(notice).toContainText(`${gone} was taken from readers just now`)
  const text = page.getByRole('textbox', { name: 'Article text' })
  await expect(text.locator('a[data-article-id]')).toHaveCount(1)
  await notice.getByRole('button', { name: 'Unlink' }).click()
  await expect(notice).toBeHidden()
  await expect(text.locator('a[data-article-id]')).toHaveCount(0)
  await expect(text).toContainText('See the vote for more.')
  await page.goto('/desk/articles?look=links')
  await expect(page.getByRole('row').filter({ hasText: pointing })).toHaveCount(0)
})

test('whoever kills an article sees what links to it; what links there says that it was killed', async ({ page }) => {
  await beSignedIn(page, 'EDITOR')
  const [gone, pointing] = [`Ferry ${someName()}`, `Pointing ${someName()}`]
  const target = await anArticleOn(page, gone)
  await publishOn(page, target)
  const from = await anArticleOn(page, pointing, linked('the vote', { articleId: target }))
  await open(page, target)
  await page.getByRole('tab', { name: 'Workflow' }).click()
  await page.getByRole('button', { name: 'Kill…' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('region', { name: 'What links here' })).toContainText(pointing)
  await dialog.getByLabel('Reason for readers').fill('A court forbade it.')
  await dialog.getByRole('button', { name: 'Kill', exact: true }).click()
  await expect(page.getByText('Killed. Readers are told:')).toBeVisible()

  await page.goto('/desk/articles?look=links')
  const row = page.getByRole('row').filter({ hasText: pointing })
  await expect(row).toContainText(`Links to “${gone}”, which was killed`)
  await open(page, from)
  await openLinks(page)
  const notice = page.getByRole('region', { name: 'Wants a look' })
  await expect(notice).toContainText(`${gone} was killed just now. It does not come back`)
})

test('an article knows what links to it, with the sentence, and changes it from there', async ({ page }) => {
  await beSignedIn(page, 'EDITOR')
  const pointing = `Pointing ${someName()}`
  const target = await anArticleOn(page, `Ferry ${someName()}`)
  await open(page, target)
  await openLinks(page)
  await expect(page.getByText('No other article points at this one yet.')).toBeVisible()

  const from = await anArticleOn(page, pointing, linked('the vote', { articleId: target }))
  await open(page, target)
  await openLinks(page)
  const region = page.getByRole('region', { name: 'Linked from' })
  await expect(region.getByRole('heading', { name: 'Linked from 1 article' })).toBeVisible()
  await expect(region.locator('mark')).toHaveText('the vote')
  await expect(region).toContainText('See the vote for more.')
  await open(page, from)
  await openLinks(page)
  await expect(page.getByRole('region', { name: 'Links to' }).getByRole('link')).toHaveText([/^Ferry/])
  await open(page, target)
  await openLinks(page)
  await region.getByRole('button', { name: 'Change these…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Change what links here' })
  await dialog.getByRole('radio', { name: /plain words/ }).check()
  await dialog.getByRole('button', { name: 'Change the links' }).click()
  await expect(dialog).toBeHidden({ timeout: 15_000 })
  await expect(page.getByText('No other article points at this one yet.')).toBeVisible()
  await open(page, from)
  await expect(page.getByRole('textbox', { name: 'Article text' }).locator('a')).toHaveCount(0)
})

test('the picker forgives typing errors, tells what is not public, and offers first what was chosen before', async ({
  page,
}) => {
  await beSignedIn(page, 'EDITOR')
  const name = someName()
  const id = await anArticleOn(page, `Überfahrt nach Zwolle ${name}`)
  await anArticleOn(page, `Anything newer ${name}`)
  const from = await anArticleOn(page, `Picking ${name}`, 'Words to link.', 'More words.')
  await open(page, from)
  await selectLine(page, 'Words to link.')
  await page.keyboard.press('ControlOrMeta+k')
  const field = page.getByRole('combobox', { name: 'Search headlines or paste a URL' })
  const found = page.getByRole('listbox', { name: 'Found' })
  await field.fill('uberfart zwole')
  const offer = found.getByRole('option', { name: new RegExp(`Überfahrt nach Zwolle ${name}`) })
  await expect(offer).toBeVisible()
  await expect(offer).toContainText('Not public yet')
  await field.fill(`zwolle ${name}`)
  await expect(found.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Article text' }).locator(`a[data-article-id="${id}"]`)).toBeVisible()

  await selectLine(page, 'More words.')
  await page.keyboard.press('ControlOrMeta+k')
  await field.fill('')
  await expect(found.getByRole('option').first()).toContainText(`Überfahrt nach Zwolle ${name}`)
})

test('a READ MORE card tells readers its target’s headline and when it was updated', async ({ page }) => {
  await beSignedIn(page, 'EDITOR')
  const name = someName()
  const target = await anArticleOn(page, `Ferry ${name}`)
  await publishOn(page, target)
  const path = await publishOn(page, await anArticleOn(page, `Pointing ${name}`, 'Words.', readMore(target)))
  await page.goto(path)
  const card = page.getByRole('complementary', { name: /^Read more/ })
  await expect(card).toContainText(`Ferry ${name}`)
  await expect(card).not.toContainText('Updated')
  await open(page, target)
  await page.getByRole('textbox', { name: 'Article text' }).getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('End')
  await page.keyboard.type(' sold')
  await expect(page.getByRole('status', { name: 'Save status' })).toHaveText(/^Saved/, { timeout: 15_000 })
  await publishOn(page, target)
  await page.goto(path)
  await expect(card).toContainText(`Ferry ${name} sold`)
  await expect(card).toContainText(/Updated \d+ \w+, \d\d:\d\d/)
})

test.describe('Suggestions', () => {
  test.setTimeout(180_000)

  test('a story that names the same person is suggested with the reason, and linked on that name by one press', async ({
    page,
  }) => {
    await beSignedIn(page, 'EDITOR')
    const name = `Marijke Q${someName().replace(/[^a-z]/g, '')}x`
    const profile = `Profile ${someName()}`
    const about = await anArticleOn(page, profile, `It was ${name} who said so.`)
    const id = await anArticleOn(page, `Voting ${someName()}`, `He met ${name} there.`)
    // The search for words follows a minute behind: a job copies them, which need not wait for its minute here.
    await nudgeJob('index-drafts')
    await expect
      .poll(
        async () => {
          const answer = await page.request.fetch(`/api/documents/${id}/suggested-links`, {
            method: 'POST',
            data: { text: `He met ${name} there.` },
            headers: { Origin: new URL(process.env.E2E_URL ?? '').origin },
          })
          return ((await answer.json()) as { stories: unknown[] }).stories.length
        },
        { timeout: 100_000, intervals: [1_000] },
      )
      .toBe(1)
    await open(page, id)
    await openLinks(page)
    const row = page.getByRole('list', { name: 'Suggested stories' }).getByRole('listitem')
    await expect(row).toContainText(profile)
    await expect(row).toContainText(`Both name ${name}.`)
    await expect(row).toContainText('Not public yet')
    await row.getByRole('button', { name: 'Link', exact: true }).click()
    const text = page.getByRole('textbox', { name: 'Article text' })
    await expect(text.locator(`a[data-article-id="${about}"]`)).toHaveText(name)
    await expect(row).toHaveCount(0)
  })
})
