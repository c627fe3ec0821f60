'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { notify } from '@/components/ui/toaster.client'
import type { ClaimDecision } from '@/lib/claims/claim-input'
import type { ClaimActions } from './claim-actions'

const CHOICES: { decision: ClaimDecision; label: string; done: string }[] = [
  { decision: 'FINE', label: 'Fine as it stands', done: 'The story stays as it is.' },
  { decision: 'UPDATE', label: 'Update', done: 'The story is to be updated. Open it to do so.' },
  { decision: 'CORRECT', label: 'Correct', done: 'The story is to be corrected. Open it to do so.' },
]

type Props = { articleId: string; noticeId: string; headline: string; decide: ClaimActions['decide'] }

/** What becomes of a story whose claim changed since it was written. */
export function DecideButtons({ articleId, noticeId, headline, decide }: Props) {
  const router = useRouter()
  const [busy, setBusy] = useState<ClaimDecision | null>(null)

  async function choose(decision: ClaimDecision, done: string) {
    if (busy !== null) return
    setBusy(decision)
    try {
      const result = await decide({ articleId, noticeId, decision })
      if (result.ok) notify.done(done)
      else notify.problem(result.problem.message)
      router.refresh()
    } catch {
      notify.problem('The server could not be reached. Try again.')
    }
    setBusy(null)
  }

  return (
    <fieldset aria-label={`What to do with ${headline || 'this story'}`} className="flex flex-wrap gap-2">
      {CHOICES.map(({ decision, label, done }) => (
        <Button key={decision} size="small" busy={busy === decision} onClick={() => void choose(decision, done)}>
          {label}
        </Button>
      ))}
    </fieldset>
  )
}
