'use client'

import { useEffect } from 'react'

/** Keeps `--keyboard-height` at what a phone's keyboard covers of the page, for the bar that stands above it. */
export function useKeyboardHeight(): void {
  useEffect(() => {
    const viewport = window.visualViewport
    if (viewport === null) return
    const measure = () => {
      // A pinched page is smaller too, and nothing covers it.
      const covered = viewport.scale > 1.01 ? 0 : window.innerHeight - viewport.height - viewport.offsetTop
      document.documentElement.style.setProperty('--keyboard-height', `${Math.max(0, Math.round(covered))}px`)
    }
    measure()
    viewport.addEventListener('resize', measure)
    viewport.addEventListener('scroll', measure)
    return () => {
      viewport.removeEventListener('resize', measure)
      viewport.removeEventListener('scroll', measure)
      document.documentElement.style.removeProperty('--keyboard-height')
    }
  }, [])
}
