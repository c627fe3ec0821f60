import type { Node } from 'prosemirror-model'
import { wordsFor } from '../site-words/words-for'

/** What readers see above a box: its own heading, or what the paper calls such a box. @param language that of the paper, BCP 47 */
export function headingOf(box: Node, language: string): string {
  const headings: Readonly<Record<string, string>> = wordsFor(language).document.boxes
  return box.attrs.heading.trim() || (headings[box.type.name] ?? '')
}
