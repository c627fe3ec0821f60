'use client'

import { useEffect, useState } from 'react'
import { ConfirmDialog } from '@/components/ui/confirm-dialog.client'
import { now } from '@/lib/clock'
import { listPeopleIn, takeOverHold } from '../api/hold'
import { sayWhen } from './hold-words'
import type { HoldHandle } from './use-hold.client'

/** Asks before an article is taken from whoever holds it, and says whether they are at work on it right now. */
export function TakeOverDialog({
  articleId,
  hold: { hold, isOwn, isAsking, askTakeOver },
  refresh,
}: {
  articleId: string
  hold: HoldHandle
  refresh: () => Promise<void>
}) {
  // Whom it is taken from is who held it when the question was asked: should that change meanwhile, the server says so.
  const [asked, setAsked] = useState(hold)
  const isOpen = isAsking && asked !== null
  useEffect(() => {
    if (!isAsking) setAsked(isOwn ? null : hold)
  }, [isAsking, isOwn, hold])
  const presence = useIsHere(articleId, isOpen ? asked.personId : null)

  if (asked === null) return null
  return (
    <ConfirmDialog
      open={isAsking}
      onOpenChange={askTakeOver}
      title={`Take this article over from ${asked.name}?`}
      confirmLabel="Take over"
      onConfirm={async () => {
        try {
          await takeOverHold(articleId, asked.personId)
        } finally {
          await refresh()
        }
      }}
    >
      <p>
        {asked.name} has held it since {sayWhen(asked.since, now())}
        {presence === 'here' ? ' and is in the article right now' : null}
        {presence === 'away' ? ' and does not have it open now' : null}.
      </p>
      <p>Nothing that was typed is lost. {asked.name} is told, and can read and comment from then on.</p>
    </ConfirmDialog>
  )
}

function useIsHere(articleId: string, personId: string | null): 'unknown' | 'here' | 'away' {
  const [presence, setPresence] = useState<'unknown' | 'here' | 'away'>('unknown')
  useEffect(() => {
    if (personId === null) return
    let isCurrent = true
    setPresence('unknown')
    listPeopleIn(articleId).then(
      (people) => isCurrent && setPresence(people.some(({ id }) => id === personId) ? 'here' : 'away'),
      () => undefined,
    )
    return () => {
      isCurrent = false
    }
  }, [articleId, personId])
  return presence
}
