import { Transform } from 'prosemirror-transform'
import { localIn } from '@/components/editor/replies/reply-form'
import { parseDocument } from '@/lib/document/document'
import { schema } from '@/lib/document/schema'
import { anArticleOn, publishOn, read, send } from '@/tests/support/articles-in-browser'
import { axeOn } from '@/tests/support/axe'
import { expect, type Page, test } from '@/tests/support/browser-test'
import { selectWords } from '@/tests/support/select-words'
import { beSignedIn } from '@/tests/support/sign-in'

const HOUR = 3_600_000
const mark = () => crypto.randomUUID().slice(0, 8)

/** A story whose second paragraph claims something against somebody. @returns its id and the claim */
async function anAccusation(page: Page, party: string): Promise<{ id: string; words: string }> {
  const words = `the ${mark()} quay was sold below its price`
  const said = `Ines Moor says ${words}.`
  const id = await anArticleOn(
    page,
    `Moor on the quay sale ${mark()}`,
    'The council met.',
    said,
    'It meets again in June.',
  )
  const eventId = crypto.randomUUID()
  await send(page, 'POST', `/api/documents/${id}/claims`, {
    ...{ eventId, claimId: null, kind: 'ASSERTED', words },
    speaker: { name: 'Ines Moor', kind: 'PERSON' },
    against: { name: party, kind: 'ORGANISATION' },
  })
  const { version, document } = await read(page, id)
  const transform = new Transform(parseDocument(document))
  transform.doc.descendants((node, position) => {
    const at = node.isTextblock ? node.textContent.indexOf(words) : -1
    const from = position + 1 + at
    if (at !== -1) transform.addMark(from, from + words.length, schema.marks.claim.create({ eventId }))
  })
  const steps = transform.steps.map((step) => step.toJSON())
  await send(page, 'POST', `/api/documents/${id}/steps`, { version, clientId: crypto.randomUUID(), steps })
  return { id, words }
}

async function issuesOf(page: Page, id: string): Promise<{ code: string; severity: string }[]> {
  const answer = await page.request.get(`/api/documents/${id}/issues`)
  const { issues } = (await answer.json()) as { issues: { code: string; severity: string; field: string }[] }
  return issues.filter(({ field }) => field.startsWith('reply:')).map(({ code, severity }) => ({ code, severity }))
}

/** So many hours from now as the newsroom's clocks show it. */
async function inHours(page: Page, id: string, hours: number): Promise<string> {
  const { paper } = await (await page.request.get(`/api/documents/${id}/replies`)).json()
  return localIn(paper.timeZone, new Date(Date.now() + hours * HOUR))
}

const asked = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Asked for a reply' }).getByRole('listitem').filter({ hasText: name })

async function shoot(page: Page, name: string): Promise<void> {
  if (process.env.SHOTS === undefined) return
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    // Colours change by and by.
    await page.waitForTimeout(500)
    await page.screenshot({ path: `${process.env.SHOTS}/${name}-${colorScheme}.png` })
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.waitForTimeout(500)
}

test('a story is held back until they were asked; the line and the answer go into it; readers see nothing else', async ({
  page,
}) => {
  test.slow()
  await beSignedIn(page, 'EDITOR')
  const board = `Harbour Board ${mark()}`
  const { id, words } = await anAccusation(page, board)
  expect(await issuesOf(page, id)).toEqual([{ code: 'not-asked', severity: 'override' }])
  await page.goto(`/desk/articles/${id}`)
  const text = page.getByRole('textbox', { name: 'Article text' })
  await expect(text).toContainText(words)

  // The checklist leads to the place where they are asked, and from there it goes on by keys alone.
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await page
    .getByRole('list', { name: 'Checklist' })
    .getByRole('button', { name: `Nobody has asked ${board}` })
    .press('Enter')
  await expect(page.getByRole('tab', { name: /^Reply/ })).toHaveAttribute('aria-selected', 'true')
  const ask = page.getByRole('region', { name: 'Not asked yet' }).getByRole('button', { name: `Ask them: ${board}` })
  await expect(ask).toBeFocused()
  await shoot(page, 'unasked')
  await page.keyboard.press('Enter')
  const form = page.getByRole('dialog', { name: 'Ask for a reply' })
  await expect(form.getByRole('combobox', { name: 'Who was asked' })).toHaveValue(board)
  await expect(form.getByRole('textbox', { name: 'What was put to them' })).toBeFocused()
  await expect(form.getByRole('textbox', { name: 'What was put to them' })).toHaveValue(words)
  await page.keyboard.type('Secret question. ')
  await form.getByLabel('How').selectOption('Press office form')
  await form.getByLabel('With whom').fill('Secret contact')
  await form.getByRole('button', { name: 'Put it down' }).press('Enter')
  await expect(form.getByRole('alert')).toHaveText('Give a day and a time.')
  await expect(form.getByRole('textbox', { name: 'What was put to them' })).toHaveValue(/Secret question/)
  await form.getByRole('button', { name: 'In 4 hours' }).press('Enter')
  await shoot(page, 'ask')
  expect((await axeOn(page).include('[role=dialog]').analyze()).violations.map(({ id }) => id)).toEqual([])
  await form.getByRole('button', { name: 'Put it down' }).press('Enter')
  await expect(form).toBeHidden()
  const card = asked(page, board)
  await expect(card).toContainText('Waiting')
  await expect(card).toContainText('Secret contact')
  await expect(page.getByRole('region', { name: 'Not asked yet' })).toBeHidden()
  expect(await issuesOf(page, id)).toEqual([{ code: 'reply-open', severity: 'warning' }])

  // Their time is over.
  await card.getByRole('button', { name: 'Change what was asked' }).click()
  const change = page.getByRole('dialog', { name: `What ${board} was asked` })
  await change.getByLabel('Asked', { exact: true }).fill(await inHours(page, id, -3))
  await change.getByLabel('Deadline', { exact: true }).fill(await inHours(page, id, -1))
  await change.getByRole('button', { name: 'Save' }).click()
  await expect(card).toContainText('No answer')
  expect(await issuesOf(page, id)).toEqual([])
  const line = (await card.getByText('did not respond').textContent()) ?? ''
  expect(line).toMatch(
    new RegExp(`^${board} did not respond to a request for comment by \\d\\d:\\d\\d on \\d+ \\w+(?: \\d{4})?\\.$`),
  )
  await shoot(page, 'passed')
  await selectWords(page, words)
  await card.getByRole('button', { name: 'Put it into the text' }).press('Enter')
  await expect(text.getByRole('paragraph').nth(2)).toHaveText(line)
  await expect(text).toBeFocused()
  await page.keyboard.type(' The board has met since.')
  await expect(text.getByRole('paragraph').nth(2)).toHaveText(`${line} The board has met since.`)
  await expect(text.getByRole('paragraph').last()).toHaveText('It meets again in June.')

  // They answer all the same.
  await card.getByRole('button', { name: 'Put down the answer' }).press('Enter')
  const answer = page.getByRole('dialog', { name: `What came back from ${board}` })
  await answer.getByRole('radio', { name: 'Answered' }).check()
  await answer.getByRole('button', { name: 'Save' }).click()
  await expect(answer.getByRole('alert')).toHaveText('Put down what they answered.')
  await answer.getByLabel('Their words').fill('The price was fair.\n\nWe would sell again.')
  await shoot(page, 'answer')
  expect((await axeOn(page).include('[role=dialog]').analyze()).violations.map(({ id }) => id)).toEqual([])
  await answer.getByRole('button', { name: 'Save' }).click()
  await expect(card).toContainText('We would sell again.')
  await expect(card.getByText('did not respond')).toBeHidden()
  await card.getByRole('button', { name: 'Quote it in the text' }).click()
  const quotation = text.getByRole('group', { name: 'Quotation' })
  await expect(quotation).toContainText('The price was fair.')
  await expect(quotation.getByRole('textbox', { name: 'Speaker' })).toHaveValue(board)
  await shoot(page, 'answered')

  await expect.poll(async () => JSON.stringify((await read(page, id)).document)).toContain('We would sell again.')
  const readers = await (await page.request.get(await publishOn(page, id))).text()
  expect(readers).toContain('did not respond to a request for comment')
  expect(readers).toContain('We would sell again.')
  expect(readers).not.toMatch(/Secret|reply:|Press office/)
})

test('of two who change an entry the second sees both, and nothing that was typed is lost', async ({ page }) => {
  await beSignedIn(page, 'EDITOR')
  const board = `Dredging Board ${mark()}`
  const { id } = await anAccusation(page, board)
  const times = { askedAt: await inHours(page, id, -1), deadline: await inHours(page, id, 2), zone: 'Europe/London' }
  const entry = { party: { name: board, kind: 'ORGANISATION' }, question: 'Is it so?', way: 'MAIL', ...times }
  await send(page, 'POST', `/api/documents/${id}/replies`, { replyId: crypto.randomUUID(), ...entry })
  await page.goto(`/desk/articles/${id}?field=reply`)
  const card = asked(page, board)
  await card.getByRole('button', { name: 'Put down the answer' }).click()
  const answer = page.getByRole('dialog', { name: `What came back from ${board}` })
  await answer.getByRole('radio', { name: 'Answered' }).check()
  await answer.getByLabel('Their words').fill('It is not so.')

  const { replies } = await (await page.request.get(`/api/documents/${id}/replies`)).json()
  const theirs = { ...entry, contact: 'A clerk', answer: 'DECLINED', answerText: '', answeredAt: null, baseVersion: 0 }
  const changed = await page.request.patch(`/api/documents/${id}/replies/${replies[0].id}`, {
    data: theirs,
    headers: { Origin: new URL(process.env.E2E_URL ?? '').origin },
  })
  expect(changed.status(), await changed.text()).toBe(200)
  await answer.getByRole('button', { name: 'Save' }).click()
  await expect(answer.getByText('changed this meanwhile')).toBeVisible()
  await expect(answer.getByLabel('Their words')).toHaveValue('It is not so.')
  await expect(answer.getByText('Taken over: With whom.')).toBeVisible()
  await shoot(page, 'clash')
  while ((await answer.getByRole('button', { name: 'Keep mine' }).count()) > 0)
    await answer.getByRole('button', { name: 'Keep mine' }).first().click()
  await answer.getByRole('button', { name: 'Save' }).click()
  await expect(answer).toBeHidden()
  await expect(card).toContainText('It is not so.')
  await expect(card).toContainText('A clerk')
})

test('on a phone somebody is asked with the thumb, declines, and the line goes into the text', async ({ page }) => {
  test.slow()
  await page.setViewportSize({ width: 390, height: 844 })
  await beSignedIn(page, 'EDITOR')
  const id = await anArticleOn(page, `Quay ${mark()}`, 'Nobody knows whether the quay is safe.')
  await page.goto(`/desk/articles/${id}?field=reply`)
  await expect(page.getByText('Nobody was asked yet')).toBeVisible()
  await shoot(page, 'phone-empty')
  await page.getByRole('button', { name: 'Ask somebody' }).click()
  const form = page.getByRole('dialog', { name: 'Ask for a reply' })
  await form.getByRole('button', { name: 'Put it down' }).click()
  await expect(form.getByRole('alert')).toHaveText('Say who was asked.')
  const board = `Pilots’ Council ${mark()}`
  await form.getByRole('combobox', { name: 'Who was asked' }).fill(board)
  await page.getByRole('option', { name: 'new on the register' }).click()
  await expect(form.getByRole('checkbox', { name: /is an organisation/ })).toBeChecked()
  await form.getByLabel('What was put to them').fill('Is the quay safe?')
  await form.getByRole('button', { name: 'Tomorrow, 12:00' }).click()
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await shoot(page, 'phone-ask')
  await form.getByRole('button', { name: 'Put it down' }).click()
  const card = asked(page, board)
  await expect(card).toContainText('Waiting')
  await card.getByRole('button', { name: 'Put down the answer' }).click()
  const answer = page.getByRole('dialog', { name: `What came back from ${board}` })
  await answer.getByRole('radio', { name: 'Declined to comment' }).check()
  await answer.getByRole('button', { name: 'Save' }).click()
  await expect(card).toContainText('Declined')
  await expect(card.getByText(`${board} declined to comment.`)).toBeVisible()
  await shoot(page, 'phone-card')
  expect((await axeOn(page).analyze()).violations.map(({ id }) => id)).toEqual([])
  await card.getByRole('button', { name: 'Put it into the text' }).click()
  await expect(page.getByRole('textbox', { name: 'Article text' })).toContainText(`${board} declined to comment.`)
  await expect(card).toBeHidden()
})

test('a lawyer reads who was asked and puts nothing down', async ({ page, browser }) => {
  await beSignedIn(page, 'EDITOR')
  const board = `Towing Board ${mark()}`
  const { id } = await anAccusation(page, board)
  const lawyer = await (await browser.newContext()).newPage()
  await beSignedIn(lawyer, 'LAWYER')
  await lawyer.goto(`/desk/articles/${id}?field=reply`)
  await expect(lawyer.getByRole('region', { name: 'Not asked yet' })).toContainText(board)
  await expect(lawyer.getByText('Only its authors and editors put down who was asked.')).toBeVisible()
  await expect(lawyer.getByRole('button', { name: /^Ask/ })).toHaveCount(0)
  await lawyer.context().close()
})
