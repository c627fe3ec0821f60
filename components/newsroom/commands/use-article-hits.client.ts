'use client'

import { useEffect, useState } from 'react'
import { type LinkTarget, searchArticles } from '@/components/editor/api/articles'
import { messageOf } from '@/components/editor/api/request'

const ASK_AFTER_MILLISECONDS = 150
const SHORTEST = 2
const MOST = 6

export type ArticleHits = {
  state: 'idle' | 'asking' | 'failed'
  articles: readonly LinkTarget[]
  message: string | null
}

const NONE: ArticleHits = { state: 'idle', articles: [], message: null }

/** Articles whose headline holds what is typed, a moment after the last key. */
export function useArticleHits(typed: string): ArticleHits {
  const wanted = typed.trim()
  const [hits, setHits] = useState<ArticleHits>(NONE)
  useEffect(() => {
    if (wanted.length < SHORTEST) {
      setHits(NONE)
      return
    }
    const abort = new AbortController()
    setHits((before) => ({ ...before, state: 'asking', message: null }))
    const timer = setTimeout(async () => {
      try {
        const articles = await searchArticles(wanted, abort.signal)
        setHits({ state: 'idle', articles: articles.slice(0, MOST), message: null })
      } catch (error) {
        if (!abort.signal.aborted) setHits({ state: 'failed', articles: [], message: messageOf(error) })
      }
    }, ASK_AFTER_MILLISECONDS)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [wanted])
  return hits
}
