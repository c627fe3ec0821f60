'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import { request } from '@/components/editor/api/request'
import type { DeskFront } from '@/lib/fronts/desk-front'
import type { FrontActions } from './front-actions'
import { FrontSession, type FrontState } from './front-session'

/** What cannot be sent is tried again after so long, or when the browser says that it is online. */
const TRY_AGAIN_MILLISECONDS = 5_000
/** What time alone changes, as what a rule finds, is told to nobody. */
const LOOK_EVERY_MILLISECONDS = 60_000

/** A visit to a front, with what others do. `isLive`: whether that is heard. */
export function useFrontSession(
  initial: DeskFront,
  actions: Pick<FrontActions, 'change'>,
): { session: FrontSession; state: FrontState; isLive: boolean } {
  const { key } = initial
  const [session] = useState(
    () =>
      new FrontSession(initial, {
        send: (change, seenVersion) => actions.change({ key, change, seenVersion }),
        read: () => request<DeskFront>(`/api/fronts/${key}`),
        pause,
      }),
  )
  const state = useSyncExternalStore(
    session.subscribe,
    () => session.state,
    () => session.state,
  )
  const isLive = useFrontEvents(session, key)

  useEffect(() => {
    const look = setInterval(() => document.visibilityState === 'visible' && session.look(), LOOK_EVERY_MILLISECONDS)
    return () => clearInterval(look)
  }, [session])

  const isUnsaved = state.status.kind !== 'saved'
  useEffect(() => {
    if (!isUnsaved) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isUnsaved])

  return { session, state, isLive }
}

function useFrontEvents(session: FrontSession, key: string): boolean {
  const [isLive, setIsLive] = useState(true)
  useEffect(() => {
    const stream = new EventSource(`/api/fronts/${key}/events`)
    stream.addEventListener('changed', ({ data }) => {
      const { version, number } = JSON.parse(data) as { version: number; number: number | null }
      session.hear(version, number ?? 0)
    })
    stream.addEventListener('rights', () => void session.look())
    stream.addEventListener('ended', () => {
      stream.close()
      setIsLive(false)
    })
    let wasLost = false
    stream.onopen = () => {
      setIsLive(true)
      // What was told meanwhile was told to nobody.
      if (wasLost) void session.look()
      wasLost = false
    }
    stream.onerror = () => {
      wasLost = true
      setIsLive(false)
    }
    return () => stream.close()
  }, [session, key])
  return isLive
}

function pause(): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer)
      window.removeEventListener('online', go)
      window.removeEventListener('focus', go)
      resolve()
    }
    const timer = setTimeout(go, TRY_AGAIN_MILLISECONDS)
    window.addEventListener('online', go)
    // Whoever was signed out comes back from the window in which they signed in.
    window.addEventListener('focus', go)
  })
}
