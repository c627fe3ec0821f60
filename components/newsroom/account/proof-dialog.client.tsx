'use client'

import { KeyRound } from 'lucide-react'
import { type FormEvent, useEffect, useId, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { Field } from '@/components/ui/field.client'
import { Skeleton } from '@/components/ui/skeleton'
import type { ActionResult } from '@/lib/http/action'
import { PasswordInput } from '../people/password-input.client'
import { askServer } from './ask-server'
import { CodeInput } from './code-input.client'
import { signWithPasskey } from './passkey-requests'

/** What somebody has to show that it is they. */
type Ways = { password: boolean; code: boolean; passkey: boolean }

/** Asks who is there, by whatever they have: the password, a code of the app, a passkey. */
export function ProofDialog({ onProven, onClose }: { onProven: () => void; onClose: () => void }) {
  const formId = useId()
  const [ways, setWays] = useState<Ways | null>(null)
  const [way, setWay] = useState<'password' | 'code'>('password')
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  useEffect(() => {
    let isGone = false
    void readWays().then((found) => {
      if (isGone) return
      setWays(found)
      if (!found.password && found.code) setWay('code')
    })
    return () => {
      isGone = true
    }
  }, [])

  async function show(work: () => Promise<ActionResult<unknown>>) {
    if (isBusy) return
    setIsBusy(true)
    setProblem(null)
    const result = await work()
    setIsBusy(false)
    if (result.ok) onProven()
    else setProblem(result.problem.message)
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const proof =
      way === 'code'
        ? { kind: 'code', code: String(form.get('code')) }
        : { kind: 'password', password: String(form.get('password')) }
    void show(() => askServer('/api/account/proof', proof))
  }

  function showPasskey() {
    void show(async () => {
      const signed = await signWithPasskey('/api/account/proof/challenge')
      return signed.ok ? askServer('/api/account/proof', { kind: 'passkey', signed: signed.value }) : signed
    })
  }

  const canType = ways !== null && (ways.password || ways.code)
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      size="small"
      isSticky
      title="Is it still you?"
      description="This changes how you sign in. What you typed stays as it is."
      footer={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          {canType ? (
            <Button type="submit" form={formId} variant="primary" busy={isBusy}>
              Go on
            </Button>
          ) : null}
        </>
      }
    >
      {ways === null ? <Skeleton className="h-16" /> : null}
      {canType ? (
        <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
          {problem === null ? null : <Callout tone="danger">{problem}</Callout>}
          {way === 'code' ? (
            <CodeInput />
          ) : (
            <Field label="Your password">
              <PasswordInput autoComplete="current-password" />
            </Field>
          )}
          {ways?.password && ways.code ? (
            <Button variant="quiet" size="small" onClick={() => setWay(way === 'code' ? 'password' : 'code')}>
              {way === 'code' ? 'Use the password instead' : 'Use a code of the app instead'}
            </Button>
          ) : null}
        </form>
      ) : null}
      {ways?.passkey ? (
        <Button
          className="mt-3 w-full"
          busy={isBusy}
          onClick={showPasskey}
          icon={<KeyRound aria-hidden="true" className="size-4" />}
        >
          Use a passkey
        </Button>
      ) : null}
      {ways !== null && !canType && !ways.passkey ? (
        <Callout tone="warn">Sign out, sign in again, and do this within a quarter of an hour after that.</Callout>
      ) : null}
    </Dialog>
  )
}

async function readWays(): Promise<Ways> {
  try {
    const answer = await fetch('/api/account/proof', { cache: 'no-store' })
    if (answer.ok) return (await answer.json()) as Ways
  } catch {
    // Most have a password: what they type tells more than an empty dialog.
  }
  return { password: true, code: false, passkey: false }
}
