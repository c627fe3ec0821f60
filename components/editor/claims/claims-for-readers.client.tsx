'use client'

import { useState } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { notify } from '@/components/ui/toaster.client'
import { showClaims } from '../api/claims'
import { messageOf } from '../api/request'
import { useSurface } from '../surface-context.client'
import type { ClaimsHandle } from './use-claims.client'

/** Switches on that readers are told below the story who says what. Where they have the story, it holds at once. */
export function ClaimsForReaders({ handle }: { handle: ClaimsHandle }) {
  const { articleId, personId, facts } = useSurface()
  const [wanted, setWanted] = useState<boolean | null>(null)
  const { known } = handle
  if (known === null) return null
  const isPublic = facts.publicPath !== null
  const may = facts.can.edit && (!isPublic || known.mayShow)

  async function change(shows: boolean) {
    if (wanted !== null) return
    setWanted(shows)
    try {
      await showClaims({ articleId, personId }, shows)
      notify.done(wordsOf(shows, isPublic))
      await handle.read()
    } catch (error) {
      notify.problem(messageOf(error))
    }
    setWanted(null)
  }

  return (
    <div className="mb-5 border-line border-b pb-3">
      <Checkbox
        label="Tell readers who says what"
        hint={
          may || !facts.can.edit
            ? 'A box below the story. It tells what readers have already, here or in other stories.'
            : 'Readers have this story: somebody who may publish it switches this.'
        }
        checked={wanted ?? known.showsClaims}
        disabled={!may}
        onChange={(event) => void change(event.target.checked)}
      />
    </div>
  )
}

function wordsOf(shows: boolean, isPublic: boolean): string {
  if (!shows) return 'Readers are not told who says what'
  return isPublic ? 'Readers are told who says what' : 'Readers will be told who says what'
}
