'use client'

import { useSyncExternalStore } from 'react'
import { type Command, offeredCommands, onCommandsChanged } from './command-store'

/** Everything on offer on this page now. */
export function useOfferedCommands(): readonly Command[] {
  return useSyncExternalStore(onCommandsChanged, snapshot, () => NONE)
}

const NONE: readonly Command[] = []
let last: readonly Command[] = NONE

/** The same list until something is offered or withdrawn. */
function snapshot(): readonly Command[] {
  const now = offeredCommands()
  if (now.length !== last.length || now.some((command, index) => command !== last[index])) last = now
  return last
}
