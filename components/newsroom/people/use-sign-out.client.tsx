'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { forgetAfterSignOut, wipeKeptFields } from '@/components/editor/session/kept-fields'
import { windowSurroundings } from '@/components/editor/session/surroundings'
import { ConfirmDialog } from '@/components/ui/confirm-dialog.client'
import { notify } from '@/components/ui/toaster.client'
import { requestSignOut } from './sign-in-request'

/**
 * Signs out here. What this browser keeps of unsent work is wiped first, because the next person may use the same computer;
 * whoever would lose words by that is asked: `question` has to be shown.
 */
export function useSignOut(personId: string): { isBusy: boolean; press: () => Promise<void>; question: ReactNode } {
  const [isBusy, setIsBusy] = useState(false)
  const [isAsking, setIsAsking] = useState(false)
  // Somebody signed out in another tab: what this one keeps of theirs goes, too, whichever page it shows.
  useEffect(() => {
    const stop = windowSurroundings().onTabMessage(({ kind }) => kind === 'signed-out' && wipeKeptFields())
    forgetAfterSignOut()
    return stop
  }, [])

  async function press() {
    setIsBusy(true)
    if (await hasUnsentWords(personId)) setIsAsking(true)
    else await leave()
    setIsBusy(false)
  }

  const question = (
    <ConfirmDialog
      open={isAsking}
      onOpenChange={setIsAsking}
      title="Sign out and lose unsent words?"
      confirmLabel="Sign out"
      cancelLabel="Stay signed in"
      isDangerous
      onConfirm={leave}
    >
      This device still keeps words that have not reached the newsroom. Signing out removes them. Stay until the article
      says that it is saved, and nothing is lost.
    </ConfirmDialog>
  )
  return { isBusy, press, question }
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
