'use client'

import { useState } from 'react'
import { messageOf, RequestFailed } from '../api/request'

const OFFLINE = 'You are offline. Your words are kept here: send them when you are back.'

/** Sends something once at a time, and says why it could not be sent. What was typed stays where it is. */
export function useSending(): {
  isSending: boolean
  problem: string | null
  send: (work: () => Promise<void>) => Promise<boolean>
} {
  const [isSending, setIsSending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  async function send(work: () => Promise<void>): Promise<boolean> {
    if (isSending) return false
    setIsSending(true)
    setProblem(null)
    try {
      await work()
      return true
    } catch (error) {
      setProblem(error instanceof RequestFailed && error.status === 0 ? OFFLINE : messageOf(error))
      return false
    } finally {
      setIsSending(false)
    }
  }

  return { isSending, problem, send }
}
