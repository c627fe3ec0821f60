'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { messageOf } from '../api/request'
import { useSurface } from '../surface-context.client'

export type ReadState<Value> =
  | { kind: 'reading' }
  | { kind: 'failed'; message: string }
  | { kind: 'read'; value: Value }

/** What is typed is saved by then. */
const AFTER_TYPING_MILLISECONDS = 1_500

/**
 * Something about the article that the server knows: read again whenever the server says that something about it changed, and
 * a moment after its words did.
 * @param read the same function at every call
 */
export function useReadAgain<Value>(read: (articleId: string) => Promise<Value>): {
  state: ReadState<Value>
  again: () => Promise<void>
} {
  const { articleId, facts, editor } = useSurface()
  const [state, setState] = useState<ReadState<Value>>({ kind: 'reading' })
  const latest = useRef(0)
  const again = useCallback(async () => {
    const turn = ++latest.current
    const next = await read(articleId).then(
      (value): ReadState<Value> => ({ kind: 'read', value }),
      (error): ReadState<Value> => ({ kind: 'failed', message: messageOf(error) }),
    )
    if (turn === latest.current) setState(next)
  }, [articleId, read])
  // Another object whenever the facts were read anew.
  useEffect(() => {
    if (facts.id === articleId) again()
  }, [facts, articleId, again])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const plan = ({ transaction }: { transaction: { docChanged: boolean } }) => {
      if (!transaction.docChanged) return
      clearTimeout(timer)
      timer = setTimeout(again, AFTER_TYPING_MILLISECONDS)
    }
    editor.on('transaction', plan)
    return () => {
      clearTimeout(timer)
      editor.off('transaction', plan)
    }
  }, [editor, again])
  return { state, again }
}
