'use client'

import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { useEffect, useRef, useState } from 'react'
import { afterKeys } from './session/after-keys'
import { Alarm } from './session/pace'

/** The document is looked at when somebody pauses, not at every key. */
const LATER_MILLISECONDS = 250

/** What `read` finds in the whole document, a moment after it changed. The same object as long as it is the same as JSON. */
export function useReadLater<Found>(editor: Editor, read: (document: Node) => Found): Found {
  const [found, setFound] = useState(() => read(editor.state.doc))
  const latest = useRef(read)
  latest.current = read
  useEffect(() => {
    const alarm = new Alarm(afterKeys)
    const look = () => {
      if (editor.isDestroyed) return
      const next = latest.current(editor.state.doc)
      setFound((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next))
    }
    const plan = ({ transaction }: { transaction: { docChanged: boolean } }) => {
      if (transaction.docChanged && !alarm.isSet) alarm.set(LATER_MILLISECONDS, look)
    }
    look()
    editor.on('transaction', plan)
    return () => {
      alarm.clear()
      editor.off('transaction', plan)
    }
  }, [editor])
  return found
}
