import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { DocumentBody } from '@/components/document/document-body'
import { parseDocument } from '@/lib/document/document'
import { documentIssues } from '@/lib/document/document-issues'
import { printHtml } from '@/lib/document/print-html'
import { printText } from '@/lib/document/print-text'
import { schema } from '@/lib/document/schema'
import { Invalid } from '@/lib/errors'
import { aDocument, paragraph } from '../support/documents'
import { everyNode, resolved } from '../support/every-node'

const { nodes: n, marks: m } = schema
const text = (words: string) => schema.text(words)
const footnote = (words: string) => n.footnote.create(null, words === '' ? [] : text(words))
const row = (type: 'tableCell' | 'tableHeader', ...cells: string[]) =>
  n.tableRow.create(
    null,
    cells.map((words) => n[type].create(null, words === '' ? [] : text(words))),
  )
const page = (document = everyNode()) =>
  renderToStaticMarkup(
    <DocumentBody
      document={document}
      printing={{ resolved, time: { language: 'en-GB', timeZone: 'UTC' }, path: '/news/this' }}
    />,
  )
const feed = (document = everyNode()) =>
  printHtml(document, { resolved, origin: 'https://paper.example', language: 'en-GB' })

describe('a document is refused', () => {
  const withBlock = (block: object) => ({
    type: 'doc',
    content: [{ type: 'headline' }, { type: 'standfirst' }, block],
  })
  const words = { type: 'text', text: 'x' }
  const cell = (attrs: object, content: object[] = []) =>
    withBlock({
      type: 'table',
      content: [{ type: 'tableRow', content: [{ type: 'tableCell', attrs, content }] }],
    })

  test.each([
    ['a cell over no columns', cell({ colspan: 0 })],
    ['a cell over a thousand rows', cell({ rowspan: 1000 })],
    ['a cell over half a column', cell({ colspan: 1.5 })],
    ['a cell with a paragraph in it', cell({}, [{ type: 'paragraph' }])],
    ['a table without rows', withBlock({ type: 'table' })],
    ['a row without cells', withBlock({ type: 'table', content: [{ type: 'tableRow' }] })],
    ['a caption of two lines', withBlock({ ...cell({}).content[2], attrs: { caption: 'one\ntwo' } })],
    [
      'a footnote in a footnote',
      withBlock({
        type: 'paragraph',
        content: [{ type: 'footnote', content: [{ type: 'footnote', content: [words] }] }],
      }),
    ],
    [
      'an annotation in a footnote',
      withBlock({
        type: 'paragraph',
        content: [
          {
            type: 'footnote',
            content: [{ ...words, marks: [{ type: 'annotation', attrs: { explanation: 'x' } }] }],
          },
        ],
      }),
    ],
    [
      'an explanation of 601 characters',
      withBlock({
        type: 'paragraph',
        content: [{ ...words, marks: [{ type: 'annotation', attrs: { explanation: 'x'.repeat(601) } }] }],
      }),
    ],
    ['a fact box with a table in it', withBlock({ type: 'factBox', content: [cell({}).content[2]] })],
    [
      'a heading that is a number',
      withBlock({ type: 'factBox', attrs: { heading: 7 }, content: [{ type: 'paragraph' }] }),
    ],
    ['a timeline without entries', withBlock({ type: 'timeline' })],
    [
      'a moment that is too long',
      withBlock({
        type: 'timeline',
        content: [{ type: 'timelineEntry', attrs: { when: 'x'.repeat(121) }, content: [{ type: 'paragraph' }] }],
      }),
    ],
    [
      'an answer without a question',
      withBlock({
        type: 'questionAndAnswer',
        content: [{ type: 'questionEntry', content: [{ type: 'paragraph' }] }],
      }),
    ],
    ['a paragraph among key points', withBlock({ type: 'keyPoints', content: [{ type: 'paragraph' }] })],
  ])('%s', (_, json) => {
    expect(() => parseDocument(json)).toThrow(Invalid)
  })
})

describe('what keeps an article from going out', () => {
  const known = { articles: new Map(), newsletterIds: new Set<string>(), mediaIds: new Set<string>() }
  const found = (...blocks: Parameters<typeof aDocument>[1][]) =>
    documentIssues(parseDocument(aDocument('Ferry', 'Words.', ...blocks)), known).map(
      ({ code, severity }) => `${severity} ${code}`,
    )
  const entry = (when: string, words: string) => n.timelineEntry.create({ when }, paragraph(words))
  const pair = (question: string, answer: string) =>
    n.questionEntry.create(null, [n.question.create(null, question === '' ? [] : text(question)), paragraph(answer)])

  test('boxes without words', () => {
    expect(found(n.keyPoints.createAndFill() ?? '')).toEqual(['blocking empty-box'])
    expect(found(n.factBox.createAndFill({ heading: 'Heading' }) ?? '')).toEqual(['blocking empty-box'])
    expect(found(n.timeline.createAndFill() ?? '')).toEqual(['blocking empty-box'])
    expect(found(n.questionAndAnswer.createAndFill() ?? '')).toEqual(['blocking empty-box'])
    expect(found(n.table.createAndFill() ?? '')).toEqual(['blocking empty-table'])
  })

  test('entries without words, and dates and headings that somebody may have forgotten', () => {
    expect(found(n.timeline.create(null, [entry('May', 'It sank.'), entry('', '')]))).toEqual([
      'blocking empty-entry',
      'warning no-when',
    ])
    expect(found(n.questionAndAnswer.create(null, [pair('Why?', ''), pair('', 'Because.')]))).toEqual([
      'blocking empty-question',
      'blocking empty-answer',
    ])
    expect(found(n.factBox.create(null, paragraph('A fact.')))).toEqual(['warning no-heading'])
  })

  test('a table without caption or header row may go out, with a warning', () => {
    expect(found(n.table.create(null, row('tableCell', 'a', 'b')))).toEqual([
      'warning no-table-caption',
      'warning no-header-row',
    ])
    expect(found(n.table.create({ caption: 'Names' }, [row('tableHeader', 'a'), row('tableCell', 'b')]))).toEqual([])
  })

  test('a footnote without words, wherever it stands', () => {
    const cell = n.tableCell.create(null, [text('1'), footnote(' ')])
    const table = n.table.create({ caption: 'Names' }, [row('tableHeader', 'a'), n.tableRow.create(null, cell)])
    expect(found(table)).toEqual(['blocking empty-footnote'])
    expect(found(n.paragraph.create(null, [text('Said'), footnote('Letter of May 3')]))).toEqual([])
  })

  test('marked words that open nothing', () => {
    const unexplained = schema.text('the levy', [m.annotation.create({ explanation: ' ' })])
    expect(found(n.keyPoints.create(null, n.keyPoint.create(null, unexplained)))).toEqual(['blocking no-explanation'])
  })

  test('links inside of cells, points and footnotes are looked at, too', () => {
    const nowhere = schema.text('there', [
      m.link.create({ articleId: '0196f0a0-0000-7000-8000-000000000001', href: null }),
    ])
    expect(found(n.paragraph.create(null, [text('See'), n.footnote.create(null, nowhere)]))).toEqual([
      'blocking no-target',
    ])
    expect(found(n.keyPoints.create(null, n.keyPoint.create(null, nowhere)))).toEqual(['blocking no-target'])
  })
})

describe('for readers', () => {
  test('a table names its columns and rows, moves in a frame of its own and has no short row', () => {
    const html = page()
    expect(html).toContain('<figcaption id="table-')
    expect(html).toMatch(
      /<div class="table-frame" role="region" aria-labelledby="(table-\d+)" tabindex="0"><table aria-labelledby="\1">/,
    )
    expect(html).toContain('<thead><tr><th scope="col">Year</th><th scope="col">Crossings</th></tr></thead>')
    expect(html).toContain('<th scope="row">2019</th>')
    expect(html).toContain('<tr><td>short row</td><td></td></tr>')
  })

  test('a column of figures is flush right, with its name', () => {
    const table = n.table.create({ caption: 'Votes' }, [
      row('tableHeader', 'Party', 'Votes', 'Share'),
      row('tableCell', 'Harbour List', '12,408', '31.5 %'),
      row('tableCell', 'Others', '–', '−2'),
    ])
    expect(page(parseDocument(aDocument('x', table)))).toContain(
      '<tr><th scope="col">Party</th><th scope="col" class="figure">Votes</th><th scope="col" class="figure">Share</th></tr>',
    )
  })

  test('notes number themselves in the order of the text and link both ways', () => {
    const html = page()
    for (const number of [1, 2]) {
      expect(html).toContain(`<a id="note-${number}-number" href="#note-${number}" role="doc-noteref"`)
      expect(html).toContain(`<li id="note-${number}">`)
      expect(html).toContain(`<a href="#note-${number}-number" role="doc-backlink"`)
    }
    expect(html.indexOf('Harbour office')).toBeGreaterThan(html.indexOf('<h2 id="notes">Notes</h2>'))
    expect(html).toContain('<span>Says <a href="https://example.org/?a=1&amp;b=2" rel="noopener">the web</a></span>')
    expect(page(parseDocument(aDocument('x', 'No notes.')))).not.toContain('Notes')
  })

  test('marked words open their explanation without script, and inside a link it stands in brackets', () => {
    expect(page()).toMatch(
      /<button type="button" class="explained" popoverTarget="(explained-\d+)">Explained<\/button><span class="explanation" id="\1" popover="auto" role="note">What &lt;it&gt; means<\/span> point/,
    )
    const inLink = schema.text('the levy', [
      m.link.create({ articleId: null, href: 'https://law.example/' }),
      m.annotation.create({ explanation: 'A tax on sand' }),
    ])
    expect(page(parseDocument(aDocument('x', n.paragraph.create(null, inLink))))).toContain(
      '<p><a href="https://law.example/" rel="noopener">the levy (A tax on sand)</a></p>',
    )
  })

  test('every box has its heading, its own or its name, and what is empty in it is not there', () => {
    const html = page()
    for (const heading of ['The short of it', 'The ferry &amp; its crew', 'Timeline', 'Questions and answers'])
      expect(html).toMatch(new RegExp(`aria-labelledby="(box-\\d+)"><h2 id="\\1" class="box-heading">${heading}</h2>`))
    expect(html).toContain(
      '<ol><li><p class="timeline-when">May 2019</p><p>It sank.</p></li><li><p>It rose.</p></li></ol>',
    )
    expect(html).toContain('<h3 class="question">Why?</h3><p>Because.</p>')
    expect(html).not.toContain('<li></li>')
    expect(page(parseDocument(aDocument('x', 'Words.', n.keyPoints.createAndFill() ?? '')))).toBe('<p>Words.</p>')
  })

  test('no two parts of a page have one id', () => {
    const ids = [...page().matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('in feeds', () => {
  test('it is plain HTML that says the same, with explanations in brackets and notes below', () => {
    const html = feed()
    expect(html).toContain(
      '<aside><h2>The short of it</h2><ul><li>First point</li><li>Explained (What &lt;it&gt; means) point</li></ul></aside>',
    )
    expect(html).toContain('<aside><h2>Timeline</h2><ol><li><p><strong>May 2019</strong></p><p>It sank.</p></li>')
    expect(html).toContain('<h3>Why?</h3><p>Because.</p>')
    expect(html).toContain(
      '<table><caption>Crossings a year</caption><thead><tr><th scope="col">Year</th><th scope="col">Crossings</th></tr></thead>' +
        '<tbody><tr><th scope="row">2019</th><td>1,204<sup>1</sup></td></tr><tr><td>short row</td><td></td></tr></tbody></table>',
    )
    expect(html).toContain('<p>Noted<sup>2</sup> again.</p>')
    expect(html).toMatch(
      /<h2>Notes<\/h2><ol><li>Harbour office<\/li><li>Says <a href="[^"]+">the web<\/a><\/li><\/ol>$/,
    )
  })
})

test('as plain text, cells are apart, and notes stand below and not inside of a word', () => {
  const words = printText(everyNode())
  expect(words).toContain('Crossings a year\nYear\tCrossings\n2019\t1,204\nshort row')
  expect(words).toContain('The short of it\n\nFirst point\n\n')
  expect(words).toContain('May 2019\nIt sank.')
  expect(words).toContain('Noted again.')
  expect(words).toMatch(/1\. Harbour office\n\n2\. Says the web$/)
})
