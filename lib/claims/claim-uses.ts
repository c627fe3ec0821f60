import type { Node } from 'prosemirror-model'
import { sentenceAround } from '../links/sentence-around'

/** Marked words that tell an event of a claim. Words in several places under one mark are one use, as its first place has them. */
export type DocumentClaim = Readonly<{ eventId: string; words: string; sentence: string }>

/** The most characters of marked words that are kept. */
export const CLAIM_WORDS_MOST = 500

/** What a document tells of claims, in order. What is only suggested does not count: readers do not have it. */
export function claimsIn(document: Node): DocumentClaim[] {
  const found = new Map<string, DocumentClaim>()
  document.descendants((node) => {
    if (isSuggested(node)) return false
    if (!node.inlineContent) return true
    for (const use of claimsOfBlock(node)) if (!found.has(use.eventId)) found.set(use.eventId, use)
    // Footnotes hold text of their own.
    return true
  })
  return [...found.values()]
}

type Span = { eventId: string; from: number; to: number }

/** A block never changes, and stays the same one in every version of a document that leaves it alone. */
const ofBlocks = new WeakMap<Node, readonly DocumentClaim[]>()

function claimsOfBlock(block: Node): readonly DocumentClaim[] {
  const known = ofBlocks.get(block)
  if (known !== undefined) return known
  const claims = readClaims(block)
  ofBlocks.set(block, claims)
  return claims
}

function readClaims(block: Node): DocumentClaim[] {
  const spans = new Map<string, Span>()
  let text = ''
  block.forEach((node) => {
    if (isSuggested(node)) return
    const from = text.length
    text += node.text ?? ' '
    for (const { type, attrs } of node.marks) {
      if (type.name !== 'claim') continue
      const span = spans.get(attrs.eventId)
      // Words put in between, a link or a word in bold leave one claim one claim.
      if (span === undefined) spans.set(attrs.eventId, { eventId: attrs.eventId, from, to: text.length })
      else span.to = text.length
    }
  })
  return [...spans.values()].map(({ eventId, from, to }) => ({
    eventId,
    words: text.slice(from, Math.min(to, from + CLAIM_WORDS_MOST)).trim(),
    sentence: sentenceAround(text, from, to),
  }))
}

function isSuggested(node: Node): boolean {
  return node.marks.some(({ type }) => type.name === 'inserted')
}
