import type { Node } from 'prosemirror-model'
import { isWord } from './tokens'

/** What of a block decides which block of another version it is. */
export type Profile = {
  node: Node
  /** Equal for equal blocks. */
  fingerprint: string
  words: ReadonlyMap<string, number>
  count: number
  /** How much it says against a comparison that does not keep it in its place. */
  weight: number
}

const MOST_WEIGHT = 60

export function profileOf(node: Node): Profile {
  const words = new Map<string, number>()
  let count = 0
  const take = (text: string) => {
    for (const [word] of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
      if (!isWord(word)) continue
      const key = word.toLowerCase()
      words.set(key, (words.get(key) ?? 0) + 1)
      count += 1
    }
  }
  // Cards and pictures have no words of their own: what they point at tells them apart.
  const takeAttributes = ({ attrs }: Node) => {
    for (const value of Object.values(attrs)) if (typeof value === 'string' || Array.isArray(value)) take(String(value))
  }
  if (node.isTextblock) take(node.textContent)
  takeAttributes(node)
  node.descendants((inside) => {
    if (inside.isText) {
      if (!node.isTextblock) take(inside.text ?? '')
    } else takeAttributes(inside)
  })
  const weight = count === 0 ? 0.1 : 1 + Math.min(count, MOST_WEIGHT)
  return { node, fingerprint: JSON.stringify(node), words, count, weight: node.isAtom ? Math.min(weight, 2) : weight }
}

/** How alike two blocks are: 0 for nothing in common, 1 for the same words in whatever order. */
export function likeness(one: Profile, other: Profile): number {
  const isSameKind = one.node.type === other.node.type
  // A picture does not become a paragraph.
  if (!isSameKind && (one.node.isAtom || other.node.isAtom)) return 0
  if (one.count + other.count === 0) return isSameKind ? 0.5 : 0
  if (one.count === 0 || other.count === 0) return isSameKind ? 0.32 : 0
  const [few, many] = one.words.size <= other.words.size ? [one, other] : [other, one]
  let common = 0
  for (const [word, times] of few.words) common += Math.min(times, many.words.get(word) ?? 0)
  const alike = (2 * common) / (one.count + other.count)
  if (one.node.isAtom && isSameKind) return 0.4 + 0.6 * alike
  return isSameKind ? alike : alike * 0.9
}
