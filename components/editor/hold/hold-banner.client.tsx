'use client'

import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { now } from '@/lib/clock'
import { sayWhen } from './hold-words'
import type { HoldHandle } from './use-hold.client'

/** Says above the text that somebody else holds the article, and what can be done meanwhile. */
export function HoldBanner({ hold: handle }: { hold: HoldHandle }) {
  const { hold, isOwn, lostTo } = handle
  if (hold === null || isOwn) return null
  const since = sayWhen(hold.since, now())
  const takeOver = handle.canHold ? (
    <Button size="small" onClick={() => handle.askTakeOver(true)}>
      Take over…
    </Button>
  ) : null
  return (
    // Announced when it comes: whoever is typing finds that the keys do nothing any more.
    <div role="status" className="px-4 pt-4 md:px-8">
      {lostTo === null ? (
        <Callout title={`Held for subbing by ${hold.name} since ${since}`} actions={takeOver}>
          You can read it and comment on it. What is changed appears here as it is written.
        </Callout>
      ) : (
        <Callout
          tone="warn"
          title={`${hold.name} has taken this article over from you, at ${since}`}
          actions={
            <>
              {takeOver}
              <Button size="small" onClick={handle.forgetLoss}>
                Understood
              </Button>
            </>
          }
        >
          What you typed until then is saved. You can read it and comment on it.
        </Callout>
      )}
    </div>
  )
}
