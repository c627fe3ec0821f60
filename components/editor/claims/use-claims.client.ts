'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { type ArticleClaims, readArticleClaims } from '../api/claims'
import { messageOf } from '../api/request'

export type ClaimsHandle = {
  /** Null until they were read. */
  known: ArticleClaims | null
  problem: string | null
  read: () => Promise<void>
}

/** The claims of an article and what changed of them: read when it is opened, and when somebody comes back to the window. */
export function useClaims(articleId: string): ClaimsHandle {
  const [known, setKnown] = useState<ArticleClaims | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const asking = useRef<AbortController | null>(null)

  const read = useCallback(async () => {
    asking.current?.abort()
    const abort = new AbortController()
    asking.current = abort
    try {
      const found = await readArticleClaims(articleId, abort.signal)
      if (abort.signal.aborted) return
      setKnown(found)
      setProblem(null)
    } catch (error) {
      if (!abort.signal.aborted) setProblem(messageOf(error))
    }
  }, [articleId])

  useEffect(() => {
    const again = () => void read()
    again()
    window.addEventListener('focus', again)
    return () => {
      asking.current?.abort()
      window.removeEventListener('focus', again)
    }
  }, [read])

  return { known, problem, read }
}
