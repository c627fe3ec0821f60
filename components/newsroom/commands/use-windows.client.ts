'use client'

import { useEffect, useRef, useState } from 'react'
import { messageOf } from '@/components/editor/api/request'
import { notify } from '@/components/ui/toaster.client'
import type { Door } from './command-doors'

type Windows = Awaited<ReturnType<typeof fetchWindows>>

/** A page has better things to fetch first. */
const AFTER_MILLISECONDS = 1_500

/**
 * The palette and the list of keys: not part of the page, fetched when it has rested, so that they are there at the very key
 * that opens them; at once for whoever asks sooner. Null until then.
 * @param onFailure somebody asked, they could not be fetched, and the person was told
 */
export function useWindows(door: Door | null, onFailure: () => void): Windows | null {
  const [windows, setWindows] = useState<Windows | null>(null)
  const isAsked = door !== null
  const latest = useRef(onFailure)
  latest.current = onFailure
  useEffect(() => {
    if (windows !== null) return
    let isWanted = true
    const timer = setTimeout(
      async () => {
        try {
          const loaded = await fetchWindows()
          if (isWanted) setWindows(loaded)
        } catch (error) {
          // Where nobody asked, whoever does tries again.
          if (!isWanted || !isAsked) return
          notify.problem('The list of actions could not be fetched', { description: messageOf(error) })
          latest.current()
        }
      },
      isAsked ? 0 : AFTER_MILLISECONDS,
    )
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [windows, isAsked])
  return windows
}

async function fetchWindows() {
  const [{ CommandPalette }, { KeyListDialog }] = await Promise.all([
    import('./command-palette.client'),
    import('./key-list-dialog.client'),
  ])
  return { CommandPalette, KeyListDialog }
}
