import type { Node } from 'prosemirror-model'

/**
 * The body of a document as a person would describe it, a line for each block: `p: words *bold* _italic_ [linked https://…]`,
 * `ul > li: words`. A slash is a line break, `⍽` a space that does
 * not break.
 *
 * @param wordsMost after so many words of a block there is only "…", for text that is not ours to keep
 */
export function outline(document: Node, wordsMost = Number.POSITIVE_INFINITY): string[] {
  return document.content.content.slice(2).flatMap((block) => blockLines(block, '', wordsMost))
}

const NAMES: Record<string, string> = { paragraph: 'p', crosshead: 'h2', bulletedList: 'ul', numberedList: 'ol' }

function blockLines(block: Node, path: string, wordsMost: number): string[] {
  const name = path + (NAMES[block.type.name] ?? block.type.name)
  if (block.type.name === 'bulletedList' || block.type.name === 'numberedList')
    return block.content.content.flatMap((item) => itemLines(item, `${name} > li`, wordsMost))
  if (block.type.name === 'table') return [tableLine(block, wordsMost)]
  if (block.isTextblock) return [`${name}: ${lineOf(block, wordsMost)}`]
  if (block.childCount === 0) return [name]
  return block.content.content.flatMap((child) => blockLines(child, `${name} > `, wordsMost))
}

function itemLines(item: Node, name: string, wordsMost: number): string[] {
  return item.content.content.flatMap((child, index) => {
    if (!child.isTextblock) return blockLines(child, `${name} > `, wordsMost)
    return [`${name}: ${index === 0 ? '' : '(goes on) '}${lineOf(child, wordsMost)}`]
  })
}

function tableLine(table: Node, wordsMost: number): string {
  const caption = table.attrs.caption === '' ? '' : ` (${table.attrs.caption})`
  const rows = table.content.content.map((row) =>
    row.content.content.map((cell) => lineOf(cell, wordsMost)).join(' | '),
  )
  return `table${caption}: ${rows.join(' || ')}`
}

function lineOf(block: Node, wordsMost: number): string {
  let words = 0
  const parts = block.content.content.map((node) => {
    const pieces = (node.isText ? (node.text ?? '') : ' / ').replaceAll('\u00a0', '⍽').split(/(?<=\s)/)
    const kept = pieces.filter((piece) => (piece.trim() === '' ? words < wordsMost : words++ < wordsMost))
    return marked(node, kept.join('') + (kept.length < pieces.length ? '…' : ''))
  })
  return parts.join('').replace(/…+/g, '…')
}

function marked(node: Node, text: string): string {
  const has = (name: string) => node.marks.some(({ type }) => type.name === name)
  const link = node.marks.find(({ type }) => type.name === 'link')
  let words = has('italic') ? `_${text}_` : text
  if (has('bold')) words = `*${words}*`
  return link === undefined ? words : `[${words} ${link.attrs.href ?? link.attrs.articleId}]`
}
