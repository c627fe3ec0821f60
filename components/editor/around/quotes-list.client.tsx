'use client'

import type { Editor } from '@tiptap/react'
import { WordDifference } from '@/components/newsroom/quotes/word-difference'
import { dayInWords, missingOf, ORIGIN_WORDS } from '@/lib/document/attribution'
import { type Quote, quotesBySpeaker } from '@/lib/document/quotes'
import { quotePlaceHref } from '@/lib/quotes/quote-place'
import { gapInWords } from '../quotes/quote-gaps'
import { goToQuote } from '../quotes/use-asked-quote.client'
import { type Differing, sayingOf, useDiffering } from '../quotes/use-differing.client'
import { useSurface } from '../surface-context.client'
import { useReadLater } from '../use-read-later.client'

/** Everybody who speaks in the article, with their words; a quotation leads to its place in the text. */
export function QuotesList({ editor }: { editor: Editor }) {
  const { articleId } = useSurface()
  const speakers = useReadLater(editor, quotesBySpeaker)
  const quoted = speakers.flatMap(({ quotes }) => quotes.map(sayingOf)).join('\n')
  const differing = useDiffering(articleId, quoted)

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
          <ul className="flex flex-col gap-2">
            {quotes.map((quote) => (
              <QuoteItem key={quote.from} editor={editor} quote={quote} differing={differing} />
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

function QuoteItem({ editor, quote, differing }: { editor: Editor; quote: Quote; differing: Differing }) {
  const others = quote.form === 'paraphrase' ? [] : (differing.get(sayingOf(quote)) ?? [])
  return (
    <li className="flex flex-col gap-0.5">
      <button
        type="button"
        onClick={() => goToQuote(editor, quote)}
        className="line-clamp-2 w-full rounded-sm border-line border-l-2 py-1 pl-2 text-left font-serif text-ink-soft text-sm hover:bg-sunken hover:text-ink touch:min-h-11"
      >
        {quote.words}
      </button>
      <Noted quote={quote} />
      {others.map((other) => (
        <div key={other.id} className="mt-1 ml-2.5 rounded-md bg-note-wash px-2.5 py-2 text-xs">
          <p className="text-note-ink">
            Quoted differently in{' '}
            <a href={quotePlaceHref(other)} className="wrap-anywhere font-medium underline underline-offset-2">
              {other.headline || 'a story without a headline'}
            </a>
          </p>
          <p className="wrap-anywhere mt-1 font-serif text-ink text-sm">
            <WordDifference pieces={other.pieces} />
          </p>
        </div>
      ))}
    </li>
  )
}

/** What is said of a quotation, and what is not. Who speaks stands above; a pull quote is in the story once more. */
function Noted({ quote }: { quote: Quote }) {
  const { origin, saidOn, form, place } = quote
  const missing = place === 'pullQuote' ? [] : missingOf(quote).filter((what) => what !== 'speaker')
  const said = [
    ...(form === 'paraphrase' ? ['Paraphrase'] : []),
    ...(origin === '' ? [] : [ORIGIN_WORDS[origin]]),
    ...(saidOn === '' ? [] : [dayInWords(saidOn)]),
  ]
  if (said.length === 0 && missing.length === 0) return null
  return (
    <span className="pl-2.5 text-ink-faint text-xs">
      {said.join(' · ')}
      {said.length > 0 && missing.length > 0 ? ' · ' : ''}
      {missing.length === 0 ? null : <span className="text-warn-ink">{gapInWords(missing)}</span>}
    </span>
  )
}
