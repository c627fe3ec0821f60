'use client'

import type { Editor } from '@tiptap/react'
import { type RefObject, useEffect, useRef } from 'react'
import type { Range } from './quote-target'

type Change = { transaction: { mapping: { map: (at: number, side?: number) => number } } }

/** A place in the text while a form is open: others may be typing meanwhile, and it moves with its words. */
export function useFollowedPlace(editor: Editor, place: Range): RefObject<Range> {
  const followed = useRef(place)
  useEffect(() => {
    const follow = ({ transaction: { mapping } }: Change) => {
      const { from, to } = followed.current
      followed.current = { from: mapping.map(from, 1), to: mapping.map(to, -1) }
    }
    editor.on('transaction', follow)
    return () => {
      editor.off('transaction', follow)
    }
  }, [editor])
  return followed
}
