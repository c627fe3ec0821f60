import { Badge } from '@/components/ui/badge'
import { Link } from '@/components/ui/link'
import { dayInWords, ORIGIN_WORDS } from '@/lib/document/attribution'
import type { ListedQuote, SpeakerGroup } from '@/lib/quotes/list-quotes'
import { quotePlaceHref } from '@/lib/quotes/quote-place'
import { WordDifference } from './word-difference'

/** Quotations by person, each with what is known of it and the way to its place in the story. */
export function QuotesLedger({ speakers }: { speakers: readonly SpeakerGroup[] }) {
  return (
    <div className="flex flex-col gap-10">
      {speakers.map(({ speaker, count, quotes }) => (
        <section key={quotes[0]?.id} aria-label={speaker || 'Nobody named'}>
          <h2 className="mb-1 flex items-baseline justify-between gap-4 border-line-strong border-b pb-2">
            <span className="wrap-anywhere min-w-0 font-semibold text-lg tracking-tight">
              {speaker === '' ? <span className="text-warn-ink">Nobody named as speaker</span> : speaker}
            </span>
            <span className="shrink-0 font-normal text-ink-faint text-sm tabular-nums">
              {count === 1 ? '1 quote' : `${count} quotes`}
            </span>
          </h2>
          <ul className="divide-y divide-line">
            {quotes.map((quote) => (
              <QuoteItem key={quote.id} quote={quote} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function QuoteItem({ quote }: { quote: ListedQuote }) {
  const { words, form, origin, saidOn, articleId, headline, position, paragraph, isPublic, isPublicAlone } = quote
  return (
    <li className="grid gap-x-8 gap-y-2 py-4 md:grid-cols-[minmax(0,1fr)_15rem]">
      <div className="min-w-0">
        <blockquote className="wrap-anywhere text-pretty font-serif text-lg leading-normal">{words}</blockquote>
        {quote.differences.map((other) => (
          <div key={other.id} className="mt-3 border-note border-l-2 pl-3 text-sm">
            <p className="text-ink-soft">
              Quoted differently in{' '}
              <Link
                href={quotePlaceHref(other)}
                className="wrap-anywhere font-medium text-ink underline decoration-line-strong underline-offset-2 hover:decoration-ink"
              >
                {other.headline || 'a story without a headline'}
              </Link>
            </p>
            <p className="wrap-anywhere mt-1 text-pretty font-serif text-base">
              <WordDifference pieces={other.pieces} />
            </p>
          </div>
        ))}
      </div>
      <div className="flex min-w-0 flex-col gap-1.5 text-ink-soft text-sm">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          {origin === '' ? <Missing>No origin</Missing> : <span>{ORIGIN_WORDS[origin]}</span>}
          <span aria-hidden="true" className="text-ink-faint">
            ·
          </span>
          {saidOn === null ? <Missing>No date</Missing> : <time dateTime={saidOn}>{dayInWords(saidOn)}</time>}
        </p>
        <p className="wrap-anywhere">
          <Link
            href={quotePlaceHref({ articleId, position })}
            className="font-medium text-ink underline decoration-line-strong underline-offset-2 hover:decoration-ink touch:py-1"
          >
            {headline || 'A story without a headline'}
          </Link>
          {paragraph > 0 ? <span className="text-ink-faint">, block {paragraph}</span> : null}
        </p>
        {form === 'paraphrase' || isPublic ? (
          <p className="flex flex-wrap gap-1.5">
            {form === 'paraphrase' ? <Badge>Paraphrase</Badge> : null}
            {isPublicAlone ? <Badge tone="warn">Live, not in the draft</Badge> : null}
            {isPublic && !isPublicAlone ? (
              <Badge tone="good" dot>
                Live
              </Badge>
            ) : null}
          </p>
        ) : null}
      </div>
    </li>
  )
}

function Missing({ children }: { children: string }) {
  return <span className="text-warn-ink">{children}</span>
}
