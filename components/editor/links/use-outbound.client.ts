'use client'

import type { Editor } from '@tiptap/core'
import { useEffect, useState } from 'react'
import { type Outbound, readOutbound } from '../api/links'
import { messageOf } from '../api/request'

/** A link is known to the server when it is saved: a moment after it was made. */
const SAVED_MILLISECONDS = 2_500

export type OutboundState =
  | { kind: 'loading' }
  | { kind: 'failed'; message: string }
  | { kind: 'read'; outbound: Outbound }

/** What the article points at, read when it is shown and again after the text changed. */
export function useOutbound(articleId: string, editor: Editor): OutboundState {
  const [state, setState] = useState<OutboundState>({ kind: 'loading' })
  useEffect(() => {
    const abort = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    const read = () =>
      readOutbound(articleId, abort.signal).then(
        (outbound) => setState({ kind: 'read', outbound }),
        (error) => abort.signal.aborted || setState({ kind: 'failed', message: messageOf(error) }),
      )
    const later = ({ transaction }: { transaction: { docChanged: boolean } }) => {
      if (!transaction.docChanged) return
      clearTimeout(timer)
      timer = setTimeout(read, SAVED_MILLISECONDS)
    }
    void read()
    editor.on('transaction', later)
    return () => {
      abort.abort()
      clearTimeout(timer)
      editor.off('transaction', later)
    }
  }, [articleId, editor])
  return state
}
