import { createElement, type ReactNode } from 'react'
import type { SiteWords } from '@/lib/site-words/en'
import { wordsFor } from '@/lib/site-words/words-for'
import type { NodeProps, Printing } from './printing'

/** The number of a note, which leads to its words. */
export function FootnoteNumber({ number, printing }: NodeProps) {
  return (
    <sup className="note-number">
      <a
        id={`note-${number}-number`}
        href={`#note-${number}`}
        role="doc-noteref"
        aria-label={wordsFor(printing.time.language).document.note(number)}
      >
        {number}
      </a>
    </sup>
  )
}

/** The notes to a text, each with the way back to where it was called. */
export function Footnotes({ notes, printing }: { notes: readonly ReactNode[][]; printing: Printing }) {
  if (notes.length === 0) return null
  const words = wordsFor(printing.time.language).document
  return (
    <section className="notes" role="doc-endnotes" aria-labelledby="notes">
      <h2 id="notes">{words.notes}</h2>
      {createElement('ol', null, ...notes.map((note, index) => Footnote({ number: index + 1, note, words })))}
    </section>
  )
}

type FootnoteProps = { number: number; note: ReactNode[]; words: SiteWords['document'] }

function Footnote({ number, note, words }: FootnoteProps) {
  return (
    <li id={`note-${number}`}>
      {createElement('span', null, ...note)}{' '}
      <a href={`#note-${number}-number`} role="doc-backlink" aria-label={words.backToNote(number)}>
        {words.backSign}
      </a>
    </li>
  )
}
