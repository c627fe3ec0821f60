'use client'

import { TextSelection } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/react'
import { type Quote, quotesBySpeaker } from '@/lib/document/quotes'
import { useReadLater } from '../use-read-later.client'

/** Everybody who speaks in the article, with their words; a quotation leads to its place in the text. */
export function QuotesList({ editor }: { editor: Editor }) {
  const speakers = useReadLater(editor, quotesBySpeaker)

  function goTo({ from, to }: Quote) {
    const { state, view } = editor
    const end = Math.min(to, state.doc.content.size)
    const selection = TextSelection.between(state.doc.resolve(Math.min(from, end)), state.doc.resolve(end))
    view.dispatch(state.tr.setSelection(selection))
    view.focus()
    const { node } = view.domAtPos(selection.from)
    const place = node instanceof Element ? node : node.parentElement
    place?.scrollIntoView({ block: 'center' })
  }

  if (speakers.length === 0) {
    return <p className="text-ink-faint text-sm">Nobody is quoted yet. Select quoted words and say who speaks.</p>
  }
  return (
    <ul aria-label="Quotes by speaker" className="flex flex-col gap-4">
      {speakers.map(({ speaker, quotes }) => (
        <li key={speaker} className="flex flex-col gap-1">
          <span className={speaker === '' ? 'font-medium text-sm text-warn-ink' : 'font-medium text-sm'}>
            {speaker === '' ? 'Nobody named as speaker' : speaker}
          </span>
          <ul className="flex flex-col gap-0.5">
            {quotes.map((quote) => (
              <li key={quote.from}>
                <button
                  type="button"
                  onClick={() => goTo(quote)}
                  className="line-clamp-2 w-full rounded-sm border-line border-l-2 py-1 pl-2 text-left font-serif text-ink-soft text-sm hover:bg-sunken hover:text-ink touch:min-h-11"
                >
                  {quote.words}
                </button>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}
