import { parse as parseCsv } from 'csv-parse/sync'
import { parseDocument as parseMarkup } from 'htmlparser2'
import { createTransport } from 'nodemailer'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { DocumentBody } from '@/components/document/document-body'
import { printNewsSitemap } from '@/lib/articles/sitemap'
import { printForScript } from '@/lib/articles/structured-data'
import { type DocumentJson, parseDocument, toJson } from '@/lib/document/document'
import { printHtml } from '@/lib/document/print-html'
import { schema } from '@/lib/document/schema'
import { feedOfArticles } from '@/lib/feeds/feed-input'
import { printAtom } from '@/lib/feeds/print-atom'
import { printJsonFeed } from '@/lib/feeds/print-json-feed'
import { printRss } from '@/lib/feeds/print-rss'
import { xmlText } from '@/lib/feeds/xml-text'
import { attachment } from '@/lib/http/attachment'
import { escaped } from '@/lib/http/escaped'
import { writeMail } from '@/lib/mail/write-mail'
import { csvLine } from '@/lib/record/csv'
import { naughtyStrings } from '@/tests/support/corpora'
import { everyNode, resolved } from '@/tests/support/every-node'
import { origin, publicArticle, settings } from '@/tests/support/public-article'

// Words that are known to trouble programs come out as words wherever they are printed: what is parsed again is what went in.

const OWN = [
  '<script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '`onload=alert(1)',
  '<!--<img src="--><img src=x onerror=alert(1)//">',
  ']]><x/><![CDATA[',
  '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
  '&lt;b&gt; &amp;amp; &#x3c;',
  '%3Cscript%3E %253Cscript%253E',
  'a\r\nSet-Cookie: a=b',
  'a\nBcc: eve@elsewhere.example',
  'a\u2028b\u2029c\u0085d',
  '\u202egnp.exe',
  '\u0000\u0008\ufffe',
  '\ud800 alone',
  '=HYPERLINK("http://x.example")',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '../../etc/passwd',
  'name"; filename="x.html',
  "x'y*z(1)%41.html",
  'ＡＢ＠ｃ',
  '{{7*7}} #{7*7} <%= 7*7 %>',
]
const WORDS = [...OWN, ...(naughtyStrings() ?? [])].filter((words) => words !== '')

type Element = { type: string; name?: string; data?: string; attribs?: Record<string, string>; children?: Element[] }

function elementsIn(markup: string, xmlMode = false): Element[] {
  const all: Element[] = []
  const walk = (nodes: Element[]) => {
    for (const node of nodes) {
      if (node.name !== undefined) all.push(node)
      walk(node.children ?? [])
    }
  }
  walk(parseMarkup(markup, { xmlMode, decodeEntities: true }).children as unknown as Element[])
  return all
}

function textOf(element: Element): string {
  return element.data ?? (element.children ?? []).map(textOf).join('')
}

const named = (markup: string, xmlMode = false) => elementsIn(markup, xmlMode).map(({ name }) => name)

describe('Words come out as words', () => {
  test('in HTML', () => {
    for (const words of WORDS) {
      const html = printHtml(schema.nodes.paragraph.create(null, schema.text(words)), {
        ...{ resolved, origin, language: 'en-GB' },
      })
      expect(named(html), words).toEqual(['p'])
      expect(textOf(elementsIn(html)[0] as Element), words).toBe(words)
    }
  })

  test('in an attribute', () => {
    for (const words of WORDS) {
      const [element, ...others] = elementsIn(`<p title="${escaped(words)}" id='${escaped(words)}'></p>`)
      expect(others, words).toEqual([])
      expect(element?.attribs, words).toEqual({ title: words, id: words })
    }
  })

  test('in RSS, Atom and JSON Feed', () => {
    const article = publicArticle(everyNode())
    const of = (words: string) =>
      feedOfArticles({
        ...{ settings: { ...settings, name: words }, subject: null, tombstones: [], resolved, origin },
        articles: [
          {
            ...{ ...article, headline: words, trailText: words },
            bylines: [{ id: 'b', slug: 'b', name: words, role: '' }],
            corrections: [{ id: 'c', kind: 'CORRECTION', text: words, at: new Date(0) }],
          },
        ],
      })
    const plain = JSON.parse(printJsonFeed(of('Plain'))) as { items: { content_html: string }[] }
    const plainHtml = named(plain.items[0]?.content_html ?? '')
    const [plainRss, plainAtom] = [named(printRss(of('Plain')), true), named(printAtom(of('Plain')), true)]
    for (const words of WORDS) {
      const seen = xmlText(words).trim()
      if (seen === '') continue
      const [rss, atom] = [printRss(of(words)), printAtom(of(words))]
      expect(named(rss, true), words).toEqual(plainRss)
      expect(named(atom, true), words).toEqual(plainAtom)
      const lines = (text: string) => text.replace(/\r\n?/g, '\n').trim()
      const titlesIn = (xml: string) => elementsIn(xml, true).filter(({ name }) => name === 'title')
      // That of the paper and that of the article.
      for (const xml of [rss, atom])
        expect(titlesIn(xml).filter((title) => lines(textOf(title)) === lines(seen)).length, words).toBe(2)
      const { items } = JSON.parse(printJsonFeed(of(words))) as { items: { title: string; content_html: string }[] }
      expect(items[0]?.title, words).toBe(words)
      expect(named(items[0]?.content_html ?? ''), words).toEqual(plainHtml)
    }
  }, 60_000)

  test('in a sitemap', () => {
    for (const words of WORDS) {
      const entry = { path: '/news/a', publishedAt: new Date(0), headline: words, language: 'en-GB' }
      const xml = printNewsSitemap([entry as never], { ...settings, name: words } as never, origin)
      const titles = elementsIn(xml, true).filter(({ name }) => name === 'news:title')
      expect(titles.map(textOf), words).toEqual([xmlText(words)])
    }
  })

  test('in structured data, where a script could end', () => {
    for (const words of WORDS) {
      const printed = printForScript({ headline: words })
      expect(printed, words).not.toMatch(/[<>&\u2028\u2029]/)
      expect(JSON.parse(printed), words).toEqual({ headline: words })
    }
  })

  test('in a header', () => {
    for (const words of WORDS) {
      const value = attachment(words)
      expect(new Headers({ 'Content-Disposition': value }).get('content-disposition'), words).toBe(value)
      expect(value, words).toMatch(/^attachment; filename="[\w .-]*"; filename\*=UTF-8''[\w.~!%-]*$/)
      const [, extended = ''] = value.split("filename*=UTF-8''")
      expect(decodeURIComponent(extended), words).toBe(words.replace(/\p{Cs}/gu, '\ufffd'))
    }
  })

  test('in a cell of a spreadsheet, and are no formula', () => {
    for (const words of WORDS) {
      const rows = parseCsv(csvLine([words, 'next']), { record_delimiter: '\r\n', relax_quotes: false }) as string[][]
      expect(rows, words).toHaveLength(1)
      const whole = words.replace(/\p{Cs}/gu, '\ufffd')
      expect([whole, `'${whole}`], words).toContain(rows[0]?.[0])
      expect(rows[0]?.[1], words).toBe('next')
      expect(rows[0]?.[0], words).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/u)
    }
  })

  test('in a mail, which gets no header and no receiver from them', async () => {
    const transport = createTransport({ streamTransport: true, buffer: true })
    const headersOf = async (words: string) => {
      const { to, subject, text, html } = writeMail('ada@paper.example', `Of ${words}`, [words, { link: origin }])
      const sent = await transport.sendMail({
        from: 'paper@paper.example',
        to: { name: '', address: to },
        subject,
        text,
        html,
      })
      const [head = ''] = (sent.message as Buffer).toString('latin1').split('\r\n\r\n')
      return { names: [...head.matchAll(/^([\w-]+):/gm)].map(([, name]) => name), to: sent.envelope.to }
    }
    const plain = await headersOf('Plain')
    for (const words of WORDS) expect(await headersOf(words), words).toEqual(plain)
  })
})

const HOSTILE = [
  'javascript:alert(1)',
  'JaVa\tscript:alert(1)',
  '\u0001javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'file:///etc/passwd',
  'blob:https://paper.example/x',
  '//elsewhere.example/x',
  '"><script>alert(1)</script>',
]

type Json = { [key: string]: unknown }

/** Every place of an attribute in a document. */
function attributesIn(node: Json, path: (string | number)[] = []): (string | number)[][] {
  const own = Object.keys((node.attrs ?? {}) as Json).map((name) => [...path, 'attrs', name])
  const below = ['content', 'marks'].flatMap((key) =>
    ((node[key] ?? []) as Json[]).flatMap((each, index) => attributesIn(each, [...path, key, index])),
  )
  return [...own, ...below]
}

function changed(document: DocumentJson, path: (string | number)[], value: unknown): DocumentJson {
  const copy = structuredClone(document)
  let within = copy as unknown as Record<string | number, Record<string | number, never>>
  for (const key of path.slice(0, -1)) within = within[key] as never
  within[path[path.length - 1] ?? ''] = value as never
  return copy
}

const ADDRESSES = ['href', 'src', 'srcset', 'action', 'formaction', 'poster', 'data', 'cite', 'xlink:href']
const MAY_RUN = /^(?:script|iframe|object|embed|base|meta|link|style|form|svg|math|frame)$/
const LEADS_WELL = /^(?:https?:\/\/|mailto:|tel:|\/(?!\/)|#)/

/** What a browser would run of this, or follow to where it should not. */
function harmIn(html: string): string[] {
  return elementsIn(html).flatMap(({ name = '', attribs = {} }) => [
    ...(MAY_RUN.test(name) ? [`<${name}>`] : []),
    ...Object.entries(attribs)
      .filter(
        ([key, value]) => /^on|^style$|^srcdoc$/.test(key) || (ADDRESSES.includes(key) && !LEADS_WELL.test(value)),
      )
      .map(([key, value]) => `${name} ${key}=${value}`),
  ])
}

const printing = { resolved, time: { language: 'en-GB', timeZone: 'Europe/London' }, path: '/news/this' }

test('an address that a browser would run is refused or becomes words, in whichever attribute of a document it stands', () => {
  const document = toJson(everyNode())
  const places = attributesIn(document as unknown as Json)
  expect(places.length).toBeGreaterThan(40)
  const own = harmIn(renderToStaticMarkup(<DocumentBody document={everyNode()} printing={printing} />))
  // The form of a newsletter, and the frame in which a reader may open an original: both are of our own making.
  expect(own).toEqual(expect.arrayContaining(['<form>']))
  let taken = 0
  for (const place of places) {
    for (const address of HOSTILE) {
      let parsed: ReturnType<typeof parseDocument>
      try {
        parsed = parseDocument(changed(document, place, address))
      } catch {
        continue
      }
      taken += 1
      const where = `${place.join('.')} ${address}`
      expect(harmIn(printHtml(parsed, { resolved, origin, language: 'en-GB' })), where).toEqual([])
      expect(harmIn(renderToStaticMarkup(<DocumentBody document={parsed} printing={printing} />)), where).toEqual(own)
    }
  }
  // Names and words may be anything.
  expect(taken).toBeGreaterThan(20)
  expect(harmIn('<a href="javascript:x">x</a><img src=x onerror=y><script>z</script>')).toHaveLength(4)
}, 60_000)

test('prototypes that somebody has poisoned put nothing into what is printed or taken in', () => {
  const document = toJson(everyNode())
  const clean = printHtml(parseDocument(document), { resolved, origin, language: 'en-GB' })
  const poisoned: [object, string, unknown][] = [
    [Array.prototype, 'onclick', true],
    [Array.prototype, 'script', true],
    [Object.prototype, 'onclick', 'alert(1)'],
    [Object.prototype, 'onerror', 'alert(1)'],
    [Object.prototype, 'href', 'javascript:alert(1)'],
    [Object.prototype, 'srcdoc', '<script>alert(1)</script>'],
  ]
  const results: string[] = []
  for (const [prototype, key, value] of poisoned) {
    Object.defineProperty(prototype, key, { value, configurable: true, writable: true, enumerable: false })
    try {
      results.push(printHtml(parseDocument(structuredClone(document)), { resolved, origin, language: 'en-GB' }))
    } finally {
      Reflect.deleteProperty(prototype, key)
    }
  }
  expect(results).toEqual(poisoned.map(() => clean))
})

test('what names a prototype in a document or an input is none', () => {
  for (const text of [
    '{"type":"doc","__proto__":{"polluted":true},"content":[{"type":"headline"},{"type":"standfirst"},{"type":"paragraph"}]}',
    '{"type":"doc","content":[{"type":"headline"},{"type":"standfirst"},{"type":"paragraph","attrs":{"__proto__":{"polluted":true}}}]}',
    '{"type":"doc","content":[{"type":"constructor"},{"type":"__proto__"},{"type":"paragraph"}]}',
  ]) {
    try {
      expect(JSON.stringify(toJson(parseDocument(JSON.parse(text))))).not.toContain('polluted')
    } catch (error) {
      expect(error).toHaveProperty('code', 'INVALID')
    }
    expect('polluted' in {}).toBe(false)
  }
})
