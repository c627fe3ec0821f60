'use client'

import { LogOut } from 'lucide-react'
import { useState } from 'react'
import { Button, type ButtonProps } from '@/components/ui/button.client'
import { ConfirmDialog } from '@/components/ui/confirm-dialog.client'
import { notify } from '@/components/ui/toaster.client'
import { requestSignOut } from './sign-in-request'

/**
 * Signs out here. What this browser keeps of unsent work is wiped first, because the next person may use the same computer;
 * whoever would lose words by that is asked.
 */
export function SignOutButton({
  personId,
  variant = 'quiet',
  size,
  className,
}: Pick<ButtonProps, 'variant' | 'size' | 'className'> & { personId: string }) {
  const [isBusy, setIsBusy] = useState(false)
  const [isAsking, setIsAsking] = useState(false)

  async function press() {
    setIsBusy(true)
    if (await hasUnsentWords(personId)) setIsAsking(true)
    else await leave()
    setIsBusy(false)
  }

  async function leave(): Promise<string | undefined> {
    const outcome = await requestSignOut(wipeKeptWords)
    if (!outcome.ok) {
      notify.problem('You are still signed in', { description: outcome.message })
      return outcome.message
    }
    location.assign('/login?done=signed-out')
    return undefined
  }

  return (
    <>
      <Button
        variant={variant}
        size={size}
        className={className}
        busy={isBusy}
        onClick={press}
        icon={<LogOut aria-hidden="true" className="size-4" />}
      >
        Sign out
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setIsAsking}
        title="Sign out and lose unsent words?"
        confirmLabel="Sign out"
        cancelLabel="Stay signed in"
        isDangerous
        onConfirm={leave}
      >
        This device still keeps words that have not reached the newsroom. Signing out removes them. Stay until the
        article says that it is saved, and nothing is lost.
      </ConfirmDialog>
    </>
  )
}

/** Loaded when it is needed: pages without an editor have no use for the editor's memory. */
async function hasUnsentWords(personId: string): Promise<boolean> {
  try {
    const { hasUnsentDrafts } = await import('@/components/editor/session/local-drafts')
    return await hasUnsentDrafts(personId)
  } catch {
    // A browser that keeps nothing has nothing to lose.
    return false
  }
}

async function wipeKeptWords(): Promise<void> {
  try {
    const { wipeLocalDrafts } = await import('@/components/editor/session/local-drafts')
    await wipeLocalDrafts()
  } catch {
    // A browser that keeps nothing has nothing to wipe, and whoever wants to leave must be able to.
  }
}
