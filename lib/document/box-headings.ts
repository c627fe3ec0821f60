import type { Node } from 'prosemirror-model'

/** What readers see above a box that was given no heading of its own. */
export const BOX_HEADINGS: Readonly<Record<string, string>> = {
  keyPoints: 'Key points',
  factBox: 'In brief',
  timeline: 'Timeline',
  questionAndAnswer: 'Questions and answers',
}

export function headingOf(box: Node): string {
  return box.attrs.heading.trim() || (BOX_HEADINGS[box.type.name] ?? '')
}
