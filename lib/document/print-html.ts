import type { Mark, Node } from 'prosemirror-model'
import { wordsFor } from '../site-words/words-for'
import { safePageUrl, safeUrl } from './addresses'
import { headingOf } from './box-headings'
import type { Document } from './document'
import { type InlinePiece, inlineTree } from './inline-tree'
import { openingParagraph } from './opening-paragraph'
import { pictureSource } from './picture-source'
import type { Resolved } from './resolved'
import type { MarkName, NodeName } from './schema'
import { isHeaderRow, missingCells } from './table-shape'

type Printing = {
  resolved: Resolved
  /** Scheme, host and port in front of our own paths, because this is read elsewhere. */
  origin: string
  /** That of the paper, BCP 47. */
  language: string
  /** Where and when the words were written, for the front of the first of them. */
  dateline?: string
  /** The footnotes so far: they stand below the text. */
  notes?: string[]
}

type Print = (node: Node, inside: () => string, printing: Printing) => string

const printers: Record<NodeName, Print> = {
  doc: printDocument,
  // Whoever carries the article carries its headline beside the text.
  headline: () => '',
  standfirst: (_, inside) => unlessEmpty('p', inside()),
  paragraph: (_, inside, { dateline }) => unlessEmpty('p', before(dateline, inside())),
  crosshead: (_, inside) => unlessEmpty('h2', inside()),
  bulletedList: (_, inside) => `<ul>${inside()}</ul>`,
  numberedList: (_, inside) => `<ol>${inside()}</ol>`,
  listItem: (_, inside) => `<li>${inside()}</li>`,
  quotation: (node, inside) => `<blockquote>${inside()}${signed(node)}</blockquote>`,
  pullQuote: (node, inside) => `<blockquote>${unlessEmpty('p', inside())}${signed(node)}</blockquote>`,
  image: printImage,
  divider: () => '<hr>',
  readMore: printReadMore,
  related: printRelated,
  newsletterSignUp: printNewsletter,
  socialPost: printSocialPost,
  keyPoints: (node, inside, printing) => printBox(node, unlessEmpty('ul', inside()), printing),
  keyPoint: (_, inside) => unlessEmpty('li', inside()),
  factBox: (node, inside, printing) => printBox(node, inside(), printing),
  timeline: (node, inside, printing) => printBox(node, unlessEmpty('ol', inside()), printing),
  timelineEntry: (node, inside) =>
    unlessEmpty('li', `${unlessEmpty('p', unlessEmpty('strong', escapeHtml(node.attrs.when)))}${inside()}`),
  questionAndAnswer: (node, inside, printing) => printBox(node, inside(), printing),
  questionEntry: (_, inside) => inside(),
  question: (_, inside) => unlessEmpty('h3', inside()),
  table: printTable,
  // What a cell is depends on its row and its table, which print it.
  tableRow: (_, inside) => inside(),
  tableCell: (_, inside) => inside(),
  tableHeader: (_, inside) => inside(),
  text: (node) => escapeHtml(node.text ?? ''),
  hardBreak: () => '<br>',
  footnote: (_, inside, { notes = [] }) => `<sup>${notes.push(inside())}</sup>`,
}

type PrintMark = (mark: Mark, inside: string, printing: Printing) => string

const markPrinters: Record<MarkName, PrintMark> = {
  // The newsroom's own marks are off before anything is printed (forReaders); if one were left, it would print nothing.
  comment: (_, inside) => inside,
  claim: (_, inside) => inside,
  inserted: () => '',
  removed: (_, inside) => inside,
  reformatted: (_, inside) => inside,
  toDo: (_, inside) => inside,
  annotation: (mark, inside) =>
    mark.attrs.explanation === '' ? inside : `${inside} (${escapeHtml(mark.attrs.explanation)})`,
  link: printLink,
  // The speaker is the newsroom's; readers see prose.
  quote: (_, inside) => inside,
  bold: (_, inside) => `<strong>${inside}</strong>`,
  italic: (_, inside) => `<em>${inside}</em>`,
}

/** The article's text as HTML that stands by itself: for feeds. No headline, no classes, absolute addresses. */
export function printHtml(document: Document, printing: Printing): string {
  const notes: string[] = []
  const text = printNode(document, { ...printing, notes })
  const items = notes.map((note) => `<li>${note}</li>`)
  return items.length === 0
    ? text
    : `${text}<h2>${escapeHtml(wordsFor(printing.language).document.notes)}</h2><ol>${items.join('')}</ol>`
}

/** Only the opening paragraph is told the dateline. */
function printDocument(document: Node, _: () => string, { dateline = '', ...rest }: Printing): string {
  const opening = dateline === '' ? -1 : openingParagraph(document)
  const parts = document.children.map((node, index) =>
    printNode(node, index === opening ? { ...rest, dateline } : rest),
  )
  // After headline and standfirst, where no paragraph opens the text.
  if (dateline !== '' && opening === -1) parts.splice(2, 0, `<p>${escapeHtml(dateline)}</p>`)
  return parts.join('')
}

function before(dateline: string | undefined, inside: string): string {
  return dateline === undefined || inside === '' ? inside : `${escapeHtml(dateline)} – ${inside}`
}

function printNode(node: Node, printing: Printing): string {
  const inside = () =>
    node.inlineContent
      ? inlineTree(node)
          .map((piece) => printPiece(piece, printing))
          .join('')
      : node.children.map((child) => printNode(child, printing)).join('')
  return printers[node.type.name as NodeName](node, inside, printing)
}

function printPiece(piece: InlinePiece, printing: Printing): string {
  if (piece.kind === 'leaf') return printNode(piece.node, printing)
  const inside = piece.pieces.map((part) => printPiece(part, printing)).join('')
  return markPrinters[piece.mark.type.name as MarkName](piece.mark, inside, printing)
}

function printLink(mark: Mark, inside: string, { resolved, origin }: Printing): string {
  const { articleId, href } = mark.attrs
  const path = articleId === null ? null : resolved.articles.get(articleId)?.path
  const address = articleId === null ? safeUrl(href ?? '') : path === undefined ? null : origin + path
  return address === null ? inside : `<a href="${escapeHtml(address)}">${inside}</a>`
}

function printImage(node: Node, _: () => string, { resolved, origin }: Printing): string {
  const picture = resolved.pictures.get(node.attrs.mediaId)
  const source = picture && pictureSource(picture)
  if (!picture || !source) return ''
  const { alt, isDecorative, caption, credit } = node.attrs
  const below = [caption, credit].filter(Boolean).map(escapeHtml).join(' ')
  const image = `<img src="${escapeHtml(origin + source)}" alt="${isDecorative ? '' : escapeHtml(alt)}" width="${picture.width}" height="${picture.height}">`
  return `<figure>${image}${below === '' ? '' : `<figcaption>${below}</figcaption>`}</figure>`
}

function printReadMore(node: Node, _: () => string, { resolved, origin, language }: Printing): string {
  const article = resolved.articles.get(node.attrs.articleId)
  return article === undefined
    ? ''
    : `<p>${escapeHtml(wordsFor(language).document.readMoreOf(''))}<a href="${escapeHtml(origin + article.path)}">${escapeHtml(article.headline)}</a></p>`
}

function printRelated(node: Node, _: () => string, { resolved, origin }: Printing): string {
  const articles = (node.attrs.articleIds as string[])
    .map((id) => resolved.articles.get(id))
    .filter((article) => article !== undefined)
  const items = articles.map(
    ({ path, headline }) => `<li><a href="${escapeHtml(origin + path)}">${escapeHtml(headline)}</a></li>`,
  )
  return items.length === 0 ? '' : `<ul>${items.join('')}</ul>`
}

/** A form works on our own pages only. */
function printNewsletter(node: Node, _: () => string, { resolved, origin, language }: Printing): string {
  const newsletter = resolved.newsletters.get(node.attrs.newsletterId)
  if (newsletter === undefined) return ''
  const pitch = node.attrs.pitch || newsletter.description
  return `<p>${escapeHtml(pitch)} <a href="${escapeHtml(`${origin}/newsletters`)}">${escapeHtml(wordsFor(language).newsletters.signUpTo(newsletter.name))}</a></p>`
}

function printSocialPost(node: Node, inside: () => string): string {
  const { author, handle, network, url, title } = node.attrs
  const by = [author, handle].filter(Boolean).join(' ')
  const on = [by, network].filter(Boolean).join(', ')
  const address = safePageUrl(url)
  const words = escapeHtml(on || url)
  const credit = address === null ? words : `<a href="${escapeHtml(address)}">${words}</a>`
  const heading = unlessEmpty('p', unlessEmpty('strong', escapeHtml(title)))
  return `<blockquote>${heading}${inside()}${unlessEmpty('p', credit)}</blockquote>`
}

function printBox(box: Node, inside: string, { language }: Printing): string {
  return inside === '' ? '' : `<aside><h2>${escapeHtml(headingOf(box, language))}</h2>${inside}</aside>`
}

function printTable(table: Node, _: () => string, printing: Printing): string {
  const [head = '', ...rows] = table.children.map((row) => {
    const cells = row.children.map((cell) => printCell(cell, row, printNode(cell, printing)))
    return `<tr>${cells.join('')}${'<td></td>'.repeat(missingCells(row, table))}</tr>`
  })
  const caption = unlessEmpty('caption', escapeHtml(table.attrs.caption))
  const isHeaded = isHeaderRow(table.child(0))
  const body = unlessEmpty('tbody', (isHeaded ? rows : [head, ...rows]).join(''))
  return `<table>${caption}${isHeaded ? `<thead>${head}</thead>` : ''}${body}</table>`
}

function printCell({ type, attrs }: Node, row: Node, inside: string): string {
  const span = (name: string) => (attrs[name] === 1 ? '' : ` ${name}="${attrs[name]}"`)
  const tag = type.name === 'tableHeader' ? 'th' : 'td'
  const scope = tag === 'td' ? '' : ` scope="${isHeaderRow(row) ? 'col' : 'row'}"`
  return `<${tag}${scope}${span('colspan')}${span('rowspan')}>${inside}</${tag}>`
}

function signed(node: Node): string {
  const by = [node.attrs.speaker, node.attrs.role].filter(Boolean).map(escapeHtml).join(', ')
  return by === '' ? '' : `<p>${by}</p>`
}

function unlessEmpty(tag: string, inside: string): string {
  return inside === '' ? '' : `<${tag}>${inside}</${tag}>`
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text as it stands in HTML, in an element or an attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
}
