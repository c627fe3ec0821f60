import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { DocumentBody } from '@/components/document/document-body'
import { parseDocument } from '@/lib/document/document'
import { printHtml } from '@/lib/document/print-html'

const resolved = { articles: new Map(), newsletters: new Map(), pictures: new Map(), posts: new Map() }
const dateline = 'ALDERMOUTH, <Tuesday>'

const text = (words: string) => [{ type: 'text', text: words }]
const p = (words: string) => (words === '' ? { type: 'paragraph' } : { type: 'paragraph', content: text(words) })
const crosshead = { type: 'crosshead', content: text('A sign') }
const list = { type: 'bulletedList', content: [{ type: 'listItem', content: [p('One')] }] }

function documentOf(...blocks: object[]) {
  return parseDocument({
    type: 'doc',
    content: [
      { type: 'headline', content: text('Flood') },
      { type: 'standfirst', content: text('It rose.') },
      ...blocks,
    ],
  })
}

const feed = (...blocks: object[]) =>
  printHtml(documentOf(...blocks), { resolved, origin: 'https://paper.example', language: 'en-GB', dateline })
const page = (...blocks: object[]) =>
  renderToStaticMarkup(
    <DocumentBody
      document={documentOf(...blocks)}
      printing={{ resolved, time: { language: 'en-GB', timeZone: 'UTC' }, path: '/news/flood', dateline }}
    />,
  )

test('the dateline stands before the first words, once, escaped', () => {
  expect(feed(p(''), p('The river rose.'), p('It fell.'))).toBe(
    '<p>It rose.</p><p>ALDERMOUTH, &lt;Tuesday&gt; – The river rose.</p><p>It fell.</p>',
  )
  expect(page(p(''), p('The river rose.'), p('It fell.'))).toBe(
    '<p><span class="dateline">ALDERMOUTH, &lt;Tuesday&gt;</span> – The river rose.</p><p>It fell.</p>',
  )
})

test('a crosshead above the first paragraph keeps its place', () => {
  expect(page(crosshead, p('The river rose.'))).toContain(' – The river rose.')
})

test('where no paragraph opens the text it has a line of its own', () => {
  expect(feed(list, p('Later.'))).toBe(
    '<p>It rose.</p><p>ALDERMOUTH, &lt;Tuesday&gt;</p><ul><li><p>One</p></li></ul><p>Later.</p>',
  )
  expect(page(list, p('Later.'))).toMatch(/^<p><span class="dateline">[^<]+<\/span><\/p><ul>/)
})
