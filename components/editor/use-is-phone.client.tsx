'use client'

import { useSyncExternalStore } from 'react'

const PHONE = '(width < 48rem)'

/** Is this as narrow as a phone? */
export function useIsPhone(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = window.matchMedia(PHONE)
      query.addEventListener('change', listener)
      return () => query.removeEventListener('change', listener)
    },
    () => window.matchMedia(PHONE).matches,
    () => false,
  )
}
