'use client'

import { Badge } from '@/components/ui/badge'
import { headlineOf, TargetLine } from '../linking/target-line'
import type { OutboundState } from './use-outbound.client'

/** What the article points at: our own with their state, addresses elsewhere with whether they are still there. */
export function OutboundList({ state }: { state: OutboundState }) {
  if (state.kind === 'loading') return <p className="text-ink-faint text-sm">Looking…</p>
  if (state.kind === 'failed') return <p className="text-ink-faint text-sm">{state.message}</p>
  const { articles, addresses } = state.outbound
  if (articles.length + addresses.length === 0) {
    return <p className="text-ink-faint text-sm">This article points at nothing yet.</p>
  }
  return (
    <ul className="flex flex-col divide-y divide-line">
      {articles.map((article) => (
        <li key={article.id} className="flex flex-col gap-1 py-2.5 first:pt-0">
          <a href={`/desk/articles/${article.id}`} className="text-pretty font-medium text-sm hover:underline">
            {headlineOf(article)}
          </a>
          <TargetLine target={article} />
          {article.times > 1 ? <p className="text-ink-faint text-xs">In {article.times} places</p> : null}
        </li>
      ))}
      {addresses.map(({ url, title, words, state: there }) => (
        <li key={url} className="flex flex-col gap-1 py-2.5 first:pt-0">
          <a href={url} rel="noopener noreferrer" target="_blank" className="wrap-anywhere text-sm hover:underline">
            {title || words || url}
          </a>
          <span className="wrap-anywhere text-ink-faint text-xs">{url}</span>
          {there === 'DEAD' ? (
            <span>
              <Badge tone="warn">Dead</Badge>
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
