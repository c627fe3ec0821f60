'use client'

import { type ReactNode, useState } from 'react'
import type { ActionResult } from '@/lib/http/action'
import { ProofDialog } from './proof-dialog.client'

/**
 * For forms that change what asks for a proof: `withProof` does the work, and where the server asks who is there, shows a dialog and does it
 * again. What was typed into the form stays. `question` has to be shown.
 */
export function useProof(): {
  withProof: <Value>(work: () => Promise<ActionResult<Value>>) => Promise<ActionResult<Value>>
  question: ReactNode
} {
  const [asked, setAsked] = useState<{ answer: (isProven: boolean) => void } | null>(null)

  async function withProof<Value>(work: () => Promise<ActionResult<Value>>): Promise<ActionResult<Value>> {
    const first = await work()
    if (first.ok || first.problem.code !== 'PROOF_NEEDED') return first
    const isProven = await new Promise<boolean>((answer) => setAsked({ answer }))
    setAsked(null)
    return isProven ? work() : first
  }

  const question =
    asked === null ? null : <ProofDialog onProven={() => asked.answer(true)} onClose={() => asked.answer(false)} />
  return { withProof, question }
}
