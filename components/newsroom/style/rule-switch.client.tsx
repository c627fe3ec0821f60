'use client'

import { useRouter } from 'next/navigation'
import { useOptimistic, useTransition } from 'react'
import { classes } from '@/components/ui/classes'
import { notify } from '@/components/ui/toaster.client'
import type { RuleActions } from './style-actions'

/** Switches a rule on or off, at once. */
export function RuleSwitch({
  rule,
  turn,
}: {
  rule: { id: string; find: string; isActive: boolean }
  turn: RuleActions['turn']
}) {
  const router = useRouter()
  const [isOn, setIsOn] = useOptimistic(rule.isActive)
  const [, startTransition] = useTransition()

  function press() {
    startTransition(async () => {
      setIsOn(!isOn)
      const result = await turn({ id: rule.id, isActive: !isOn })
      if (!result.ok) notify.problem(result.problem.message)
      router.refresh()
    })
  }

  return (
    <button
      type="button"
      role="switch"
      aria-checked={isOn}
      aria-label={`Rule for “${rule.find}”`}
      onClick={press}
      className="inline-flex items-center touch:h-11"
    >
      <span
        className={classes(
          'flex h-5 w-9 items-center rounded-full border p-0.5 transition-colors duration-100',
          isOn ? 'border-accent bg-accent' : 'border-line-strong bg-pressed',
        )}
      >
        <span
          className={classes(
            'size-3.5 rounded-full transition-transform duration-100',
            isOn ? 'translate-x-4 bg-on-accent' : 'bg-ink-faint',
          )}
        />
      </span>
    </button>
  )
}
