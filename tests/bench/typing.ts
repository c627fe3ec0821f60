import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pass } from 'node:timers/promises'
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test'
import { findBrowser } from '@/scripts/browser.mjs'
import { type HttpPerson, signInOverHttp } from '@/tests/support/http-person'
import { readSignIns, type SignIn, startServer } from '@/tests/support/server-process'
import { openLongArticle, ownWords, someOthersTyping } from './long-article'
import { percentile } from './percentile'

const MILLISECONDS_BETWEEN_KEYS = 70
/** Whoever comes back to a tab looks at it before they type; what a hidden tab put off is done then, on both pages. */
const MILLISECONDS_TO_LOOK = 500

type Setting = { words: number; throttle: number }

/**
 * From a key press to the next painted frame in a long article with ten comments, twenty suggestions and fifty house-style
 * marks, while three others type in it; beside it the same keys in a bare `contenteditable` with the same words.
 *
 * Each is measured twice: with the steady frames of a display, and with frames only when something asks for one. A browser without a
 * screen draws the first frame after a quiet moment at once, which no display does: there a page on which others write waits for its
 * next frame while the bare page does not.
 */
export async function typing(isSmall: boolean): Promise<Record<string, number>> {
  const keys = isSmall ? 60 : 300
  const settings: Setting[] = isSmall
    ? [{ words: 5_000, throttle: 1 }]
    : [
        { words: 5_000, throttle: 1 },
        { words: 5_000, throttle: 4 },
        { words: 20_000, throttle: 1 },
      ]
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-bench-'))
  const server = await startServer({ folder })
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  })
  try {
    const signIn = readSignIns(folder).find(({ role }) => role === 'EDITOR')
    if (signIn === undefined) throw new Error('The sample newsroom has no editor.')
    const person = await signInOverHttp(server.url, signIn)
    const figures: Record<string, number> = {}
    for (const setting of settings) {
      console.log(`${setting.words} words, CPU slowed ${setting.throttle} times`)
      Object.assign(figures, await measure(browser, server.url, signIn, person, setting, keys))
    }
    return figures
  } finally {
    await browser.close()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(
  browser: Browser,
  origin: string,
  signIn: SignIn,
  person: HttpPerson,
  { words, throttle }: Setting,
  keys: number,
): Promise<Record<string, number>> {
  const article = await openLongArticle(person, words)
  const context = await browser.newContext({ baseURL: origin, viewport: { width: 1280, height: 900 } })
  const desk = await context.newPage()
  await signInWith(desk, signIn)
  await desk.goto(`/desk/articles/${article.id}`)
  const text = desk.getByRole('textbox', { name: 'Article text' })
  await text.getByText(article.middle).click()
  await desk.keyboard.press('End')
  const bare = await context.newPage()
  await bare.setContent(barePage(article.paragraphs))
  await bare.getByText(article.middle).click()
  await bare.keyboard.press('End')

  const others = await someOthersTyping(origin, person, article.id, 3)
  // The marks of the house style come when the worker has read everything.
  await pass(4_000)
  const name = `words${words}${throttle === 1 ? '' : `Slowed${throttle}`}`
  const figures: Record<string, number> = {}
  for (const frames of ['Display', 'OnDemand'] as const) {
    const times: { desk: number[]; bare: number[] } = { desk: [], bare: [] }
    const rounds = 3
    for (let round = 0; round < rounds; round++) {
      times.desk.push(...(await press(desk, keys / rounds, throttle, frames)))
      times.bare.push(...(await press(bare, keys / rounds, throttle, frames)))
    }
    figures[`${name}${frames}MillisecondsMedian`] = percentile(times.desk, 50)
    figures[`${name}${frames}MillisecondsP95`] = percentile(times.desk, 95)
    figures[`${name}${frames}BareMillisecondsMedian`] = percentile(times.bare, 50)
    figures[`${name}${frames}BareMillisecondsP95`] = percentile(times.bare, 95)
    figures[`${name}${frames}RatioP95`] =
      Math.round((percentile(times.desk, 95) / percentile(times.bare, 95)) * 100) / 100
  }
  others.stop()
  await context.close()
  return figures
}

async function signInWith(page: Page, { email, password }: SignIn): Promise<void> {
  await page.goto('/login')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL('**/desk')
}

function barePage(paragraphs: readonly string[]): string {
  const blocks = paragraphs.map((words) => `<p>${words}</p>`).join('')
  return `<!doctype html><title>Bare</title><style>body{font:19px/1.6 serif;max-width:46rem;margin:2rem auto}</style>
    <div contenteditable="true">${blocks}</div>`
}

/** Presses letters at a person's pace; milliseconds from each key to the frame after it. */
async function press(page: Page, count: number, throttle: number, frames: 'Display' | 'OnDemand'): Promise<number[]> {
  await page.bringToFront()
  const session: CDPSession = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: throttle })
  await page.evaluate(watchKeys)
  await page.evaluate(tickWhile(frames === 'Display'))
  await pass(MILLISECONDS_TO_LOOK)
  for (let index = 0; index < count; index++) {
    await page.keyboard.press(ownWords[index % ownWords.length] ?? 'a')
    await pass(MILLISECONDS_BETWEEN_KEYS)
  }
  await pass(300)
  const times = await page.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes)
  await page.evaluate(tickWhile(false))
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  await session.detach()
  return times
}

/** A script: as text, because what compiles this file wraps named functions. */
function tickWhile(isTicking: boolean): string {
  return `window.isTicking = ${isTicking}; (function tick() { if (window.isTicking) requestAnimationFrame(tick) })()`
}

function watchKeys(): void {
  const kept = window as unknown as { keyTimes: number[]; isWatching?: boolean }
  kept.keyTimes = []
  if (kept.isWatching) return
  kept.isWatching = true
  document.addEventListener(
    'keydown',
    ({ timeStamp }) =>
      requestAnimationFrame(() => {
        // The first task after the frame: its pixels are on their way.
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => kept.keyTimes.push(performance.now() - timeStamp)
        port2.postMessage(null)
      }),
    true,
  )
}
