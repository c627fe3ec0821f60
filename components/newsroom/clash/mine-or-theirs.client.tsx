'use client'

import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'

type MineOrTheirsProps = {
  title: ReactNode
  /** Both in words; empty for nothing. */
  mine: string
  theirs: string
  onDecide: (whose: 'mine' | 'theirs') => void
}

/** Two people changed one field: both values, and the question which one stays. */
export function MineOrTheirs({ title, mine, theirs, onDecide }: MineOrTheirsProps) {
  return (
    <Callout
      tone="warn"
      title={title}
      actions={
        <>
          <Button size="small" onClick={() => onDecide('mine')}>
            Keep mine
          </Button>
          <Button size="small" onClick={() => onDecide('theirs')}>
            Use theirs
          </Button>
        </>
      }
    >
      <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5 [&_dd]:wrap-anywhere">
        <dt>Mine</dt>
        <dd className="font-medium">{mine || 'nothing'}</dd>
        <dt>Theirs</dt>
        <dd className="font-medium">{theirs || 'nothing'}</dd>
      </dl>
    </Callout>
  )
}
