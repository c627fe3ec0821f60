import { createHmac } from 'node:crypto'
import AxeBuilder from '@axe-core/playwright'
import { anArticleOn, publishOn } from '@/tests/support/articles-in-browser'
import { expect, type Page, test } from '@/tests/support/browser-test'
import { outsideServer } from '@/tests/support/outside-server'
import { signIn } from '@/tests/support/sign-in'

const url = process.env.E2E_URL ?? ''
const hookPort = () => Number(/hook\.test=127\.0\.0\.1:(\d+)/.exec(process.env.OUTGOING_TEST_HOSTS ?? '')?.[1])

async function status(path: string, token: string): Promise<number> {
  return (await fetch(url + path, { headers: { Authorization: `Bearer ${token}` } })).status
}

async function expectAccessible(page: Page): Promise<void> {
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
}

async function fitsPhone(page: Page): Promise<boolean> {
  const before = page.viewportSize()
  await page.setViewportSize({ width: 390, height: 844 })
  const fits = await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)
  if (before) await page.setViewportSize(before)
  return fits
}

/** What was made, from the one dialog that shows it. */
async function takeSecret(page: Page, label: string): Promise<string> {
  const field = page.getByLabel(label, { exact: true })
  await expect(field).toBeFocused()
  const secret = await field.inputValue()
  await page.keyboard.press('Escape')
  await expect(field).toHaveCount(0)
  return secret
}

test('an administrator makes a token, a program reads with it, and it is revoked', async ({ page }) => {
  const name = `Reading app ${crypto.randomUUID().slice(0, 8)}`
  await signIn(page, 'ADMINISTRATOR')
  await page.getByRole('link', { name: 'API and webhooks' }).first().click()
  await page.getByRole('button', { name: 'New token' }).click()
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Ends').selectOption('Never')
  await expect(page.getByText('A token that never ends works for whoever finds it')).toBeVisible()
  await page.getByLabel('Ends').selectOption('In 90 days')
  await expectAccessible(page)
  await page.keyboard.press('Tab')
  await page.getByRole('button', { name: 'Make the token' }).click()
  const token = await takeSecret(page, 'Token')
  expect(token).toMatch(/^sf_[\w-]{43}$/)
  const row = page.getByRole('row').filter({ hasText: name })
  await expect(row).toContainText(token.slice(0, 8))
  await expect(row).toContainText('Never')
  expect(await page.content()).not.toContain(token)
  expect(await status('/api/v1/articles', token)).toBe(200)
  expect(await status('/api/v1/audit', token)).toBe(403)
  await page.reload()
  await expect(row).toContainText('just now from 127.0.0.0/24')
  expect(await fitsPhone(page)).toBe(true)
  await row.getByRole('button', { name: `Revoke ${name}` }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click()
  await expect(row).toContainText('Revoked')
  expect(await status('/api/v1/articles', token)).toBe(401)
})

test('a webhook is told of a publication, fails, and is sent again from its log', async ({ browser, page }) => {
  test.setTimeout(120_000)
  const received: { id: string; isFromUs: boolean; body: { event: string; article?: { headline: string } } }[] = []
  let secret = ''
  let answer = 200
  const receiver = await outsideServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const of = (name: string) => String(request.headers[`webhook-${name}`])
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
    const signed = createHmac('sha256', key)
      .update(`${of('id')}.${of('timestamp')}.${body}`)
      .digest('base64')
    received.push({ id: of('id'), isFromUs: of('signature') === `v1,${signed}`, body: JSON.parse(body) })
    response.writeHead(answer).end(answer === 200 ? 'thank you' : 'come back later')
  }, hookPort())
  try {
    await signIn(page, 'ADMINISTRATOR')
    await page.goto('/admin/tokens/webhooks')
    await page.getByRole('button', { name: 'New webhook' }).click()
    await page.getByLabel('Address').fill('https://127.0.0.1/told')
    await page.getByRole('button', { name: 'Make the webhook' }).click()
    await expect(page.getByText('This address is not on the public web.')).toBeVisible()
    await page.getByLabel('Address').fill('http://hook.test/told')
    await page.getByRole('checkbox', { name: /front\.published/ }).uncheck()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Make the webhook' }).click()
    secret = await takeSecret(page, 'Secret')
    expect(secret).toMatch(/^whsec_/)
    await expect(page.getByRole('heading', { level: 1, name: 'hook.test' })).toBeVisible()
    await expect(page.getByText('Nothing sent yet')).toBeVisible()

    const headline = `Ferry told of ${crypto.randomUUID().slice(0, 8)}`
    const editor = await (await browser.newContext()).newPage()
    await signIn(editor, 'EDITOR')
    answer = 500
    const id = await anArticleOn(editor, headline, 'It sails.')
    await publishOn(editor, id)
    await expect.poll(() => received.filter(({ body }) => body.article?.headline === headline).length).toBe(1)
    await page.reload()
    const delivery = page.getByRole('list', { name: 'Deliveries' }).getByRole('listitem').filter({ hasText: headline })
    await expect(delivery.first()).toContainText('Waiting')
    await delivery
      .first()
      .getByText(/the last: status 500/)
      .click()
    await expect(delivery.first()).toContainText('come back later')
    await expectAccessible(page)
    expect(await fitsPhone(page)).toBe(true)

    answer = 200
    await delivery.first().getByRole('button', { name: 'Send again' }).click()
    await expect(delivery.first()).toContainText('Delivered')
    const told = received.filter(({ body }) => body.article?.headline === headline)
    expect(new Set(told.map((each) => each.id)).size).toBe(1)
    expect(received.every(({ isFromUs }) => isFromUs)).toBe(true)

    await page.getByRole('button', { name: 'Send a test' }).click()
    await expect.poll(() => received.some(({ body }) => body.event === 'webhook.test')).toBe(true)
    await page.getByRole('button', { name: 'What to do with this webhook' }).click()
    await page.getByRole('menuitem', { name: 'Delete' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
    await expect(page).toHaveURL(/\/admin\/tokens\/webhooks$/)
  } finally {
    await receiver.close()
  }
})
