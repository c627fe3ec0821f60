import { createElement, type ReactNode } from 'react'
import type { NodeProps } from './printing'

/** The number of a note, which leads to its words. */
export function FootnoteNumber({ number }: NodeProps) {
  return (
    <sup className="note-number">
      <a id={`note-${number}-number`} href={`#note-${number}`} role="doc-noteref" aria-label={`Note ${number}`}>
        {number}
      </a>
    </sup>
  )
}

/** The notes to a text, each with the way back to where it was called. */
export function Footnotes({ notes }: { notes: readonly ReactNode[][] }) {
  if (notes.length === 0) return null
  return (
    <section className="notes" role="doc-endnotes" aria-labelledby="notes">
      <h2 id="notes">Notes</h2>
      {createElement('ol', null, ...notes.map((words, index) => Footnote({ number: index + 1, words })))}
    </section>
  )
}

function Footnote({ number, words }: { number: number; words: ReactNode[] }) {
  return (
    <li id={`note-${number}`}>
      {createElement('span', null, ...words)}{' '}
      <a href={`#note-${number}-number`} role="doc-backlink" aria-label={`Back to note ${number} in the text`}>
        ↩︎
      </a>
    </li>
  )
}
