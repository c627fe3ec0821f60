'use client'

import { type RefObject, useLayoutEffect } from 'react'

/**
 * Puts the focus into a field of a dialog the moment it is there. The dialog does so by itself a little later, and what
 * somebody types until then would replace the words that they selected in the text.
 */
export function FocusAtOnce({ field }: { field: RefObject<HTMLElement | null> }) {
  useLayoutEffect(() => field.current?.focus(), [field])
  return null
}
