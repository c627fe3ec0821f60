import type { Block, Cell, Run } from './blocks'
import { nestItems } from './nest-items'

/** The blocks as the plain HTML that the schema's parse rules read: no classes, no styles, no white space between elements. */
export function printBlocks(blocks: readonly Block[]): string {
  let html = ''
  for (let at = 0; at < blocks.length; ) {
    const items: Extract<Block, { kind: 'item' }>[] = []
    for (let block = blocks[at]; block?.kind === 'item'; block = blocks[at]) {
      items.push(block)
      at += 1
    }
    if (items.length > 0) html += nestItems(items).map(printList).join('')
    const block = blocks[at]
    if (block !== undefined && block.kind !== 'item') html += printBlock(block)
    at += 1
  }
  return html
}

type List = ReturnType<typeof nestItems>[number]

function printList({ isNumbered, items }: List): string {
  const tag = isNumbered ? 'ol' : 'ul'
  const printed = items.map(({ parts }) =>
    parts.map((part) => ('items' in part ? printList(part) : paragraph(part))).join(''),
  )
  return `<${tag}>${printed.map((item) => `<li>${item}</li>`).join('')}</${tag}>`
}

function printBlock(block: Exclude<Block, { kind: 'item' }>): string {
  switch (block.kind) {
    case 'paragraph':
      return paragraph(block.runs)
    case 'crosshead':
      return `<h2>${printRuns(block.runs)}</h2>`
    case 'quotation':
      return `<blockquote>${block.lines.map(paragraph).join('')}</blockquote>`
    case 'divider':
      return '<hr>'
    case 'table': {
      const caption = block.caption === '' ? '' : `<caption>${escaped(block.caption)}</caption>`
      const rows = block.rows.map((row) => `<tr>${row.map(printCell).join('')}</tr>`).join('')
      return `<table>${caption}<tbody>${rows}</tbody></table>`
    }
  }
}

function printCell({ isHeader, colspan, rowspan, runs }: Cell): string {
  const tag = isHeader ? 'th' : 'td'
  const spans = `${colspan > 1 ? ` colspan="${colspan}"` : ''}${rowspan > 1 ? ` rowspan="${rowspan}"` : ''}`
  return `<${tag}${spans}>${printRuns(runs)}</${tag}>`
}

function paragraph(runs: readonly Run[]): string {
  return `<p>${printRuns(runs)}</p>`
}

export function printRuns(runs: readonly Run[]): string {
  return runs
    .map(({ text, isBold, isItalic, href }) => {
      let html = escaped(text).replaceAll('\n', '<br>')
      if (isItalic) html = `<em>${html}</em>`
      if (isBold) html = `<strong>${html}</strong>`
      return href === null ? html : `<a href="${escaped(href)}">${html}</a>`
    })
    .join('')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
