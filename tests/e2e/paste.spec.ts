import type { Node } from 'prosemirror-model'
import { parseDocument } from '@/lib/document/document'
import { openNewArticle } from '@/tests/support/articles-in-browser'
import { type Browser, type BrowserContext, expect, type Page, test } from '@/tests/support/browser-test'
import { foreignPastes, hostileHtml, naughtyStrings, ownPastes } from '@/tests/support/corpora'
import { outline } from '@/tests/support/outline'
import { beSignedIn } from '@/tests/support/sign-in'

/**
 * Chromium says this of each handler that it parses under a policy with nonces, also in the document without a window in which pasted HTML is read,
 * where nothing ever runs. That none reaches the page is watched by `watchForHandlers`.
 */
const unreadHandler = /^Executing inline event handler violates/

/** Remembers each element of the page that ever had an attribute like `onclick`. */
function watchForHandlers(): void {
  const seen: string[] = []
  Object.assign(window, { handlersSeen: seen })
  const look = (node: globalThis.Node) => {
    if (!(node instanceof Element)) return
    for (const element of [node, ...node.querySelectorAll('*')])
      for (const { name } of element.attributes)
        if (/^on/i.test(name)) seen.push(`handler: ${name} of ${element.localName}`)
  }
  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) for (const node of [target, ...addedNodes]) look(node)
  }).observe(document, { subtree: true, childList: true, attributes: true })
}

/** Remembers what ProseMirror makes a document of: its policy checks nothing. */
function watchClipboard(): void {
  type Factory = { defaultPolicy: unknown; createPolicy(name: string, rules: object): unknown }
  const { trustedTypes } = window as unknown as { trustedTypes: Factory }
  const clipboard: string[] = []
  const watched = ({ createHTML }: { createHTML: (html: string) => string }) => ({
    createHTML: (html: string) => {
      clipboard.push(html)
      return createHTML(html)
    },
  })
  const createPolicy: Factory['createPolicy'] = (name, rules) =>
    trustedTypes.createPolicy(
      name,
      name === 'ProseMirrorClipboard' ? watched(rules as Parameters<typeof watched>[0]) : rules,
    )
  Object.defineProperty(window, 'trustedTypes', { value: { defaultPolicy: trustedTypes.defaultPolicy, createPolicy } })
  Object.assign(window, { clipboard })
}

/** What no editor of ours writes, and nothing that was cleaned has. */
const foreign = /<(?:script|style|iframe|img|svg|object|embed|link|meta|form)\b|<[^>]*\son\w+=/i

/** A new article with the cursor in its body, and everything that the browser did which it should not have done. */
class Pasting {
  readonly page: Page
  readonly wrong: string[] = []

  constructor(page: Page) {
    this.page = page
    const host = () => new URL(page.url()).host
    page.on('dialog', (dialog) => {
      this.wrong.push(`dialog: ${dialog.message()}`)
      void dialog.dismiss()
    })
    page.on('pageerror', (error) => this.wrong.push(`error: ${error.message}`))
    page.on('console', (message) => {
      if (message.type() === 'error' && !unreadHandler.test(message.text()))
        this.wrong.push(`console: ${message.text()}`)
    })
    page.on('request', (request) => {
      const url = new URL(request.url())
      if (/^https?:$/.test(url.protocol) && page.url().startsWith('http') && url.host !== host())
        this.wrong.push(`request: ${request.url()}`)
    })
  }

  get text() {
    return this.page.getByRole('textbox', { name: 'Article text' })
  }

  async start(): Promise<this> {
    await openNewArticle(this.page)
    await this.page.evaluate(watchForHandlers)
    await this.text.getByRole('heading', { level: 1 }).click()
    await this.page.keyboard.press('Enter')
    await this.page.keyboard.press('Enter')
    return this
  }

  /** Empties the article; the cursor stands in the one paragraph that is left. */
  async empty(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+a')
    await this.page.keyboard.press('Delete')
    await expect(this.text.locator(':scope > *')).toHaveCount(3)
    await this.text.locator(':scope > p').last().click()
  }

  /** Through the clipboard of the machine: another program put this on it, and somebody presses the keys. */
  async paste(html: string, text = ''): Promise<void> {
    await this.page.evaluate(
      (copied) =>
        document.addEventListener(
          'copy',
          (event) => {
            event.stopImmediatePropagation()
            event.preventDefault()
            if (copied.html !== '') event.clipboardData?.setData('text/html', copied.html)
            event.clipboardData?.setData('text/plain', copied.text)
          },
          { capture: true, once: true },
        ),
      { html, text },
    )
    await this.page.keyboard.press('ControlOrMeta+c')
    await this.page.keyboard.press('ControlOrMeta+v')
  }

  /** Many, one after the other, each on a line of its own, without the clipboard: the editor is told as the browser tells it. */
  async pasteEach(texts: readonly string[]): Promise<void> {
    await this.text.evaluate(
      (element, all) => {
        for (const html of all) {
          const data = new DataTransfer()
          data.setData('text/html', html)
          element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
          const enter = { key: 'Enter', keyCode: 13, bubbles: true, cancelable: true }
          element.dispatchEvent(new KeyboardEvent('keydown', enter))
        }
      },
      [...texts],
    )
  }

  /** The document as the server has it, once everything is there. It is one that the server would take again. */
  async saved(): Promise<Node> {
    await expect(this.page.getByRole('status', { name: 'Save status' })).toHaveText(/^Saved \d\d:\d\d/, {
      timeout: 20_000,
    })
    const id = new URL(this.page.url()).pathname.split('/').at(-1)
    const answer = await this.page.request.get(`/api/documents/${id}`)
    return parseDocument((await answer.json()).document)
  }

  async expectNothingWrong(): Promise<void> {
    const { handlers, clipboard } = await this.page.evaluate(async () => {
      await new Promise((resolve) => setTimeout(resolve))
      const { handlersSeen, clipboard } = window as unknown as Record<'handlersSeen' | 'clipboard', string[]>
      return { handlers: handlersSeen, clipboard }
    })
    const uncleaned = clipboard.filter((html) => foreign.test(html)).map((html) => `not cleaned: ${html}`)
    expect([...handlers, ...uncleaned, ...this.wrong]).toEqual([])
  }
}

let signedIn: Awaited<ReturnType<BrowserContext['storageState']>>

test.beforeAll(async ({ browser }) => {
  const page = await browser.newPage()
  await beSignedIn(page, 'EDITOR')
  signedIn = await page.context().storageState()
  await page.close()
})

async function startPasting(browser: Browser): Promise<Pasting> {
  const context = await browser.newContext({ storageState: signedIn })
  await context.addInitScript(watchClipboard)
  return new Pasting(await context.newPage()).start()
}

const lines = (golden: string) => golden.trimEnd().split('\n')

test('what Word, Google Docs and web pages copy comes in as words and structure', async ({ browser }) => {
  const pasting = await startPasting(browser)
  for (const { name, html, golden } of ownPastes()) {
    await pasting.empty()
    await pasting.paste(html)
    expect(outline(await pasting.saved()), name).toEqual(lines(golden))
  }
  await pasting.expectNothingWrong()
})

test('what others have collected from the clipboards of office programs comes in the same way', async ({ browser }) => {
  const cases = foreignPastes()
  test.skip(cases === null, 'The corpora are not there.')
  const pasting = await startPasting(browser)
  for (const { name, html, golden } of cases ?? []) {
    await pasting.empty()
    await pasting.paste(html)
    expect(outline(await pasting.saved(), 5), name).toEqual(lines(golden))
  }
  await pasting.expectNothingWrong()
})

test('HTML that is after something does nothing, and what is left of it can be saved', async ({ browser }) => {
  const hostile = hostileHtml()
  const naughty = naughtyStrings()
  test.skip(hostile === null || naughty === null, 'The corpora are not there.')
  const pasting = await startPasting(browser)
  await pasting.pasteEach(hostile?.map(({ html }) => html) ?? [])
  await pasting.paste('', naughty?.join('\n\n'))
  const document = await pasting.saved()
  const links = new Set<string>()
  document.descendants((node) => {
    for (const mark of node.marks) if (mark.type.name === 'link') links.add(new URL(mark.attrs.href).protocol)
  })
  expect([...links].filter((protocol) => !['http:', 'https:', 'mailto:', 'tel:'].includes(protocol))).toEqual([])
  expect(document.childCount).toBeGreaterThan(500)
  await pasting.expectNothingWrong()
})

test('HTML that lies about being ours is cleaned like any other', async ({ browser }) => {
  const pasting = await startPasting(browser)
  const own = (attributes: string) =>
    `<p data-pm-slice="0 0 []" data-copied-from="x" onclick="hit()">a <a data-article-id="no id">link</a> and <span ${attributes}>words</span></p>` +
    `<blockquote data-speaker="${'long '.repeat(100)}"><p>Said</p></blockquote><figure data-node="image" data-media-id="nothing"></figure><img src="/no" onerror="hit()">`
  await pasting.paste(own('data-thread="nothing"'))
  expect(outline(await pasting.saved())).toEqual(['p: a link and words', 'quotation > p: Said'])
  // Nothing in this is wrong but what an editor would never have written.
  await pasting.empty()
  await pasting.paste(
    '<p data-pm-slice="0 0 []" data-copied-from="x" onclick="hit()">Ours<script>hit()</script><img src="/no" onerror="hit()"> it seems</p>',
  )
  expect(outline(await pasting.saved())).toEqual(['p: Ours it seems'])
  await pasting.expectNothingWrong()
})

test('a footnote takes words as the article does: those that somebody saw, and links that lead somewhere', async ({
  browser,
}) => {
  const pasting = await startPasting(browser)
  await pasting.page.keyboard.type('The ferry sank')
  await pasting.page.keyboard.press('ControlOrMeta+Alt+n')
  await expect(pasting.page.getByRole('textbox', { name: 'Footnote text' })).toBeFocused()
  await pasting.paste(
    '<p onclick="hit()">Seen <a href="https://www.google.com/url?q=https://harbour.example/log">in the log</a>' +
      '<span style="display: none"> and never here</span><img src="https://else.example/a.png" onerror="hit()"><script>hit()</script></p>',
  )
  await pasting.page.keyboard.press('Escape')
  const notes: Node[] = []
  const document = await pasting.saved()
  document.descendants((node) => {
    if (node.type.name === 'footnote') notes.push(node)
  })
  expect(notes.map((note) => note.textContent)).toEqual(['Seen in the log'])
  expect(notes[0]?.lastChild?.marks.map((mark) => mark.attrs.href)).toEqual(['https://harbour.example/log'])
  await pasting.expectNothingWrong()
})

test('plain text makes paragraphs at empty lines, keeps line ends and joins wrapped lines', async ({ browser }) => {
  const pasting = await startPasting(browser)
  await pasting.paste('', 'One\r\nline each\r\n\r\n\r\n## Not a crosshead\r\n\r\n* not bold *\r\n')
  expect(outline(await pasting.saved())).toEqual(['p: One / line each', 'p: ## Not a crosshead', 'p: * not bold *'])
  await pasting.empty()
  await pasting.paste(
    '',
    'The ferry came in at dawn, and nobody on the quay had seen it come,\nbecause the fog had been lying on the water since the evening before\nand would not lift.',
  )
  expect(outline(await pasting.saved())).toEqual([
    'p: The ferry came in at dawn, and nobody on the quay had seen it come, because the fog had been lying on the water since the evening before and would not lift.',
  ])
})

test('a headline and a crosshead take one line of plain words', async ({ browser }) => {
  const pasting = await startPasting(browser)
  await pasting.text.getByRole('heading', { level: 1 }).click()
  await pasting.paste('<h1>The <b>ferry</b><br><a href="https://example.com/">returns</a></h1>')
  await pasting.page.keyboard.press('Enter')
  await pasting.page.keyboard.press('Enter')
  await pasting.page.keyboard.type('## On ')
  await pasting.paste('<p>the <i>quay</i><br>at dawn</p>')
  const document = await pasting.saved()
  expect(document.child(0).textContent).toBe('The ferry returns')
  expect(outline(document)).toEqual(['h2: On the quay at dawn'])
})

test('words join the words around them, with their space', async ({ browser }) => {
  const pasting = await startPasting(browser)
  await pasting.page.keyboard.type('The boat')
  for (let times = 0; times < 4; times += 1) await pasting.page.keyboard.press('ArrowLeft')
  await pasting.paste('<meta charset="utf-8"><span>old <b>red</b> </span>')
  expect(outline(await pasting.saved())).toEqual(['p: The old *red* boat'])
})

test('copied in the article itself everything is as it was, and a conversation stays where it takes place', async ({
  browser,
}) => {
  const pasting = await startPasting(browser)
  await pasting.paste('<p>One <b>bold</b></p><ul><li>item</li></ul><p>last</p>')
  await pasting.saved()
  await pasting.page.keyboard.press('ControlOrMeta+Home')
  await pasting.page.keyboard.press('ArrowDown')
  await pasting.page.keyboard.press('ArrowDown')
  await pasting.page.keyboard.press('Home')
  await pasting.page.keyboard.press('ControlOrMeta+Shift+End')
  await pasting.page.keyboard.press('ControlOrMeta+x')
  await pasting.page.keyboard.press('ControlOrMeta+v')
  await pasting.page.keyboard.press('ControlOrMeta+v')
  expect(outline(await pasting.saved())).toEqual([
    'p: One *bold*',
    'ul > li: item',
    'p: last',
    'p: One *bold*',
    'ul > li: item',
    'p: last',
  ])
})

test('300 KB from Word are there within two seconds', async ({ browser }) => {
  const pasting = await startPasting(browser)
  const paragraph = (index: number) =>
    `<p class=MsoNormal style='margin-bottom:8.0pt;line-height:107%'><span lang=EN-GB style='font-size:11.0pt;font-family:"Calibri",sans-serif;mso-fareast-language:EN-US'>Paragraph ${index} with <b style='mso-bidi-font-weight:normal'>bold</b> words, <a href="https://example.com/${index}">a link</a>,<span style='mso-spacerun:yes'>&nbsp; </span>and as many more words as a paragraph has in an article of some length.<o:p></o:p></span></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>`
  const html = Array.from({ length: 700 }, (_, index) => paragraph(index)).join('')
  expect(html.length).toBeGreaterThan(300_000)
  const milliseconds = await pasting.text.evaluate((element, pasted) => {
    const data = new DataTransfer()
    data.setData('text/html', pasted)
    const start = performance.now()
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    return performance.now() - start
  }, html)
  console.log(`${Math.round(html.length / 1000)} KB pasted in ${Math.round(milliseconds)} ms`)
  expect(milliseconds).toBeLessThan(2_000)
  expect(outline(await pasting.saved())).toHaveLength(700)
})
