'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { type ArticleReplies, readReplies } from '../api/replies'
import { messageOf } from '../api/request'
import type { ArticleFacts } from '../article-facts'

export type RepliesHandle = {
  /** Null until they were read. */
  known: ArticleReplies | null
  problem: string | null
  read: () => Promise<void>
}

/**
 * Who was asked about an article: read when it is opened, when the server says that something about it changed, when somebody comes back
 * to the window, and when its claims were read anew.
 * @param claims another object whenever the claims were read
 */
export function useReplies(facts: ArticleFacts, claims: object | null): RepliesHandle {
  const articleId = facts.id
  const [known, setKnown] = useState<ArticleReplies | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const asking = useRef<AbortController | null>(null)

  const read = useCallback(async () => {
    asking.current?.abort()
    const abort = new AbortController()
    asking.current = abort
    try {
      const found = await readReplies(articleId, abort.signal)
      if (abort.signal.aborted) return
      setKnown(found)
      setProblem(null)
    } catch (error) {
      if (!abort.signal.aborted) setProblem(messageOf(error))
    }
  }, [articleId])

  useEffect(() => {
    if (facts.id === articleId && claims !== null) void read()
  }, [facts, articleId, claims, read])

  useEffect(() => {
    const again = () => void read()
    window.addEventListener('focus', again)
    return () => {
      asking.current?.abort()
      window.removeEventListener('focus', again)
    }
  }, [read])

  return { known, problem, read }
}
