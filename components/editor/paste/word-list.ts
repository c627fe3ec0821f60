/** An item of a list as Word writes it: a paragraph that says of itself which list and level it belongs to. */
type WordItem = { level: number; list: string; isNumbered: boolean }

const MARKER = /^\s*\(?(?:\d{1,4}|[a-z]{1,2}|[ivxlcdm]{1,8})[.)]/i

/** Null when the paragraph is no list item of Word's. */
export function wordItem(element: HTMLElement): WordItem | null {
  const style = /mso-list:\s*(l\d+)\s+level(\d)\s*(lfo\d+)?/i.exec(element.getAttribute('style') ?? '')
  const [isListClass, kind] = /\bMsoList(Paragraph|Bullet|Number)/.exec(element.className) ?? []
  const marker = markerOf(element)
  if (style === null && (isListClass === undefined || (kind === 'Paragraph' && marker === ''))) return null
  return {
    level: Number(style?.[2] ?? 1),
    list: style === null ? (kind ?? '') : `${style[1]} ${style[3]}`,
    isNumbered: marker === '' ? kind === 'Number' : MARKER.test(marker),
  }
}

/** What Word draws before the item, for programs that know no lists. */
function markerOf(element: HTMLElement): string {
  const ignored = element.querySelector<HTMLElement>('[style*="mso-list:Ignore" i], [style*="mso-list: Ignore" i]')
  if (ignored !== null) return ignored.textContent
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_COMMENT | NodeFilter.SHOW_TEXT)
  let isMarker = false
  let marker = ''
  while (walker.nextNode()) {
    const { currentNode: node } = walker
    if (node.nodeType === Node.COMMENT_NODE) {
      if (isMarker && endsWhatWordShows(node.nodeValue ?? '')) break
      isMarker ||= beginsMarker(node.nodeValue ?? '')
    } else if (isMarker) marker += node.nodeValue ?? ''
  }
  return marker
}

/** `<!--[if !supportLists]-->`, and the same without the dashes, which a parser reads as a comment, too. */
export function beginsMarker(comment: string): boolean {
  return /^\s*\[if\s+!supportLists\]/i.test(comment)
}

export function endsWhatWordShows(comment: string): boolean {
  return /^\s*\[endif\]/i.test(comment)
}

/** The span around a marker. */
export function isMarker(element: HTMLElement): boolean {
  return /mso-list:\s*Ignore/i.test(element.getAttribute('style') ?? '')
}
