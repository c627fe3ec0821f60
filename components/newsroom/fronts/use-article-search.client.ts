'use client'

import { useEffect, useState } from 'react'
import { messageOf, request } from '@/components/editor/api/request'
import type { LinkTarget } from '@/lib/articles/search-for-link'

const ASK_AFTER_MILLISECONDS = 120

export type ArticleSearch = {
  words: string
  setWords: (words: string) => void
  articles: readonly LinkTarget[]
  state: 'asking' | 'done' | { failed: string }
}

/** Articles by words of their headline; without words what readers got last and get next. Coming back to the window asks again. */
export function useArticleSearch(): ArticleSearch {
  const [words, setWords] = useState('')
  const [articles, setArticles] = useState<readonly LinkTarget[]>([])
  const [state, setState] = useState<ArticleSearch['state']>('asking')

  useEffect(() => {
    let question = new AbortController()
    const ask = () => {
      question.abort()
      question = new AbortController()
      const { signal } = question
      const query = new URLSearchParams({ q: words.trim().slice(0, 200) })
      request<{ articles: LinkTarget[] }>(`/api/fronts/articles?${query}`, { signal }).then(
        (found) => {
          if (signal.aborted) return
          setArticles(found.articles)
          setState('done')
        },
        (error) => {
          if (!signal.aborted) setState({ failed: messageOf(error) })
        },
      )
    }
    setState('asking')
    const timer = setTimeout(ask, words === '' ? 0 : ASK_AFTER_MILLISECONDS)
    window.addEventListener('focus', ask)
    return () => {
      clearTimeout(timer)
      question.abort()
      window.removeEventListener('focus', ask)
    }
  }, [words])

  return { words, setWords, articles, state }
}
