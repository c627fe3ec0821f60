import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { DocumentBody } from '@/components/document/document-body'
import { DocumentNode } from '@/components/document/document-node'
import { everyNode, open, resolved } from '@/tests/support/every-node'

const printing = { resolved, time: { language: 'en-GB', timeZone: 'Europe/London' }, path: '/news/this' }
const print = () => renderToStaticMarkup(<DocumentBody document={everyNode()} printing={printing} />)

test('the text stands below headline and standfirst, which the page puts in its header', () => {
  expect(print()).not.toContain('The headline')
  expect(print()).not.toContain('The standfirst')
  const headline = renderToStaticMarkup(<DocumentNode node={everyNode().child(0)} printing={printing} />)
  expect(headline).toBe('<h1 class="headline">The headline</h1>')
})

test('linked words are one link to the present address; what is not public is plain words', () => {
  const html = print()
  expect(html).toContain('<a href="/news/open">one <em>linked</em> piece</a>')
  expect(html).toContain('<a href="https://example.org/?a=1&amp;b=2" rel="noopener">web</a>')
  expect(html).toContain('<p>It has not not <strong>public</strong> words.</p>')
})

test('every block is there, and nothing of what is not public', () => {
  const html = print()
  for (const words of [
    'Crosshead',
    'bullet',
    'number',
    'Said so',
    'Ada',
    'mayor',
    'Set large',
    'At sea',
    'Posted words',
    '@piet',
  ]) {
    expect(html).toContain(words)
  }
  expect(html).toContain('<p>“Quoted,” she said.</p>')
  expect(html).toContain('<time dateTime="2026-11-20T08:14:00.000Z">20 November 2026 at 08:14 GMT</time>')
  expect(html).toContain('href="https://social.example/1"')
  expect(html).toMatch(
    /<img src="\/media\/[^"]+w640\.webp" srcSet="[^"]+ 320w, [^"]+ 640w, [^"]+ 1440w" sizes="[^"]+" width="1600" height="1000" alt="A ferry"/,
  )
  expect(html).not.toContain('secret')
  expect(html).not.toContain('<p></p>')
  expect(html).not.toMatch(/ style=|<script|<q>/)
  expect(html.match(/Read more/g)).toHaveLength(2)
  expect(html.match(/aria-label="Related articles"/g)).toHaveLength(1)
})

test('the sign-up is a form that works without script and comes back to its page', () => {
  const html = print()
  expect(html.match(/<form /g)).toHaveLength(1)
  expect(html).toContain('action="/api/newsletters/subscribe"')
  expect(html).toContain(`name="newsletter" value="${open}"`)
  expect(html).toContain('name="from" value="/news/this"')
})
