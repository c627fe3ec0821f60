'use client'

import { useEffect, useRef } from 'react'

/**
 * Mod-F and, for replacing, Mod-Alt-F or Mod-H, wherever the focus is on the page of an article. In the field of the search
 * itself, and while a dialog is open, Mod-F is the browser's own.
 */
export function useFindKeys(open: (withReplace: boolean) => void): void {
  const latest = useRef(open)
  latest.current = open
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const asked = askedBy(event)
      if (asked === null || event.defaultPrevented || document.querySelector('[role=dialog], [role=alertdialog]'))
        return
      const isInField = event.target instanceof Element && event.target.closest('.find-bar') !== null
      if (isInField && asked === 'find') return
      event.preventDefault()
      latest.current(asked === 'replace')
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}

function askedBy(event: KeyboardEvent): 'find' | 'replace' | null {
  if (!(event.metaKey || event.ctrlKey) || event.shiftKey) return null
  // With Alt some layouts write another letter.
  if (event.code === 'KeyF' || event.key === 'f') return event.altKey ? 'replace' : 'find'
  return event.key === 'h' && event.ctrlKey && !event.altKey ? 'replace' : null
}
