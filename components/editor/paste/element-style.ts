import type { Run } from './blocks'
import { linkTarget } from './link-target'

export type Marks = Omit<Run, 'text'>

/** The marks of words inside an element, given those around it. What a style says goes before what the element is. */
export function marksInside(element: HTMLElement, around: Marks): Marks {
  const { fontWeight, fontStyle } = element.style
  const name = element.localName
  return {
    isBold: fontWeight === '' ? around.isBold || name === 'b' || name === 'strong' : isHeavy(fontWeight, around),
    isItalic: fontStyle === '' ? around.isItalic || ITALIC.has(name) : isSlanted(fontStyle, around),
    href: name === 'a' && element.hasAttribute('href') ? linkTarget(element.getAttribute('href') ?? '') : around.href,
  }
}

const ITALIC = new Set(['i', 'em', 'cite', 'dfn'])

function isHeavy(weight: string, around: Marks): boolean {
  return weight === 'inherit' ? around.isBold : /^(bold|bolder|[6-9]\d\d|1000)$/.test(weight)
}

function isSlanted(style: string, around: Marks): boolean {
  return style === 'inherit' ? around.isItalic : /^(italic|oblique)/.test(style)
}

/** Would nobody have seen it where it was copied? */
export function isHidden(element: HTMLElement): boolean {
  const { display, visibility, opacity, fontSize, position, clip } = element.style
  return (
    element.hasAttribute('hidden') ||
    display === 'none' ||
    visibility === 'hidden' ||
    visibility === 'collapse' ||
    opacity === '0' ||
    /^0(px|pt|em|rem)?$/.test(fontSize) ||
    (position === 'absolute' && clip !== '' && clip !== 'auto') ||
    /mso-hide:\s*all/i.test(element.getAttribute('style') ?? '')
  )
}

/** Does a line end in its source end a line? Undefined when the element does not say. */
export function keepsLineEnds(element: HTMLElement): boolean | undefined {
  const { whiteSpace } = element.style
  if (whiteSpace !== '') return /^(pre|pre-wrap|pre-line|break-spaces)$/.test(whiteSpace)
  return element.localName === 'pre' ? true : undefined
}
