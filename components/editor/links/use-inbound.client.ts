'use client'

import { useCallback, useEffect, useState } from 'react'
import { type InboundArticle, readInbound } from '../api/links'
import { messageOf } from '../api/request'

const PAGE = 30

type Inbound = {
  articles: readonly InboundArticle[]
  /** Of articles. */
  total: number
  publicTotal: number
  next: string | null
}

export type InboundState =
  | { kind: 'loading' }
  | { kind: 'failed'; message: string }
  | { kind: 'read'; inbound: Inbound }

/** What points at an article: read when it is shown, page by page, and again when somebody asks. */
export function useInbound(articleId: string): { state: InboundState; more: () => Promise<void>; again: () => void } {
  const [state, setState] = useState<InboundState>({ kind: 'loading' })
  const [round, setRound] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round reads the same again
  useEffect(() => {
    const abort = new AbortController()
    readInbound(articleId, { limit: PAGE, signal: abort.signal })
      .then((inbound) => setState({ kind: 'read', inbound }))
      .catch((error) => abort.signal.aborted || setState({ kind: 'failed', message: messageOf(error) }))
    return () => abort.abort()
  }, [articleId, round])

  const more = async () => {
    if (state.kind !== 'read' || state.inbound.next === null) return
    const { inbound } = state
    try {
      const page = await readInbound(articleId, { after: inbound.next, limit: PAGE })
      setState({ kind: 'read', inbound: { ...page, articles: [...inbound.articles, ...page.articles] } })
    } catch (error) {
      setState({ kind: 'failed', message: messageOf(error) })
    }
  }
  const again = useCallback(() => setRound((before) => before + 1), [])
  return { state, more, again }
}
