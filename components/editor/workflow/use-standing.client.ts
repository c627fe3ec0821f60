'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { messageOf } from '../api/request'
import { type ArticleStanding, readStanding } from '../api/workflow'
import { useSurface } from '../surface-context.client'

export type StandingState =
  | { kind: 'reading' }
  | { kind: 'failed'; message: string }
  | { kind: 'read'; standing: ArticleStanding }

/** Where the article stands: read again whenever the server says that something about it changed. */
export function useStanding(): { state: StandingState; again: () => Promise<void> } {
  const { articleId, facts } = useSurface()
  const [state, setState] = useState<StandingState>({ kind: 'reading' })
  const latest = useRef(0)
  const again = useCallback(async () => {
    const turn = ++latest.current
    const next = await readStanding(articleId).then(
      (standing): StandingState => ({ kind: 'read', standing }),
      (error): StandingState => ({ kind: 'failed', message: messageOf(error) }),
    )
    if (turn === latest.current) setState(next)
  }, [articleId])
  // Another object whenever the facts were read anew.
  useEffect(() => {
    if (facts.id === articleId) again()
  }, [facts, articleId, again])
  return { state, again }
}
