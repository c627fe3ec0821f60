'use client'

import type { Editor } from '@tiptap/react'
import { useEffect, useState } from 'react'
import { usePeopleNames } from '../api/people'

type Hint = { personId: string; top: number; left: number }

/** The name of whoever suggests the words under the pointer. */
export function SuggestionHint({ editor }: { editor: Editor }) {
  const names = usePeopleNames()
  const [hint, setHint] = useState<Hint | null>(null)

  useEffect(() => {
    const text = editor.view.dom
    const over = (event: Event) => {
      const marked = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-suggestion]') : null
      const room = text.closest('.editor-room')
      if (marked === null || room === null) return setHint(null)
      const box = marked.getClientRects()[0] ?? marked.getBoundingClientRect()
      const frame = room.getBoundingClientRect()
      setHint({ personId: marked.dataset.person ?? '', top: box.top - frame.top, left: box.left - frame.left })
    }
    const out = () => setHint(null)
    text.addEventListener('pointerover', over)
    text.addEventListener('pointerleave', out)
    return () => {
      text.removeEventListener('pointerover', over)
      text.removeEventListener('pointerleave', out)
    }
  }, [editor])

  const isShown = hint !== null
  useEffect(() => {
    if (!isShown) return
    const out = () => setHint(null)
    // In capture: a letter that is typed in the text goes no further.
    document.addEventListener('keydown', out, true)
    return () => document.removeEventListener('keydown', out, true)
  }, [isShown])

  const name = hint && names.get(hint.personId)
  if (!hint || name === undefined) return null
  return (
    <div aria-hidden="true" className="suggestion-hint" style={{ top: hint.top, left: hint.left }}>
      {name}
    </div>
  )
}
