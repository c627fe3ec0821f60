'use client'

import type { Editor } from '@tiptap/core'
import { useEffect, useState } from 'react'
import { printText } from '@/lib/document/print-text'
import { readSuggestedLinks, type SuggestedStory, type SuggestedTopic } from '../api/links'
import { messageOf } from '../api/request'

/** Nobody is asked while somebody types. */
const REST_MILLISECONDS = 2_500

export type SuggestedState =
  | { kind: 'looking' }
  | { kind: 'failed'; message: string }
  | { kind: 'found'; stories: readonly SuggestedStory[]; topics: readonly SuggestedTopic[] }

/** What the text should perhaps point at: asked when it is shown, and again some seconds after the last key. */
export function useSuggestedLinks(articleId: string, editor: Editor): SuggestedState {
  const [state, setState] = useState<SuggestedState>({ kind: 'looking' })

  useEffect(() => {
    let abort = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = async () => {
      abort.abort()
      const own = new AbortController()
      abort = own
      try {
        const found = await readSuggestedLinks(articleId, printText(editor.state.doc), own.signal)
        if (!own.signal.aborted) setState({ kind: 'found', ...found })
      } catch (error) {
        if (!own.signal.aborted) setState({ kind: 'failed', message: messageOf(error) })
      }
    }
    const later = ({ transaction }: { transaction: { docChanged: boolean } }) => {
      if (!transaction.docChanged) return
      clearTimeout(timer)
      timer = setTimeout(look, REST_MILLISECONDS)
    }
    void look()
    editor.on('transaction', later)
    return () => {
      abort.abort()
      clearTimeout(timer)
      editor.off('transaction', later)
    }
  }, [articleId, editor])
  return state
}
