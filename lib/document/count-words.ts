import type { Node } from 'prosemirror-model'

/** How fast an adult reads prose without speaking: Brysbaert 2019, over 190 studies. */
const WORDS_A_MINUTE = 238

export type WordCount = { headline: number; standfirst: number; body: number }

/**
 * The words of a document. The body is everything under the standfirst that is prose: paragraphs, crossheads, lists,
 * quotations and posts, not captions and cards. What somebody suggests to take out does not count, what somebody suggests to
 * put in does.
 * @param language BCP 47: where a word ends is a question of the language
 */
export function countWords(document: Node, language: string): WordCount {
  const count: WordCount = { headline: 0, standfirst: 0, body: 0 }
  document.forEach((block) => {
    const { name } = block.type
    count[name === 'headline' || name === 'standfirst' ? name : 'body'] += wordsOfBlock(block, language)
  })
  return count
}

function wordsOfBlock(block: Node, language: string): number {
  if (isTakenOut(block)) return 0
  if (block.isTextblock) return wordsIn(textThatStays(block), language)
  return block.children.reduce((sum, child) => sum + wordsOfBlock(child, language), 0)
}

/** The text of a paragraph without what somebody suggests to take out. */
export function textThatStays(textblock: Node): string {
  return textblock.children.map((node) => (isTakenOut(node) ? '' : (node.text ?? '\n'))).join('')
}

/** How many words a text has. What hyphens and apostrophes hold together is one word, as people count. */
export function wordsIn(text: string, language: string): number {
  let words = 0
  let isJoined = false
  let before: { isWord: boolean } | null = null
  for (const { segment, isWordLike } of segmenterFor(language).segment(text)) {
    if (isWordLike && !isJoined) words += 1
    isJoined = before?.isWord === true && JOINT.test(segment)
    before = { isWord: isWordLike === true }
  }
  return words
}

const JOINT = /^[-‐‑'’]$/u

/** How long readers take, in whole minutes, rounded up; 0 for no words. */
export function readingMinutes(words: number): number {
  return Math.ceil(words / WORDS_A_MINUTE)
}

const segmenters = new Map<string, Intl.Segmenter>()

function segmenterFor(language: string): Intl.Segmenter {
  const made = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' })
  segmenters.set(language, made)
  return made
}

function isTakenOut(node: Node): boolean {
  return node.marks.some(({ type }) => type.name === 'removed')
}
