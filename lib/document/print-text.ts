import type { Node } from 'prosemirror-model'
import type { NodeName } from './schema'

type Print = (node: Node, inside: () => string) => string

/** Blocks that hold words print them; what only points elsewhere prints nothing. A new node without a line does not compile. */
const printers: Record<NodeName, Print> = {
  doc: (_, inside) => inside(),
  headline: (_, inside) => `${inside()}\n\n`,
  standfirst: (_, inside) => `${inside()}\n\n`,
  paragraph: (_, inside) => `${inside()}\n\n`,
  crosshead: (_, inside) => `${inside()}\n\n`,
  bulletedList: (_, inside) => inside(),
  numberedList: (_, inside) => inside(),
  listItem: (_, inside) => inside(),
  quotation: (node, inside) => `${inside()}${signed(node)}`,
  pullQuote: (node, inside) => `${inside()}\n\n${signed(node)}`,
  image: (node) => [node.attrs.caption, node.attrs.credit].filter(Boolean).join(' ').concat('\n\n'),
  divider: () => '',
  readMore: () => '',
  related: () => '',
  newsletterSignUp: () => '',
  socialPost: ({ attrs }, inside) =>
    `${attrs.title === '' ? '' : `${attrs.title}\n\n`}${inside()}${[attrs.author, attrs.handle].filter(Boolean).join(' ')}\n\n`,
  keyPoints: headed,
  keyPoint: (_, inside) => `${inside()}\n\n`,
  factBox: headed,
  timeline: headed,
  timelineEntry: (node, inside) => `${node.attrs.when}\n${inside()}`,
  questionAndAnswer: headed,
  questionEntry: (_, inside) => inside(),
  question: (_, inside) => `${inside()}\n\n`,
  table: (node, inside) => `${node.attrs.caption}\n${inside()}\n`,
  tableRow: (_, inside) => `${inside().trimEnd()}\n`,
  tableCell: (_, inside) => `${inside()}\t`,
  tableHeader: (_, inside) => `${inside()}\t`,
  text: (node) => node.text ?? '',
  hardBreak: () => '\n',
  // Below the text: its words are no part of the sentence that it stands in.
  footnote: () => '',
}

/** The document's own words, paragraphs separated by an empty line: for search, word counts and comparison. */
export function printText(document: Node): string {
  return `${print(document)}${notesOf(document)}`.replace(/\n{3,}/g, '\n\n').trim()
}

function print(node: Node): string {
  return printers[node.type.name as NodeName](node, () => node.children.map(print).join(''))
}

function headed(node: Node, inside: () => string): string {
  return `${node.attrs.heading}\n\n${inside()}`
}

function notesOf(document: Node): string {
  const notes: string[] = []
  document.descendants((node) => {
    if (node.type.name === 'footnote') notes.push(`${notes.length + 1}. ${node.textContent}\n\n`)
  })
  return notes.join('')
}

function signed(node: Node): string {
  const by = [node.attrs.speaker, node.attrs.role].filter(Boolean).join(', ')
  return by === '' ? '' : `${by}\n\n`
}
