'use client'

import type { Editor } from '@tiptap/core'
import { useEffect, useRef, useState } from 'react'
import { afterKeys } from './session/after-keys'

/**
 * What `read` finds in the editor, as it is now; while somebody types, as it was at the last key that is on the screen. The same
 * object as long as it is the same as JSON.
 */
export function useFollowed<Found>(editor: Editor, read: (editor: Editor) => Found): Found {
  const [found, setFound] = useState(() => read(editor))
  const latest = useRef(read)
  latest.current = read
  useEffect(() => {
    let isPlanned = false
    let giveUp = () => {}
    const look = () => {
      isPlanned = false
      if (editor.isDestroyed) return
      const next = latest.current(editor)
      setFound((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next))
    }
    const plan = () => {
      if (isPlanned) return
      isPlanned = true
      giveUp = afterKeys(look)
    }
    look()
    editor.on('transaction', plan)
    // Being made read-only is no transaction.
    editor.on('update', plan)
    return () => {
      giveUp()
      editor.off('transaction', plan)
      editor.off('update', plan)
    }
  }, [editor])
  return found
}
