import type { Block, Cell, Run } from './blocks'
import { cellsOf, isDataTable, rowsOf, spanOf } from './data-table'
import { isHidden, keepsLineEnds, type Marks, marksInside } from './element-style'
import { isBlock, isCrosshead, isDropped, isPictureFrame, signOf } from './elements'
import { inOneLine, insideWords, paragraphsIn, seenText, textOf } from './runs'
import { beginsMarker, endsWhatWordShows, isMarker, wordItem } from './word-list'

type ItemPlace = { kind: 'item'; level: number; isNumbered: boolean; list: unknown; isContinued: boolean }
/** What the words that are read now become. */
type Place = { kind: 'paragraph' } | { kind: 'crosshead' } | ItemPlace

type Around = {
  marks: Marks
  keepsLineEnds: boolean
  /** The list that an item would belong to. */
  list: { level: number; isNumbered: boolean; list: unknown } | null
  /** The lines of the quotation around, which holds nothing else. */
  quotation: Run[][] | null
}

const NOTHING_AROUND: Around = {
  marks: { isBold: false, isItalic: false, href: null },
  keepsLineEnds: false,
  list: null,
  quotation: null,
}

const LEVELS_MOST = 9
/** Deeper than anything that a person wrote, and well within what a browser can follow. */
const DEPTH_MOST = 1000

/** What was read: blocks, or words that stood in no block at all and go into the middle of others. */
export function readBlocks(root: Element, hasTables: boolean): { blocks: Block[] } | { words: Run[] } {
  const reader = new Reader(hasTables)
  reader.children(root, NOTHING_AROUND, 0)
  return reader.result()
}

class Reader {
  private readonly hasTables: boolean
  private readonly blocks: Block[] = []
  private runs: Run[] = []
  private place: Place = { kind: 'paragraph' }
  private sawBlock = false

  constructor(hasTables: boolean) {
    this.hasTables = hasTables
  }

  result(): { blocks: Block[] } | { words: Run[] } {
    if (!this.sawBlock && paragraphsIn(this.runs).length < 2) return { words: insideWords(this.runs) }
    this.endLine(NOTHING_AROUND)
    return { blocks: this.blocks }
  }

  children(parent: Node, around: Around, depth: number): void {
    let isWordsOwn = false
    for (const node of parent.childNodes) {
      if (node.nodeType === Node.COMMENT_NODE) {
        if (beginsMarker(node.nodeValue ?? '')) isWordsOwn = true
        else if (endsWhatWordShows(node.nodeValue ?? '')) isWordsOwn = false
      } else if (isWordsOwn) continue
      else if (node.nodeType === Node.TEXT_NODE) this.words(node.nodeValue ?? '', around)
      else if (isHtmlElement(node)) this.element(node, around, depth)
    }
  }

  private words(text: string, around: Around): void {
    const lines = seenText(text.replace(/\r\n?/g, '\n'))
    const inLine = around.keepsLineEnds
      ? lines.replace(/[\v\u2028\u2029]/g, '\n').replace(/[\t\f]+/g, ' ')
      : lines.replace(/[\n\t\f\v\u2028\u2029]+/g, ' ')
    if (inLine !== '') this.runs.push({ text: inLine, ...around.marks })
  }

  private element(element: HTMLElement, outside: Around, depth: number): void {
    if (isDropped(element) || isHidden(element) || isMarker(element) || isPictureFrame(element)) {
      this.words(signOf(element), outside)
    } else if (element.localName === 'br') {
      this.runs.push({ text: '\n', ...outside.marks })
    } else if (element.localName === 'hr') {
      this.divider(outside)
    } else if (depth > DEPTH_MOST) {
      this.words(element.textContent, outside)
    } else {
      const around = {
        ...outside,
        marks: marksInside(element, outside.marks),
        keepsLineEnds: keepsLineEnds(element) ?? outside.keepsLineEnds,
      }
      if (isBlock(element)) this.block(element, around, depth + 1)
      else this.children(element, around, depth + 1)
    }
  }

  private block(element: HTMLElement, around: Around, depth: number): void {
    this.endLine(around)
    this.sawBlock = true
    const place = this.place
    const name = element.localName
    if (name === 'ul' || name === 'ol' || name === 'menu' || name === 'dir') this.list(element, around, depth)
    else if (name === 'blockquote' && !isIndent(element)) this.quotation(element, around, depth)
    else if (name === 'table' && this.takesTable(element, around)) this.table(element, around)
    else {
      this.place = this.placeOf(element, around)
      this.children(element, around, depth)
      this.endLine(around)
    }
    this.place = place
  }

  private placeOf(element: HTMLElement, { list, quotation }: Around): Place {
    if (quotation !== null) return { kind: 'paragraph' }
    if (element.localName === 'li') {
      const own = list ?? { level: 1, isNumbered: false, list: element.parentElement }
      const said = Number(element.getAttribute('data-aria-level') ?? element.getAttribute('aria-level'))
      const level = Math.min(LEVELS_MOST, Number.isInteger(said) && said > own.level ? said : own.level)
      return { kind: 'item', ...own, level, list: listId(element, level) ?? own.list, isContinued: false }
    }
    // A block in a list item goes on with the item, one in a crosshead with the crosshead.
    if (this.place.kind !== 'paragraph') return this.place
    const item = wordItem(element)
    if (item !== null && !isCrosshead(element))
      return { kind: 'item', ...item, list: `${item.list} ${item.level}`, isContinued: false }
    return { kind: isCrosshead(element) ? 'crosshead' : 'paragraph' }
  }

  private list(element: HTMLElement, around: Around, depth: number): void {
    const level = Math.min(LEVELS_MOST, (around.list?.level ?? 0) + 1)
    const list = { level, isNumbered: element.localName === 'ol', list: element }
    // Words that stand in the list and in no item of it.
    this.place =
      around.quotation === null
        ? { kind: 'item', ...list, isContinued: this.place.kind === 'item' }
        : { kind: 'paragraph' }
    this.children(element, { ...around, list }, depth)
    this.endLine(around)
  }

  private quotation(element: HTMLElement, around: Around, depth: number): void {
    if (around.quotation !== null || this.place.kind === 'item') {
      this.children(element, around, depth)
      this.endLine(around)
      return
    }
    const lines: Run[][] = []
    const inside = { ...around, quotation: lines, list: null }
    this.place = { kind: 'paragraph' }
    this.children(element, inside, depth)
    this.endLine(inside)
    if (lines.length > 0) this.blocks.push({ kind: 'quotation', lines })
  }

  private takesTable(element: HTMLElement, { quotation, list }: Around): boolean {
    return this.hasTables && quotation === null && list === null && this.place.kind !== 'item' && isDataTable(element)
  }

  private table(element: HTMLElement, around: Around): void {
    const rows = rowsOf(element).map((row) => cellsOf(row).map((cell) => this.cell(cell, around)))
    const caption = [...element.children].find(({ localName }) => localName === 'caption')
    const captionText = caption === undefined ? '' : textOf(inOneLine(this.apart(caption, around).flat()))
    this.blocks.push({
      kind: 'table',
      caption: captionText.slice(0, 300),
      rows: rows.filter((row) => row.some(({ runs }) => runs.length > 0)),
    })
  }

  private cell(element: HTMLElement, around: Around): Cell {
    const lines = this.apart(element, { ...around, marks: marksInside(element, around.marks) })
    const runs = lines.flatMap((line, index) => [
      ...(index === 0 ? [] : [{ text: '\n', isBold: false, isItalic: false, href: null }]),
      ...line,
    ])
    return {
      isHeader: element.localName === 'th',
      colspan: spanOf(element, 'colspan'),
      rowspan: spanOf(element, 'rowspan'),
      runs: paragraphsIn(runs)[0] ?? [],
    }
  }

  /** The lines of an element whose words go elsewhere. */
  private apart(element: Element, around: Around): Run[][] {
    const lines: Run[][] = []
    const reader = new Reader(false)
    const inside = { ...around, quotation: lines }
    reader.children(element, inside, 0)
    reader.endLine(inside)
    return lines
  }

  private divider(around: Around): void {
    this.endLine(around)
    this.sawBlock = true
    if (around.quotation === null && this.place.kind !== 'item' && this.blocks.at(-1)?.kind !== 'divider')
      this.blocks.push({ kind: 'divider' })
  }

  /** Makes blocks of the words since the last line. */
  private endLine({ quotation }: Around): void {
    const { runs, place } = this
    this.runs = []
    if (place.kind === 'crosshead') {
      const line = withoutStyleOfWhole(inOneLine(runs))
      if (line.length > 0) this.blocks.push({ kind: 'crosshead', runs: line })
      return
    }
    for (const line of paragraphsIn(runs)) {
      if (quotation !== null) quotation.push(line)
      else if (place.kind === 'item') {
        this.blocks.push({ ...place, runs: line })
        place.isContinued = true
      } else this.blocks.push({ kind: 'paragraph', runs: line })
    }
  }
}

function isHtmlElement(node: Node): node is HTMLElement {
  return node.nodeType === Node.ELEMENT_NODE && 'style' in node && 'localName' in node
}

/** Writers in browsers indent with an element that was made for quotations. */
function isIndent(element: HTMLElement): boolean {
  return /\bwebkit-indent-blockquote\b/.test(element.className)
}

/** Word for the web writes every item as a list of its own and says which list it means. */
function listId(element: HTMLElement, level: number): string | null {
  const id = element.getAttribute('data-listid')
  return id === null ? null : `${id} ${level}`
}

/** A crosshead in italics from end to end looks so by its style, not by what it says. */
function withoutStyleOfWhole(runs: Run[]): Run[] {
  const isStyle = runs.every((run) => run.isItalic || run.text.trim() === '')
  return runs.map((run) => ({ ...run, isBold: false, href: null, isItalic: run.isItalic && !isStyle }))
}
