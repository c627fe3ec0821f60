import { expect, test } from '@/tests/support/browser-test'
import { cleanInBrowser } from '@/tests/support/clean-in-browser'
import { foreignPastes, hostileHtml, naughtyStrings, ownPastes } from '@/tests/support/corpora'

const ALLOWED =
  /^<\/?(p|h2|ul|ol|li|blockquote|hr|table|caption|tbody|tr|th|td|strong|em|a|br)(?: (?:href|colspan|rowspan)="[^"<>]*")*>$/

/** Each a stumbling block of its own: what it is pasted as, and what is left. */
const CASES: [string, string][] = [
  ['<span>a</span><span> </span><span>b</span>', 'a b'],
  ['<span>a</span><span>b</span>', 'ab'],
  ['<span> word </span>', ' word '],
  ['<p>a</p>\n\n<p>&nbsp;</p><p> </p><p><br></p><div><div></div></div><p>b</p>', '<p>a</p><p>b</p>'],
  ['a&nbsp; &nbsp;b &nbsp;', 'a b '],
  ['<p>Non&nbsp;! 10&nbsp;km, a&nbsp;few&nbsp;words</p>', '<p>Non\u00a0! 10\u00a0km, a\u00a0few words</p>'],
  ['<p>soft\u00adhyphen, zero\u200bwidth, mark\ufeff</p>', '<p>softhyphen, zerowidth, mark</p>'],
  ['<b style="font-weight:normal">x</b>', 'x'],
  ['<span style="font-weight:700">x</span>', '<strong>x</strong>'],
  ['<b>a <span style="font-weight:400">b</span></b>', '<strong>a</strong> b'],
  ['<p><b>a</b> <b>b</b></p>', '<p><strong>a b</strong></p>'],
  ['<pre>one\n  two\n\nthree</pre>', '<p>one<br>two</p><p>three</p>'],
  ['<p>a<br><br><br>b<br></p>', '<p>a</p><p>b</p>'],
  ['<h1>One<br>line</h1>', '<h2>One line</h2>'],
  ['<ul><ul><li>deep</li></ul></ul>', '<ul><li><p>deep</p></li></ul>'],
  ['<li>alone</li>', '<ul><li><p>alone</p></li></ul>'],
  ['<td>a</td><td>b</td>', '<p>a</p><p>b</p>'],
  [
    '<a href="https://www.google.com/url?q=https://www.google.com/url%3Fq%3Dhttps://example.com/%26x&amp;sa=D">x</a>',
    '<a href="https://example.com/">x</a>',
  ],
  [
    '<a href="https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.com%2F&amp;data=1">x</a>',
    '<a href="https://example.com/">x</a>',
  ],
  ['<a href="https://www.google.com/url?q=javascript:alert(1)">x</a>', 'x'],
  ['<a href="/about">x</a>', 'x'],
  [
    '<a href="https://example.com/?utm_source=a&amp;b=c">x</a>',
    '<a href="https://example.com/?utm_source=a&amp;b=c">x</a>',
  ],
  ['<del>old</del><ins>new</ins>', 'new'],
  ['<p data-pm-slice="0 0 []"><a data-article-id="no id">x</a><span data-thread="no id">y</span></p>', '<p>xy</p>'],
]

test('each stumbling block is taken', async ({ page }) => {
  const cleaned = await cleanInBrowser(
    page,
    CASES.map(([html]) => html),
  )
  expect(cleaned.map(({ once }, index) => [CASES[index]?.[0], once])).toEqual(CASES)
})

test('cleaned twice is cleaned once, and nothing is left but words, structure and links that may be followed', async ({
  page,
}) => {
  const texts = [
    ...CASES.map(([html]) => html),
    ...ownPastes().map(({ html }) => html),
    ...(foreignPastes() ?? []).map(({ html }) => html),
    ...(hostileHtml() ?? []).map(({ html }) => html),
    ...(naughtyStrings() ?? []),
  ]
  const requests: string[] = []
  page.on('request', (request) => requests.push(new URL(request.url()).hostname))
  page.on('dialog', (dialog) => requests.push(`dialog ${dialog.message()}`))
  const cleaned = await cleanInBrowser(page, texts)
  expect(cleaned.filter(({ once, twice }) => once !== twice)).toEqual([])
  for (const { once } of cleaned) {
    expect((once.match(/<[^>]*>?/g) ?? []).filter((tag) => !ALLOWED.test(tag))).toEqual([])
    expect(once).not.toMatch(/href="(?!https?:|mailto:|tel:)/)
    expect(once).not.toMatch(/<(p|h2|li|ul|ol|blockquote)><\/\1>/)
  }
  expect(new Set(requests)).toEqual(new Set(['127.0.0.1']))
})
