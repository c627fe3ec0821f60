import { describe, expect, test } from 'vitest'
import { parseDocument } from '@/lib/document/document'
import { schema } from '@/lib/document/schema'
import { printRepublished } from '@/lib/republishing/print-republished'
import { wordsFor } from '@/lib/site-words/words-for'
import { aDocument } from '@/tests/support/documents'
import { everyNode, resolved } from '@/tests/support/every-node'
import { origin, publicArticle, settings } from '@/tests/support/public-article'

const around = {
  byline: 'By Ana & Bo',
  paper: settings.name,
  time: settings,
  words: wordsFor('en-GB'),
  resolved,
  origin,
}

function printed(document = everyNode(), dateline = '') {
  const article = publicArticle(document)
  return printRepublished({ ...article, metadata: { ...article.metadata, source: null, dateline } }, around)
}

describe('An article that others may print', () => {
  test('is its words, signed, between its headline and a credit with the link to the original', () => {
    const { html, text, head } = printed()
    expect(html).toMatch(/^<h1>.*<\/h1>\n<p>The standfirst &lt;b&gt;<\/p>\n<p>By Ana &amp; Bo<\/p>\n/)
    const credit = `<p>This article was first published by <a href="${origin}/news/ferry">${settings.name}</a> on 20 November 2026.</p>`
    expect(html.endsWith(`\n${credit}`)).toBe(true)
    expect(text.endsWith(`first published by ${settings.name} on 20 November 2026.\n${origin}/news/ferry`)).toBe(true)
    expect(text).toContain('The standfirst <b>\n\nBy Ana & Bo\n\n')
    expect(head).toContain(`<link rel="canonical" href="${origin}/news/ferry">`)
  })

  test('has no picture, no card, no list and no sign-up of ours, and a link for each post', () => {
    const { html, text } = printed()
    expect(html).not.toMatch(/<img|<figure|Read more|Sign up|Posted words/)
    expect(html).toMatch(/<p><a href="https:\/\/social\.example\/1">Post by Piet on Mastodon<\/a> \(https:\/\/social/)
    expect(text).toContain('Post by Piet on Mastodon (https://social.example/1)')
    expect(text).not.toContain('Posted words')
  })

  test('keeps who says what, links to articles that are public, and notes', () => {
    const { html, text } = printed()
    expect(html).toContain('<p>Ada, mayor</p>')
    expect(text).toContain('Ada, mayor')
    expect(html).toContain(`<a href="${origin}/news/open">one <em>linked</em> piece</a>`)
    expect(html).not.toContain('secret')
  })

  test('has its dateline before its first words, or on a line of its own', () => {
    const { html, text } = printed(parseDocument(aDocument('Ferry', 'It returns.')), 'ALDERMOUTH')
    expect(html).toContain('<p>ALDERMOUTH – It returns.</p>')
    expect(text).toContain('ALDERMOUTH – It returns.')
    const list = schema.nodes.bulletedList.create(null, [
      schema.nodes.listItem.create(null, schema.nodes.paragraph.create(null, schema.text('One'))),
    ])
    expect(printed(parseDocument(aDocument('Ferry', list)), 'ALDERMOUTH').html).toContain('<p>ALDERMOUTH</p>\n<ul>')
  })

  test('names the source that it credits', () => {
    const article = publicArticle(everyNode())
    const source = { ...article.metadata.source, origin: 'OWN' as const }
    const { html, text } = printRepublished({ ...article, metadata: { ...article.metadata, source } as never }, around)
    expect(html).toContain('<p>Source: <a href="https://observer.example/a">Observer</a></p>')
    expect(text).toContain('Source: Observer, https://observer.example/a')
  })
})
