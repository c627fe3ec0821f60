'use client'

import { useSyncExternalStore } from 'react'
import type { SaveStatus } from './status'
import type { StatusStore } from './status-store'

/** Where the words are, anew with every save. */
export function useSaveStatus(store: StatusStore): SaveStatus {
  return useSyncExternalStore(store.subscribe, store.current, store.current)
}

const CALM: SaveStatus = { kind: 'saved', at: null }

/** What is wrong with saving, for whoever says what to do about it: `saved` as long as nothing is. */
export function useTrouble(store: StatusStore): SaveStatus {
  const trouble = () => {
    const status = store.current()
    return status.kind === 'saved' || status.kind === 'saving' ? CALM : status
  }
  return useSyncExternalStore(store.subscribe, trouble, trouble)
}

/** One thing about the status: whoever asks hears only when that changes. */
export function useAboutStatus<Answer extends string | number | boolean>(
  store: StatusStore,
  read: (status: SaveStatus) => Answer,
): Answer {
  const answer = () => read(store.current())
  return useSyncExternalStore(store.subscribe, answer, answer)
}
