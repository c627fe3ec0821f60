'use client'

import { useEffect, useState } from 'react'
import { fateOfPost, type SeenPost } from '@/lib/document/post-fate'
import { readSeenPost } from '../api/embeds'

/** Says when the original of a post was deleted, or edited after it was captured for this block. */
export function PostFate({ url, captured }: { url: string; captured: string }) {
  const [seen, setSeen] = useState<SeenPost | null>(null)
  useEffect(() => {
    let isCurrent = true
    setSeen(null)
    if (url !== '') {
      readSeenPost(url).then(
        (found) => isCurrent && setSeen(found),
        () => undefined,
      )
    }
    return () => {
      isCurrent = false
    }
  }, [url])
  const fate = fateOfPost(captured, seen)
  if (fate === null) return null
  return (
    <p contentEditable={false} role="status" className="px-4 pb-3 text-danger-ink text-xs">
      {fate.state === 'deleted' ? 'Since deleted' : 'Since edited'},{' '}
      <time dateTime={fate.since}>{new Date(fate.since).toLocaleDateString(undefined, { dateStyle: 'medium' })}</time>.
      Readers keep these words, and are told.
    </p>
  )
}
