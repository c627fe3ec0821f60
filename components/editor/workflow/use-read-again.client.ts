'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { messageOf } from '../api/request'
import { useAboutStatus } from '../session/use-save-status.client'
import { useSurface } from '../surface-context.client'

export type ReadState<Value> =
  | { kind: 'reading' }
  | { kind: 'failed'; message: string }
  | { kind: 'read'; value: Value }

const NEVER = 0
const NOT_YET = -1
/** Somebody who types saves many times; what others type arrives as it is saved. */
const AFTER_WORDS_MILLISECONDS = 700

/**
 * Something about the article that the server knows: read again whenever the server says that something about it changed, and a
 * moment after its words were saved, here or by others.
 * @param read the same function at every call
 */
export function useReadAgain<Value>(read: (articleId: string) => Promise<Value>): {
  state: ReadState<Value>
  again: () => Promise<void>
} {
  const { articleId, facts, editor, session } = useSurface()
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
  const savedAt = useAboutStatus(session.saving, (status) =>
    status.kind === 'saved' ? (status.at?.getTime() ?? NEVER) : NOT_YET,
  )
  const wasSavedAt = useRef(savedAt)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const soon = () => {
      clearTimeout(timer)
      timer = setTimeout(again, AFTER_WORDS_MILLISECONDS)
    }
    const plan = ({ transaction }: { transaction: { docChanged: boolean } }) => {
      if (transaction.docChanged) soon()
    }
    if (savedAt !== NOT_YET && savedAt !== wasSavedAt.current) soon()
    if (savedAt !== NOT_YET) wasSavedAt.current = savedAt
    editor.on('transaction', plan)
    return () => {
      clearTimeout(timer)
      editor.off('transaction', plan)
    }
  }, [editor, again, savedAt])
  return { state, again }
}
