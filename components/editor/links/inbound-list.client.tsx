'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { Skeleton } from '@/components/ui/skeleton'
import type { InboundArticle, InboundLink } from '../api/links'
import { headlineOf, TargetLine } from '../linking/target-line'
import type { InboundState } from './use-inbound.client'

/** The articles that point here, each with the sentences that its links stand in. */
export function InboundList({
  state,
  onMore,
  onAgain,
  emptyText,
}: {
  state: InboundState
  onMore: () => Promise<void>
  onAgain: () => void
  emptyText: string
}) {
  if (state.kind === 'loading') return <Waiting />
  if (state.kind === 'failed') {
    return (
      <Callout tone="warn" title="What links here could not be read">
        {state.message}{' '}
        <button type="button" className="underline" onClick={onAgain}>
          Try again
        </button>
      </Callout>
    )
  }
  const { articles, total, next } = state.inbound
  if (total === 0) return <p className="text-ink-faint text-sm">{emptyText}</p>
  return (
    <>
      <ul className="flex flex-col divide-y divide-line">
        {articles.map((article) => (
          <InboundRow key={article.id} article={article} />
        ))}
      </ul>
      {next === null ? null : <More rest={total - articles.length} onMore={onMore} />}
    </>
  )
}

function InboundRow({ article }: { article: InboundArticle }) {
  return (
    <li className="flex flex-col gap-1.5 py-3 first:pt-0">
      <a href={`/desk/articles/${article.id}`} className="text-pretty font-medium text-sm hover:underline">
        {headlineOf(article)}
      </a>
      <TargetLine target={article} />
      <ul className="flex flex-col gap-1">
        {article.links.map((link, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: links have no name of their own, and the list is read anew as a whole
          <li key={index} className="border-line border-l-2 pl-2.5 text-ink-soft text-sm">
            <Passage link={link} isArticlePublic={article.isPublic} />
          </li>
        ))}
      </ul>
    </li>
  )
}

const CARD_WORDS: Record<Exclude<InboundLink['kind'], 'INLINE'>, string> = {
  READ_MORE: 'A READ MORE card',
  RELATED: 'An entry of a related list',
  SOURCE: 'Its source line',
  POST: 'A quoted post',
  FOLLOWS: 'It follows this article',
}

function Passage({ link, isArticlePublic }: { link: InboundLink; isArticlePublic: boolean }) {
  const where = whereIs(link, isArticlePublic)
  if (link.kind !== 'INLINE') {
    return (
      <>
        {CARD_WORDS[link.kind]}
        <span className="text-ink-faint">{where}</span>
      </>
    )
  }
  const at = link.sentence.indexOf(link.words)
  const [before, after] =
    at === -1 ? ['', ''] : [link.sentence.slice(0, at), link.sentence.slice(at + link.words.length)]
  return (
    <span className="text-pretty">
      {before}
      <mark className="rounded-xs bg-accent-wash px-0.5 text-ink">{link.words}</mark>
      {after}
      <span className="text-ink-faint">{where}</span>
    </span>
  )
}

/** Of an article that is not public its badge says so for all of its links. */
function whereIs({ isPublic, isInDraft }: InboundLink, isArticlePublic: boolean): string {
  if (isPublic) return isInDraft ? '' : ' (readers only; gone from the draft)'
  return isArticlePublic ? ' (not public yet)' : ''
}

function More({ rest, onMore }: { rest: number; onMore: () => Promise<void> }) {
  const [isBusy, setIsBusy] = useState(false)
  async function more() {
    setIsBusy(true)
    await onMore()
    setIsBusy(false)
  }
  return (
    <Button size="small" busy={isBusy} onClick={more} className="mt-2">
      Show more ({rest.toLocaleString('en-GB')} left)
    </Button>
  )
}

function Waiting() {
  return (
    <div role="status" aria-label="Looking for what links here" className="flex flex-col gap-2">
      <Skeleton className="w-4/5" />
      <Skeleton className="w-3/5" />
      <Skeleton className="w-2/3" />
    </div>
  )
}
