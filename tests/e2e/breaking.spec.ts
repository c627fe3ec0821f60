import { anArticleOn, publishOn, send } from '@/tests/support/articles-in-browser'
import { axeOn } from '@/tests/support/axe'
import { type Browser, expect, type Page, test } from '@/tests/support/browser-test'
import { browserKeys, pushService } from '@/tests/support/push-service'
import { beSignedIn } from '@/tests/support/sign-in'

// One banner stands at a time: these tests come one after the other.
test.describe.configure({ mode: 'serial' })

async function pageOf(browser: Browser, role: string, viewport = { width: 1280, height: 900 }): Promise<Page> {
  const page = await (await browser.newContext({ viewport })).newPage()
  await beSignedIn(page, role)
  return page
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await axeOn(page).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}

const bannerOn = (page: Page) => page.getByRole('complementary', { name: 'Breaking news' })

async function openBox(page: Page, id: string) {
  await page.goto(`/desk/articles/${id}`)
  await page.getByRole('tab', { name: 'Workflow' }).click()
  return page.getByRole('region', { name: 'Breaking' })
}

async function fitsWidth(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)
}

test('an editor calls a story breaking by keyboard on a phone; it stands on every page and goes when it is ended', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const mark = crypto.randomUUID().slice(0, 8)
  const editor = await pageOf(browser, 'EDITOR', { width: 390, height: 844 })
  const id = await anArticleOn(editor, `Harbour shut ${mark}`, 'It shut at noon.')
  const path = await publishOn(editor, id)
  const other = await publishOn(editor, await anArticleOn(editor, `Weather ${mark}`, 'It rains.'))

  const reader = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage()
  const pages = ['/', other, path, '/search?q=rain', `/nothing-${mark}`]
  const hasBanner = async (at: string) => (await (await reader.request.get(at)).text()).includes('class="breaking"')
  for (const at of pages) expect(await hasBanner(at), at).toBe(false)

  await editor.goto(`/desk/articles/${id}`)
  await editor.getByRole('button', { name: 'Around the text' }).click()
  await editor.getByRole('tab', { name: 'Workflow' }).click()
  const box = editor.getByRole('region', { name: 'Breaking' })
  await box.getByRole('button', { name: 'Breaking…' }).focus()
  await editor.keyboard.press('Enter')
  const dialog = editor.getByRole('dialog', { name: 'Call this breaking news?' })
  const words = dialog.getByLabel('The banner says')
  await expect(words).toHaveValue(`Harbour shut ${mark}`)
  expect(await fitsWidth(editor)).toBe(true)
  await expectAccessible(editor)
  await words.fill(`The harbour is shut ${mark}`)
  await editor.keyboard.press('Tab')
  // Radios: one stop, arrows between them.
  await editor.keyboard.press('ArrowUp')
  await expect(dialog.getByRole('radio', { name: /30 minutes/ })).toBeChecked()
  await dialog.getByRole('button', { name: 'Put it on every page' }).focus()
  await editor.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(box).toContainText('This is the banner on every page')
  await expect(box).toContainText(`The harbour is shut ${mark}`)
  await expectAccessible(editor)

  for (const at of pages) {
    await expect.poll(() => hasBanner(at), { message: at, timeout: 5_000 }).toBe(true)
    await reader.goto(at)
    await expect(bannerOn(reader)).toContainText(`The harbour is shut ${mark}`)
    expect(await reader.locator('script:not([type="application/ld+json"])').count()).toBe(0)
    expect(await fitsWidth(reader)).toBe(true)
    const link = bannerOn(reader).getByRole('link')
    if (at === path) await expect(link).toHaveCount(0)
    else await expect(link).toHaveAttribute('href', path)
  }
  await expectAccessible(reader)
  const cold = await reader.request.get(other, { headers: { 'accept-encoding': 'br' } })
  expect(Number(cold.headers()['content-length'])).toBeLessThan(30_000)

  const desk = await pageOf(browser, 'EDITOR')
  await desk.goto('/desk')
  await desk.getByRole('link', { name: 'All desks' }).click()
  await expect(desk.getByRole('article').filter({ hasText: `Harbour shut ${mark}` })).toContainText('Breaking')

  await box.getByRole('button', { name: 'End now…' }).click()
  await editor.getByRole('alertdialog').getByRole('button', { name: 'End now' }).click()
  await expect(box).toContainText('No banner stands on the site')
  await expect(box.getByRole('list', { name: 'Earlier banners and alerts' })).toContainText(
    `The harbour is shut ${mark}`,
  )
  for (const at of pages) await expect.poll(() => hasBanner(at), { message: at, timeout: 5_000 }).toBe(false)
})

test('a reporter sees what stands, and presses nothing', async ({ browser }) => {
  const mark = crypto.randomUUID().slice(0, 8)
  const editor = await pageOf(browser, 'EDITOR')
  const reporter = await pageOf(browser, 'REPORTER')
  const id = await anArticleOn(reporter, `Ferry late ${mark}`, 'It is late.')
  await publishOn(editor, id)
  const body = { text: `Ferry ${mark}`, minutes: 30, isAlerting: false }
  const headers = { Origin: new URL(process.env.E2E_URL ?? '').origin }
  const post = (path: string, data: unknown) => reporter.request.post(path, { data, headers })
  expect((await post(`/api/documents/${id}/breaking`, body)).status()).toBe(403)
  await send(editor, 'POST', `/api/documents/${id}/breaking`, body)
  const box = await openBox(reporter, id)
  await expect(box).toContainText(`Ferry ${mark}`)
  await expect(box.getByRole('button')).toHaveCount(0)
  expect((await post(`/api/documents/${id}/breaking/end`, {})).status()).toBe(403)
  await send(editor, 'POST', `/api/documents/${id}/breaking/end`, {})
})

const pushPort = () => Number(/push\.test=127\.0\.0\.1:(\d+)/.exec(process.env.OUTGOING_TEST_HOSTS ?? '')?.[1])

/** No test reaches a real push service: the browser is given an address at the one that this test plays. */
async function playSubscriptions(page: Page, subscription: { endpoint: string; keys: object }): Promise<void> {
  await page.addInitScript((given) => {
    let current: object | null = null
    const made = {
      endpoint: given.endpoint,
      toJSON: () => given,
      unsubscribe: async () => {
        current = null
        return true
      },
    }
    PushManager.prototype.subscribe = async () => {
      current = made
      return made as unknown as PushSubscription
    }
    PushManager.prototype.getSubscription = async () => current as PushSubscription | null
  }, subscription)
}

test('a reader turns alerts on, has one, and is told when its story is killed and an editor says so', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const service = await pushService(pushPort())
  try {
    const mark = crypto.randomUUID().slice(0, 8)
    const keys = browserKeys()
    const endpoint = `http://push.test/send/${mark}`
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      permissions: ['notifications'],
    })
    const reader = await context.newPage()
    await playSubscriptions(reader, { endpoint, keys: keys.keys })
    await reader.goto('/newsletters')
    await reader.getByRole('main').getByRole('link', { name: 'turn on alerts' }).click()
    const box = reader.locator('[data-alerts-key]')
    await expect(box.getByRole('status')).toHaveText('Alerts are off in this browser.')
    await expectAccessible(reader)
    expect(await fitsWidth(reader)).toBe(true)
    await box.getByRole('button', { name: 'Turn alerts on' }).focus()
    await reader.keyboard.press('Enter')
    await expect(box.getByRole('status')).toHaveText('Alerts are on in this browser.')
    expect(await reader.evaluate(async () => (await navigator.serviceWorker.ready).scope)).toBe(
      new URL('/', reader.url()).href,
    )

    const editor = await pageOf(browser, 'EDITOR')
    const id = await anArticleOn(editor, `Ferry sinks ${mark}`, 'It sank.')
    const path = await publishOn(editor, id)
    const workflow = await openBox(editor, id)
    await workflow.getByRole('button', { name: 'Breaking…' }).click()
    const dialog = editor.getByRole('dialog', { name: 'Call this breaking news?' })
    await dialog.getByRole('checkbox', { name: /Alert those who asked: \d+ by mail, [1-9]\d* in the browser/ }).check()
    await expectAccessible(editor)
    await dialog.getByRole('button', { name: 'Put it on every page' }).click()
    const ours = () => service.received.filter((each) => each.path.endsWith(mark)).map(({ body }) => keys.read(body))
    await expect.poll(ours, { timeout: 20_000 }).toMatchObject([{ body: `Ferry sinks ${mark}`, path }])

    await send(editor, 'POST', `/api/documents/${id}/kill`, { reason: 'No ferry sank.' })
    const killed = await openBox(editor, id)
    const notice = killed.getByRole('form', { name: 'Notice to readers' })
    await expect(notice.getByLabel('They read')).toHaveValue(
      'We have withdrawn a story that we alerted you to. No ferry sank.',
    )
    await expectAccessible(editor)
    await notice.getByRole('button', { name: /^Send to [1-9]\d* receivers?$/ }).click()
    await expect(notice).toHaveCount(0)
    await expect.poll(ours, { timeout: 20_000 }).toHaveLength(2)
    expect(ours()[1]).toMatchObject({ title: 'Withdrawn', path })
    expect(JSON.stringify(ours()[1])).not.toContain('Ferry sinks')
    await expect(killed.getByRole('list', { name: 'Earlier banners and alerts' })).toContainText(
      'Notice to readers who had the alert',
    )

    await box.getByRole('button', { name: 'Turn alerts off' }).click()
    await expect(box.getByRole('status')).toHaveText('Alerts are off in this browser.')
    const headers = { Origin: new URL(reader.url()).origin }
    const wrong = { endpoint: 'https://169.254.169.254/a', keys: keys.keys }
    expect((await reader.request.post('/api/alerts', { data: wrong, headers })).status()).toBe(400)
  } finally {
    await service.close()
  }
})

test('without script the page of alerts leads to those by mail', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await page.goto('/')
  await page.getByRole('contentinfo').getByRole('link', { name: 'Alerts' }).click()
  await expect(page.getByRole('button', { name: 'Turn alerts on' })).toBeHidden()
  await page.getByRole('link', { name: 'take the alerts by mail' }).click()
  await expect(page).toHaveURL(/\/alerts#by-mail$/)
  await expect(page.getByRole('heading', { name: 'Breaking news' })).toBeVisible()
})
