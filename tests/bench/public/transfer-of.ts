import { chromium } from '@playwright/test'
import { findBrowser } from '@/scripts/browser.mjs'

/** The bytes that a browser that was never there before receives for a page, heads included, by what they are. */
export async function transferOf(url: string): Promise<Record<string, number>> {
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: ['--no-sandbox', '--disable-gpu'],
  })
  try {
    const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage()
    const client = await page.context().newCDPSession(page)
    await client.send('Network.enable')
    const types = new Map<string, string>()
    const bytes: Record<string, number> = { Document: 0, Stylesheet: 0, Font: 0, Script: 0, Image: 0 }
    client.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type))
    client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const type = types.get(requestId) ?? 'Other'
      bytes[type] = (bytes[type] ?? 0) + encodedDataLength
    })
    await page.goto(url, { waitUntil: 'networkidle' })
    return bytes
  } finally {
    await browser.close()
  }
}
