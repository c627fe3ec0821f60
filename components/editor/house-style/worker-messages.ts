import type { Span } from '@/lib/house-style/check-text'
import type { Finding, Rule } from '@/lib/house-style/rule'

/** A paragraph or title on its way to be checked. */
export type BlockToCheck = {
  /** Names it in the answer. */
  id: number
  text: string
  /** Somebody else's words, and words on their way out: no rule is for them. */
  quoted: readonly Span[]
  /** All of it is somebody else's. */
  isQuotation: boolean
  /** What counts as words, where that is not the text itself. */
  counted?: string
}

/** What was found. Places are in the text of the block. */
export type BlockAnswer = { id: number; findings: Finding[]; known: Span[]; words: number }

export type ToWorker =
  | { kind: 'style'; rules: readonly Rule[]; words: readonly string[]; language: string }
  | { kind: 'check'; blocks: readonly BlockToCheck[] }

export type FromWorker = { kind: 'checked'; blocks: BlockAnswer[] }
