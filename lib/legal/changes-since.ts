import type { FrozenFields } from '../articles/edition-metadata'
import { compareDocuments } from '../document/compare/compare-documents'
import type { Row } from '../document/compare/rows'
import type { Document } from '../document/document'
import { forReaders } from '../document/for-readers'

/** A block that is not as it was: its words in pieces, and what changed beside them in sentences. */
export type ChangedBlock = {
  pieces: { change: 'same' | 'added' | 'removed'; text: string }[]
  notes: string[]
}

/** More than anybody reads in a panel; the history shows all. */
const MOST_BLOCKS = 40

/** Two versions of what readers would get, block by block, only where they differ. */
export function changedBlocks(before: Document, after: Document): ChangedBlock[] {
  const { rows } = compareDocuments(forReaders(before), forReaders(after))
  return rows.flatMap(blocksOf).slice(0, MOST_BLOCKS)
}

function blocksOf(row: Row): ChangedBlock[] {
  if (row.change === 'same' || row.change === 'left') return []
  const own = { pieces: piecesOf(row), notes: [...row.notes, ...row.fields.map(({ label }) => `Changed: ${label}.`)] }
  const below = (row.rows ?? []).flatMap(blocksOf)
  return own.pieces.length + own.notes.length === 0 ? below : [own, ...below]
}

function piecesOf({ change, before, after, words, rows }: Row): ChangedBlock['pieces'] {
  if (words !== null)
    return words.map((piece) => ({ change: piece.change === 'marked' ? 'same' : piece.change, text: piece.text }))
  if (rows !== null) return []
  if (change === 'removed') return [{ change: 'removed', text: wordsOf(before) }]
  return [{ change: change === 'added' ? 'added' : 'same', text: wordsOf(after) }]
}

function wordsOf(node: Document | null): string {
  return node?.textBetween(0, node.content.size, ' ', ' ') ?? ''
}

const FIELD_WORDS = {
  kicker: 'kicker',
  trailText: 'trail text',
  dateline: 'dateline',
  shortHeadline: 'short headline',
  searchHeadline: 'headline for search',
  socialHeadline: 'headline for social networks',
  mailHeadline: 'headline for mail',
  bylines: 'bylines',
  source: 'source',
  mainImage: 'main image',
} as const satisfies Partial<Record<keyof FrozenFields, string>>

/** What the fields are called that are not as they were, of those that a signature is about. */
export function changedFields(before: FrozenFields, after: FrozenFields): string[] {
  const names = Object.keys(FIELD_WORDS) as (keyof typeof FIELD_WORDS)[]
  return names
    .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    .map((name) => FIELD_WORDS[name])
}
