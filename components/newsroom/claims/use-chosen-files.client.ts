'use client'

import { useEffect, useRef, useState } from 'react'
import { messageOf } from '@/components/editor/api/request'
import { sizeProblem } from '@/lib/claims/evidence-limits'
import { sendEvidenceFile } from './send-evidence-file'

/** A file that somebody chose and that the server does not have yet. */
export type ChosenFile = {
  key: string
  file: File
  /** How much of it has been sent, 0 to 1; null while it waits. */
  share: number | null
  /** Why it was not kept. */
  problem: string | null
}

export type ChosenFiles = {
  list: readonly ChosenFile[]
  /** Said beside the list when not all of it was kept. */
  problem: string | null
  choose: (files: Iterable<File>) => void
  leaveOut: (key: string) => void
  /** Sends what waits, one after the other. What is kept leaves the list; what is not says why. @returns whether all were kept */
  sendAll: (eventId: string) => Promise<boolean>
}

/** Files that go to the server once there is an event to keep them behind. Whoever closes the form stops what is not sent yet. */
export function useChosenFiles(): ChosenFiles {
  const [list, setList] = useState<readonly ChosenFile[]>([])
  const [problem, setProblem] = useState<string | null>(null)
  const stop = useRef<AbortController | null>(null)
  useEffect(() => () => stop.current?.abort(), [])

  const change = (key: string, next: Partial<ChosenFile>) =>
    setList((before) => before.map((one) => (one.key === key ? { ...one, ...next } : one)))
  const leaveOut = (key: string) => {
    setList((before) => before.filter((one) => one.key !== key))
    setProblem(null)
  }

  async function send({ key, file }: ChosenFile, eventId: string, signal: AbortSignal): Promise<boolean> {
    if (sizeProblem(file.size) !== null) return false
    change(key, { share: 0, problem: null })
    try {
      await sendEvidenceFile({ eventId, file, signal, onProgress: (share) => change(key, { share }) })
      leaveOut(key)
      return true
    } catch (error) {
      change(key, { share: null, problem: messageOf(error) })
      return false
    }
  }

  return {
    list,
    problem,
    leaveOut,
    choose: (files) => {
      const chosen = [...files].map((file) => ({
        ...{ key: crypto.randomUUID(), file, share: null },
        problem: sizeProblem(file.size),
      }))
      setList((before) => [...before, ...chosen])
    },
    sendAll: async (eventId) => {
      stop.current = new AbortController()
      const { signal } = stop.current
      let areAllKept = true
      for (const one of list) {
        if (signal.aborted) return false
        areAllKept = (await send(one, eventId, signal)) && areAllKept
      }
      setProblem(areAllKept ? null : 'What is still listed here was not kept. Everything else is saved.')
      return areAllKept
    },
  }
}
