'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const EVERY_MILLISECONDS = 2_000

/** Looks again every other second as long as it stands on a page that somebody looks at: what is on its way soon has an answer. */
export function RefreshWhile() {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh()
    }, EVERY_MILLISECONDS)
    return () => clearInterval(timer)
  }, [router])
  return null
}
