// npm run screens: takes the pictures in docs/screens anew, of the sample newsroom as its readers see it. npm run screens -- newsroom FOLDER
// takes those of administration and of one's own account, to be looked at: there are too many of them to be kept.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import sharp from 'sharp'
import { findBrowser } from '@/scripts/browser.mjs'
import { LEAD } from '@/tests/support/kinds-of-pages'
import { readSignIns, type SignIn, startServer } from '@/tests/support/server-process'

const FOLDER = join(import.meta.dirname, '../../docs/screens')
const HEIGHTS = { 390: 1100, 1280: 1200 } as const
/** As wide as A4 is at the resolution of a screen. */
const PAPER = { width: 794, height: 1123 }
const PAGES = {
  home: '/',
  section: '/politics',
  article: LEAD,
  author: '/author/nadia-verhoeve',
  search: '/search?q=harbour',
  404: '/no/such/page',
  410: '/politics/one-voter-in-eight-missing-from-roll-in-tarrick-south-audit-finds',
} as const

const folder = mkdtempSync(join(tmpdir(), 'standfirst-screens-'))
const server = await startServer({ folder }, 900)
const browser = await chromium.launch({ executablePath: await findBrowser(), args: ['--no-sandbox', '--disable-gpu'] })
try {
  if (process.argv[2] === 'newsroom') await shootInside(process.argv[3] ?? 'screens', process.argv[4])
  else {
    await shootAll(browser, ['light', 'dark'], '')
    await print(browser)
    await turnAround(browser)
    await shootAll(browser, ['light'], '-rtl')
  }
} finally {
  await browser.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function shootAll(browser: Browser, schemes: ('light' | 'dark')[], end: string): Promise<void> {
  for (const [width, height] of Object.entries(HEIGHTS)) {
    const page = await browser.newPage({ viewport: { width: Number(width), height } })
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      for (const [name, path] of Object.entries(PAGES)) await shoot(page, path, `${name}-${width}-${colorScheme}${end}`)
    }
    await page.close()
  }
}

/** @param only a part of the names of the pictures that are wanted */
async function shootInside(to: string, only?: string): Promise<void> {
  mkdirSync(to, { recursive: true })
  // Helpers of browser tests find the server by these.
  Object.assign(process.env, { E2E_URL: server.url, E2E_DATA_DIR: folder })
  const { shootNewsroom } = await import('./newsroom')
  await shootNewsroom(browser, server.url, to, only)
}

async function print(browser: Browser): Promise<void> {
  const page = await browser.newPage({ viewport: PAPER })
  await page.emulateMedia({ media: 'print', colorScheme: 'light' })
  for (const name of ['home', 'article'] as const) await shoot(page, PAGES[name], `${name}-print`)
  await page.close()
}

async function shoot(page: Page, path: string, name: string): Promise<void> {
  await page.goto(server.url + path)
  // Without a function that has a name: what turns TypeScript into JavaScript here writes names down by one that the page has not.
  await page.evaluate(async () => {
    const seen = [...document.images].filter(
      (image) => image.checkVisibility() && image.width > 0 && image.getBoundingClientRect().top < innerHeight,
    )
    await Promise.all([document.fonts.ready, ...seen.map((image) => image.decode())])
  })
  await sharp(await page.screenshot())
    .webp({ quality: 55, effort: 6 })
    .toFile(join(FOLDER, `${name}.webp`))
}

/** As an administrator does it whose paper is in Arabic. */
async function turnAround(browser: Browser): Promise<void> {
  const page = await browser.newPage()
  const { email, password } = readSignIns(folder).find(({ role }) => role === 'ADMINISTRATOR') as SignIn
  await page.goto(`${server.url}/login`)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL('**/desk')
  await page.goto(`${server.url}/admin/settings`)
  await page.getByLabel('Language').fill('ar')
  await page.getByRole('button', { name: 'Save the settings' }).click()
  await page.getByText('Saved. Readers’ pages say so').waitFor()
  await page.close()
}
