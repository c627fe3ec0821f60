'use client'

import { useFrontDesk } from './front-desk.client'

/** In a dialog that waits for the server: why it takes so long. */
export function SavingHint({ isBusy }: { isBusy: boolean }) {
  const { kind } = useFrontDesk().state.status
  if (!isBusy || kind === 'saved' || kind === 'saving') return null
  return (
    <p role="status" className="mr-auto self-center text-pretty text-sm text-warn-ink max-md:basis-full">
      {kind === 'offline'
        ? 'There is no connection. This is saved when it is back.'
        : 'You are signed out. Sign in again in another window, and this is saved.'}
    </p>
  )
}
