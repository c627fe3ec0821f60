import { expect, type Page } from '@playwright/test'

/** Selects words of the article's text, as somebody who drags over them does; they stand in one paragraph, and its first place counts. */
export async function selectWords(page: Page, words: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Article text' }).focus()
  await page.evaluate((words) => {
    const text = document.querySelector('.article-text')
    for (const block of text?.querySelectorAll('p, h1, h2, blockquote, [data-node]') ?? []) {
      const at = (block.textContent ?? '').indexOf(words)
      if (at === -1) continue
      const range = document.createRange()
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
      let passed = 0
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const length = node.textContent?.length ?? 0
        if (at >= passed && at < passed + length) range.setStart(node, at - passed)
        if (at + words.length <= passed + length) {
          range.setEnd(node, at + words.length - passed)
          break
        }
        passed += length
      }
      const selection = window.getSelection()
      selection?.removeAllRanges()
      selection?.addRange(range)
      block.scrollIntoView({ block: 'center' })
      return
    }
    throw new Error(`No paragraph has “${words}”`)
  }, words)
  // The editor hears of a selection with the browser's next frames.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  await expect.poll(() => page.evaluate(() => window.getSelection()?.toString())).toBe(words)
}
