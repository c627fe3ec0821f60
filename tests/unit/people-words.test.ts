import { expect, test } from 'vitest'
import { deviceWords } from '@/lib/auth/device-words'
import { safePath } from '@/lib/auth/safe-path'
import { writeMail } from '@/lib/mail/write-mail'
import { slugOfName } from '@/lib/people/byline-slug'
import { PersonName } from '@/lib/people/person-name'

test.each([
  ['/desk/articles', '/desk/articles'],
  ['/desk/articles?q=two%20words&state=DRAFT', '/desk/articles?q=two%20words&state=DRAFT'],
  ['/desk/articles?q=100%25', '/desk/articles?q=100%25'],
  ['/admin/people#top', '/admin/people'],
  ['/', '/'],
  ['http://localhost:3000/desk/articles', '/desk/articles'],
  ['http://localhost:3000', '/desk'],
  ['/desk/../admin', '/admin'],
  ['/login', '/desk'],
  ['/login?next=/login', '/desk'],
  ['/api/auth/signout', '/desk'],
  ['/invite/abc', '/desk'],
  ['/loginpage', '/loginpage'],
])('next=%j goes to %j', (asked, path) => {
  expect(safePath(asked, 'localhost:3000')).toBe(path)
})

test('next that is no text, or endless, goes to the desk', () => {
  for (const asked of [undefined, null, ['/desk', '/admin'], { not: '' }, 7, `/${'a'.repeat(3000)}`]) {
    expect(safePath(asked)).toBe('/desk')
  }
})

test('a whole address is refused where no host is known to be ours', () => {
  expect(safePath('http://localhost:3000/admin')).toBe('/desk')
})

test.each([
  ['Maria Novák', 'maria-novak'],
  ['Ángela Núñez-Łuczak', 'angela-nunez-luczak'],
  ["Sean O'Brien", 'sean-obrien'],
  ['Jürgen Groß', 'jurgen-gross'],
  ['Ærø Þórsson', 'aero-thorsson'],
  ['  --  ', 'byline'],
  ['山田太郎', 'byline'],
  ['a/b?c#d', 'a-b-c-d'],
  ['x'.repeat(200), 'x'.repeat(80)],
])('the slug of %j is %j', (name, slug) => {
  expect(slugOfName(name)).toBe(slug)
})

test('a name is one line without markup, with single blanks', () => {
  expect(PersonName.parse('  Ada   Park ')).toBe('Ada Park')
  for (const name of ['', '   ', 'a\nb', 'a\u2028b', '<b>Ada</b>', 'a\u0000', 'x'.repeat(121)]) {
    expect(PersonName.safeParse(name).success).toBe(false)
  }
})

test('a mail says the same in text and in HTML, and a name in it cannot become markup', () => {
  const mail = writeMail('a@b.test', 'Hello', [
    'Hello <script>alert(1)</script> & "you",',
    { link: 'http://x.test/?a=1&b="' },
  ])
  expect(mail.text).toBe('Hello <script>alert(1)</script> & "you",\n\nhttp://x.test/?a=1&b="\n')
  expect(mail.html).toContain('<p>Hello &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;you&quot;,</p>')
  expect(mail.html).toContain('href="http://x.test/?a=1&amp;b=&quot;"')
})

test('a line break in a name does not make another paragraph of a mail', () => {
  expect(writeMail('a@b.test', 'Hello', ['Hello Ada\n\nhttp://elsewhere.test,']).text).toBe(
    'Hello Ada http://elsewhere.test,\n',
  )
})

test.each([
  [
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
    'Chrome on Linux',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0',
    'Edge on Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Mobile/15E148 Safari/604.1',
    'Safari on iPhone',
  ],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Mac'],
  ['curl/8.5.0', 'Another program'],
  ['', 'Another program'],
])('%j is called %j', (userAgent, words) => {
  expect(deviceWords(userAgent)).toBe(words)
})
