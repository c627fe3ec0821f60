'use client'

import { useSyncExternalStore } from 'react'

/** As wide as the text and the panel beside it need. */
const WIDE = '(min-width: 75rem)'

/** Is there room for the panel beside the text? */
export function useIsWide(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = window.matchMedia(WIDE)
      query.addEventListener('change', listener)
      return () => query.removeEventListener('change', listener)
    },
    () => window.matchMedia(WIDE).matches,
    () => true,
  )
}
