import { inertBody } from './inert-html'
import { printBlocks, printRuns } from './print-blocks'
import { readBlocks } from './read-blocks'

/**
 * What somebody meant to paste: words, links, bold, italics, crossheads, lists, quotations, tables. Styles, empty paragraphs,
 * scripts and what nobody saw stay behind. Cleaned again it is the same.
 *
 * @param hasTables whether a table may stay one; else its cells become paragraphs
 */
export function cleanHtml(html: string, hasTables: boolean): string {
  // After a body's tag the parser keeps white space.
  const read = readBlocks(inertBody(`<body>${asWhole(fragmentOf(html))}`), hasTables)
  return 'words' in read ? printRuns(read.words) : printBlocks(read.blocks)
}

/** What was copied, without the page that some systems put around it and the line ends between the two. */
function fragmentOf(html: string): string {
  const start = html.indexOf('<!--StartFragment-->')
  const end = html.lastIndexOf('<!--EndFragment-->')
  const fragment = start !== -1 && end > start ? html.slice(start + '<!--StartFragment-->'.length, end) : html
  const begun = /[\n\r]/.test(fragment.slice(0, fragment.search(/\S|$/))) ? fragment.trimStart() : fragment
  return /[\n\r]/.test(begun.slice(begun.trimEnd().length)) ? begun.trimEnd() : begun
}

/** Rows and cells without their table would lose their tags to the parser. */
function asWhole(html: string): string {
  const [, first] = /^(?:\s|<(?:meta|html|head|body|!)[^>]*>)*<([a-z]+)/i.exec(html) ?? []
  return first !== undefined && /^(tr|td|th|tbody|thead|tfoot|caption|colgroup)$/i.test(first)
    ? `<table>${/^(td|th)$/i.test(first) ? '<tr>' : ''}${html}</table>`
    : html
}
