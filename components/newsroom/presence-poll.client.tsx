'use client'

import { createContext, type ReactNode, use, useEffect, useState } from 'react'

const EVERY_MILLISECONDS = 15_000

type Present = Readonly<Record<string, readonly { id: string; name: string }[]>>

export const PresentContext = createContext<Present>({})

/** Around a list of articles: looks who is in them, now and every quarter of a minute while somebody looks at the page. */
export function PresencePoll({ articleIds, children }: { articleIds: readonly string[]; children: ReactNode }) {
  const [present, setPresent] = useState<Present>({})
  const ids = articleIds.slice(0, 100).join(',')

  useEffect(() => {
    if (ids === '') return
    let isGone = false
    const look = async () => {
      if (document.visibilityState === 'hidden') return
      const found = await readPresent(ids)
      if (isGone || found === null) return
      setPresent((before) => (JSON.stringify(before) === JSON.stringify(found) ? before : found))
    }
    void look()
    const timer = setInterval(look, EVERY_MILLISECONDS)
    document.addEventListener('visibilitychange', look)
    return () => {
      isGone = true
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [ids])

  return <PresentContext value={present}>{children}</PresentContext>
}

/** Who is in an article of the list around. */
export function usePresentIn(articleId: string): readonly { id: string; name: string }[] {
  return use(PresentContext)[articleId] ?? []
}

/** Null where that cannot be known now: what was known before stays. */
export async function readPresent(ids: string): Promise<Present | null> {
  try {
    const answer = await fetch(`/api/presence?ids=${ids}`, { cache: 'no-store' })
    return answer.ok ? ((await answer.json()) as { present: Present }).present : null
  } catch {
    return null
  }
}
