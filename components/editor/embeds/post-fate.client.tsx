'use client'

import { useEffect, useState } from 'react'
import type { PostState } from '@/lib/document/resolved'
import { readPostCheck } from '../api/embeds'

/** Says when the original of a post was deleted or edited after it was captured. */
export function PostFate({ url }: { url: string }) {
  const [fate, setFate] = useState<PostState | null>(null)
  useEffect(() => {
    let isCurrent = true
    setFate(null)
    if (url !== '') {
      readPostCheck(url).then(
        (found) => isCurrent && setFate(found),
        () => undefined,
      )
    }
    return () => {
      isCurrent = false
    }
  }, [url])
  if (fate === null) return null
  return (
    <p contentEditable={false} role="status" className="px-4 pb-3 text-danger-ink text-xs">
      {fate.state === 'deleted' ? 'Since deleted' : 'Since edited'},{' '}
      <time dateTime={fate.since}>{new Date(fate.since).toLocaleDateString()}</time>
    </p>
  )
}
