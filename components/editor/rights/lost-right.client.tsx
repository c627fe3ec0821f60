'use client'

import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { notify } from '@/components/ui/toaster.client'
import type { ArticleFacts } from '../article-facts'
import type { StatusStore } from '../session/status-store'
import { useTrouble } from '../session/use-save-status.client'
import { rightsThatChanged } from './rights-that-changed'

/** Says above the text that somebody took a right away while the article was open, and what of it stays possible. */
export function LostRight({ facts, personId, saving }: { facts: ArticleFacts; personId: string; saving: StatusStore }) {
  // Who may not even read any more is told that instead.
  const isRefused = useTrouble(saving).kind === 'refused'
  const [hasLost, setHasLost] = useState(false)
  const before = useRef(facts)

  useEffect(() => {
    const changed = rightsThatChanged(before.current, facts, personId)
    before.current = facts
    if (changed.edit === 'lost') setHasLost(true)
    if (changed.edit === 'gained') {
      setHasLost(false)
      notify.info('You may edit this article now.')
    }
    if (changed.publish === 'lost') notify.warn('You may not publish this article any more: your rights were changed.')
    if (changed.publish === 'gained') notify.info('You may publish this article now.')
  }, [facts, personId])

  return (
    // Announced when it comes: whoever is typing finds that the keys do something else, or nothing.
    <div role="status" className="px-4 pt-4 empty:hidden md:px-8">
      {hasLost && !isRefused ? (
        <Callout
          tone="warn"
          title="You may not edit this article any more"
          actions={
            <Button size="small" onClick={() => setHasLost(false)}>
              Understood
            </Button>
          }
        >
          Your rights were changed while it was open. Nothing that you typed is lost.{' '}
          {facts.can.comment ? 'You can read it, comment on it and suggest changes.' : 'You can read it.'}
        </Callout>
      ) : null}
    </div>
  )
}
