'use client'

import { useCallback, useEffect, useState } from 'react'
import { clearLinkNotice, type LinkNotice, readLinkNotices } from '../api/links'
import { messageOf } from '../api/request'

export type LinkNoticesHandle = {
  notices: readonly LinkNotice[]
  problem: string | null
  /** Somebody has looked. */
  clear: (id: string) => Promise<void>
}

/** What happened to the targets of the article's links: read when it is opened and when somebody comes back to the window. */
export function useLinkNotices(articleId: string): LinkNoticesHandle {
  const [notices, setNotices] = useState<readonly LinkNotice[]>([])
  const [problem, setProblem] = useState<string | null>(null)

  useEffect(() => {
    const abort = new AbortController()
    const read = () =>
      readLinkNotices(articleId, abort.signal).then(
        (found) => {
          setNotices(found)
          setProblem(null)
        },
        (error) => abort.signal.aborted || setProblem(messageOf(error)),
      )
    void read()
    window.addEventListener('focus', read)
    return () => {
      abort.abort()
      window.removeEventListener('focus', read)
    }
  }, [articleId])

  const clear = useCallback(
    async (id: string) => {
      try {
        await clearLinkNotice(articleId, id)
        setNotices((before) => before.filter((notice) => notice.id !== id))
        setProblem(null)
      } catch (error) {
        setProblem(messageOf(error))
      }
    },
    [articleId],
  )
  return { notices, problem, clear }
}
