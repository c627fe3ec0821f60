import type { Mark, Node } from 'prosemirror-model'

/** A block's inline content as one text, cut into words, spaces and signs, with the marks on each stretch of it. */
export type Inline = {
  text: string
  tokens: string[]
  /** Where each token begins, and at the end where the text ends. */
  starts: number[]
  stretches: { from: number; to: number; marks: readonly Mark[] }[]
}

const TOKEN = /[\p{L}\p{N}\p{M}]+(?:['’.-][\p{L}\p{N}\p{M}]+)*|\n|[^\S\n]+|[\s\S]/gu
const WORD = /[\p{L}\p{N}]/u

export function inlineOf(block: Node): Inline {
  let text = ''
  const stretches: Inline['stretches'] = []
  const add = (words: string, marks: readonly Mark[]) => {
    stretches.push({ from: text.length, to: text.length + words.length, marks })
    text += words
  }
  block.forEach((node) => {
    if (node.isText) add(node.text ?? '', node.marks)
    else if (node.type.spec.leafText) add(node.type.spec.leafText(node), node.marks)
    else {
      // A footnote is read where it stands, as an aside.
      add('[', node.marks)
      node.forEach((words) => {
        add(words.text ?? '', words.marks)
      })
      add(']', node.marks)
    }
  })
  return { ...tokensOf(text), stretches }
}

/** Plain words, as a field has them. */
export function plainInline(text: string): Inline {
  return { ...tokensOf(text), stretches: [{ from: 0, to: text.length, marks: [] }] }
}

export function isWord(token: string): boolean {
  return WORD.test(token)
}

/** How many words there are: what has a letter or a digit in it. */
export function countWords(text: string): number {
  let count = 0
  for (const [token] of text.matchAll(TOKEN)) if (isWord(token)) count += 1
  return count
}

function tokensOf(text: string): Pick<Inline, 'text' | 'tokens' | 'starts'> {
  const tokens = text.match(TOKEN) ?? []
  const starts: number[] = []
  let at = 0
  for (const token of tokens) {
    starts.push(at)
    at += token.length
  }
  starts.push(at)
  return { text, tokens, starts }
}
