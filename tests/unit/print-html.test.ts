import { expect, test } from 'vitest'
import { newsArticle, printForScript } from '@/lib/articles/structured-data'
import { printHtml } from '@/lib/document/print-html'
import { schema } from '@/lib/document/schema'
import { everyNode, open, resolved } from '@/tests/support/every-node'
import { origin, publicArticle, settings } from '@/tests/support/public-article'

test('every node prints its words, escaped, with absolute addresses and without the headline', () => {
  const html = printHtml(everyNode(), { resolved, origin, language: 'en-GB' })
  expect(html).not.toContain('The headline')
  expect(html).toContain('<p>The standfirst &lt;b&gt;</p>')
  expect(html).toContain(`<a href="${origin}/news/open">one <em>linked</em> piece</a>`)
  expect(html).toContain('<a href="https://example.org/?a=1&amp;b=2">web</a>')
  expect(html).toContain('not <strong>public</strong> words')
  expect(html).toContain('first<br>second')
  expect(html).toContain('<h2>Crosshead</h2>')
  expect(html).toContain('<ul><li><p>bullet</p></li></ul><ol><li><p>number</p></li></ol>')
  expect(html).toContain('<blockquote><p>Said so</p><p>Ada, mayor</p></blockquote>')
  expect(html).toContain(`<img src="${origin}/media/${open}/w640.webp" alt="A ferry" width="1600" height="1000">`)
  expect(html).toContain(`<p>Read more: <a href="${origin}/news/open">Open &amp; public</a></p>`)
  expect(html).toContain('<a href="https://paper.example/newsletters">Sign up to Tide</a>')
  expect(html).toContain(
    '<blockquote><p>Posted words</p><p><a href="https://social.example/1">Piet @piet, Mastodon</a></p></blockquote>',
  )
  expect(html).not.toMatch(/<p><\/p>|secret|class=|style=/)
})

test('an address that a browser would run is words, even in a document that nobody checked', () => {
  const link = schema.marks.link.create({ articleId: null, href: 'https://example.org/' })
  Object.assign(link, { attrs: { articleId: null, href: 'java\tscript:alert(1)' } })
  const unchecked = schema.nodes.paragraph.create(null, schema.text('press me', [link]))
  expect(printHtml(unchecked, { resolved, origin, language: 'en-GB' })).toBe('<p>press me</p>')
})

test('structured data cannot end its script element, and says what the page says', () => {
  const printed = printForScript(
    newsArticle(publicArticle(everyNode()), settings, origin, { headline: 'Before', path: '/news/before' }),
  )
  expect(printed).not.toMatch(/[<>&\u2028\u2029]/)
  expect(JSON.parse(printed)).toMatchObject({
    '@type': 'NewsArticle',
    headline: 'Ferry </script><script>alert(1)</script>',
    description: 'A line\u2028break',
    datePublished: '2026-11-20T10:00:00.000Z',
    dateModified: '2026-11-21T10:00:00.000Z',
    author: [{ name: 'Ana', url: `${origin}/author/ana` }],
    publisher: { name: 'The Tide' },
    articleSection: 'News & views',
    image: [{ url: `${origin}/media/${open}/w1440.webp`, width: '1440 px', height: '960 px', creditText: 'Ana' }],
    mainEntityOfPage: { '@id': `${origin}/news/ferry` },
    isBasedOn: { name: 'Observer', url: 'https://observer.example/a' },
    citation: { headline: 'Before', url: `${origin}/news/before` },
  })
})
