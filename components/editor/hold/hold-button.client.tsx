'use client'

import { Lock, LockOpen } from 'lucide-react'
import { Button } from '@/components/ui/button.client'
import { MenuItem } from '@/components/ui/menu.client'
import { now } from '@/lib/clock'
import { sayWhen } from './hold-words'
import type { HoldHandle } from './use-hold.client'

/** In the header: holds the article, releases it, or says who holds it. On a phone the menu has the same. */
export function HoldButton({ hold: handle }: { hold: HoldHandle }) {
  const { hold, isOwn, canHold, isBusy } = handle
  if (hold === null) {
    return canHold ? (
      <Button
        variant="quiet"
        icon={<LockOpen aria-hidden="true" />}
        busy={isBusy}
        onClick={handle.begin}
        className={BUTTON}
      >
        <span className={WORDS}>Hold for subbing</span>
      </Button>
    ) : null
  }
  if (isOwn) {
    return (
      <Button icon={<Lock aria-hidden="true" />} busy={isBusy} onClick={handle.release} className={BUTTON}>
        <span className={WORDS}>Held by you, release</span>
      </Button>
    )
  }
  const words = `Held by ${hold.name} since ${sayWhen(hold.since, now())}`
  return canHold ? (
    <Button
      variant="quiet"
      icon={<Lock aria-hidden="true" />}
      title="Take over…"
      onClick={() => handle.askTakeOver(true)}
      className={BUTTON}
    >
      <span className={WORDS}>{words}</span>
    </Button>
  ) : (
    <p className="flex min-w-0 items-center gap-1.5 px-2 text-ink-soft text-sm max-md:hidden [&_svg]:size-4 [&_svg]:shrink-0">
      <Lock aria-hidden="true" />
      <span className={WORDS}>{words}</span>
    </p>
  )
}

const BUTTON = 'min-w-0 max-md:hidden [&_svg]:size-4 [&_svg]:shrink-0'
const WORDS = 'max-w-64 truncate max-lg:sr-only'

/** The same in the menu, where the header has no room for the button. */
export function HoldMenuItems({ hold: handle }: { hold: HoldHandle }) {
  const { hold, isOwn, canHold, canRelease } = handle
  return (
    <>
      {hold === null && canHold ? (
        <MenuItem icon={<LockOpen />} onSelect={handle.begin}>
          Hold for subbing
        </MenuItem>
      ) : null}
      {hold !== null && !isOwn && canHold ? (
        <MenuItem icon={<Lock />} onSelect={() => handle.askTakeOver(true)}>
          Take over…
        </MenuItem>
      ) : null}
      {canRelease ? (
        <MenuItem icon={<LockOpen />} onSelect={handle.release}>
          {isOwn ? 'Release the hold' : 'Release for everybody'}
        </MenuItem>
      ) : null}
    </>
  )
}
