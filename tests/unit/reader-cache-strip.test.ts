import { describe, expect, it } from 'vitest'
import { isIncomplete, stripFramework } from '@/lib/reader-cache/strip-framework'

// What Next 16.4 writes for a page, shortened only in its texts.
const head =
  '<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/><link rel="stylesheet" href="/_next/static/chunks/3x.css"'
const frameworkHead =
  ' data-precedence="next"/><meta name="next-size-adjust" content=""/><link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/31.js"/><script src="/_next/static/chunks/1w.js" async=""></script><script src="/_next/static/chunks/0c.js" noModule=""></script>'
const flight =
  '<script id="_R_">(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({"otherChunks":[]});</script><script>(self.__next_f=self.__next_f||[]).push([0])</script><script>self.__next_f.push([1,"1:[\\"$\\",\\"p\\",null,{\\"children\\":\\"\\u003c/script>\\"}]\\n"])</script>'
const data = '<script type="application/ld+json">{"headline":"a <!-- --> b \\u003c/script>"}</script>'

describe('stripFramework', () => {
  it('leaves a page that is the same without scripts', () => {
    const html = `${head}${frameworkHead}<title>Two &lt;b&gt;</title></head><body><div hidden=""><!--$--><!--/$--></div><main><h1>news<!-- --> / <!-- -->one</h1><!--$--><p>Text</p><!--/$--></main>${flight}</body></html>`
    expect(stripFramework(html)).toBe(
      `${head}/><title>Two &lt;b&gt;</title></head><body><main><h1>news / one</h1><p>Text</p></main></body></html>`,
    )
  })

  it('takes out characters that no page may have, and keeps tabs and line breaks', () => {
    expect(stripFramework('<p>Roses are \x1b[0;31mred\x1b[0m,\tviolets\n\x7f\x00blue</p>')).toBe(
      '<p>Roses are [0;31mred[0m,\tviolets\nblue</p>',
    )
  })

  it('keeps structured data to the letter', () => {
    expect(stripFramework(`<body>${data}${flight}</body>`)).toBe(`<body>${data}</body>`)
  })

  it('keeps scripts of our own', () => {
    const own =
      '<script data-first-party="" src="/live.js" async=""></script><script src="/live.js" type="module" data-first-party="true"></script>'
    expect(stripFramework(`${own}<script src="/x.js" data-first-party-not="1"></script>`)).toBe(own)
  })

  it('keeps styles, fonts, canonical addresses and feeds that are linked to', () => {
    const links =
      '<link rel="preload" href="/a.woff2" as="font" type="font/woff2" crossorigin=""/><link rel="canonical" href="https://x.test/a"/><link rel="alternate" type="application/atom+xml" href="/atom.xml"/>'
    expect(
      stripFramework(
        `${links}<link rel="modulepreload" href="/x.js"/><link rel="expect" href="#_R_" blocking="render"/>`,
      ),
    ).toBe(links)
  })

  it('leaves comments that are text', () => {
    const text = '<textarea name="q"><!-- --></textarea><style>a{}<!-- --></style>'
    expect(stripFramework(text)).toBe(text)
  })

  it('leaves other comments and hidden elements', () => {
    const html = '<!-- a comment of ours --><div hidden="">later</div>'
    expect(stripFramework(html)).toBe(html)
  })
})

describe('isIncomplete', () => {
  it('sees a part that is still to come, one that failed, and one that stands elsewhere', () => {
    expect(isIncomplete('<!--$?--><template id="B:0"></template><!--/$-->')).toBe(true)
    expect(isIncomplete('<!--$!--><template data-dgst="1"></template><!--/$-->')).toBe(true)
    expect(isIncomplete('<div hidden id="S:0"><p>x</p></div>')).toBe(true)
  })

  it('is content with a part that is there', () => {
    expect(isIncomplete('<!--$--><p>x</p><!--/$--><template id="mine"></template>')).toBe(false)
  })
})
