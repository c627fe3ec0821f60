'use client'

import { useEffect, useRef } from 'react'

/** Mod-Z and Mod-Shift-Z (or Mod-Y), where nobody types and no dialog asks something. */
export function useUndoKeys(travel: (to: 'undo' | 'redo') => void): void {
  const latest = useRef(travel)
  latest.current = travel
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const to = askedBy(event)
      if (to === null || event.defaultPrevented || isTyping(event.target) || isCovered()) return
      event.preventDefault()
      latest.current(to)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}

function askedBy({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): 'undo' | 'redo' | null {
  if (ctrlKey === metaKey || altKey) return null
  if (key.toLowerCase() === 'z') return shiftKey ? 'redo' : 'undo'
  return key.toLowerCase() === 'y' && !shiftKey ? 'redo' : null
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable=true]') !== null
}

function isCovered(): boolean {
  return document.querySelector('[role=dialog][data-open], [role=alertdialog][data-open]') !== null
}
