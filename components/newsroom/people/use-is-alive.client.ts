'use client'

import { useSyncExternalStore } from 'react'

/** False until the page's script runs. A form that needs it stays shut as long, instead of losing what was typed. */
export function useIsAlive(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  )
}
