'use client'

import { KeyRound } from 'lucide-react'
import { type FormEvent, useRef, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import type { ActionResult } from '@/lib/http/action'
import { askServer } from '../account/ask-server'
import { CodeInput } from '../account/code-input.client'
import { signWithPasskey } from '../account/passkey-requests'
import { DoorstepLink } from './doorstep'
import { useIsAlive } from './use-is-alive.client'

type Has = { app: boolean; passkeys: boolean; codes: boolean }

const ANSWER = '/api/sign-in/second-factor'

/**
 * Asks for what somebody has besides their password.
 * @param next a path of ours, already checked
 */
export function SecondFactorForm({ has, next }: { has: Has; next: string }) {
  const isAlive = useIsAlive()
  const [way, setWay] = useState<'totp' | 'recovery' | null>(has.app ? 'totp' : null)
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const inputRef = useRef<HTMLInputElement>(null)

  async function send(work: () => Promise<ActionResult<{ path: string }>>) {
    if (isBusy) return
    setIsBusy(true)
    setProblem(null)
    const result = await work()
    if (result.ok) return location.assign(result.value.path)
    if (result.problem.status === 410) {
      return location.assign(`/login?${new URLSearchParams({ error: 'SecondFactor', next })}`)
    }
    setIsBusy(false)
    setProblem(result.problem.message)
    inputRef.current?.focus()
    inputRef.current?.select()
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const code = String(new FormData(event.currentTarget).get('code'))
    void send(() => askServer(ANSWER, { kind: way, code, next }))
  }

  function showPasskey() {
    void send(async () => {
      const signed = await signWithPasskey(`${ANSWER}/challenge`)
      return signed.ok ? askServer(ANSWER, { kind: 'passkey', signed: signed.value, next }) : signed
    })
  }

  function change(to: typeof way) {
    setWay(to)
    setProblem(null)
  }

  return (
    <div className="flex flex-col gap-4">
      {problem === null ? null : <Callout tone="danger">{problem}</Callout>}
      {way === null ? null : (
        <form key={way} method="post" onSubmit={submit} className="flex flex-col gap-5">
          {way === 'totp' ? (
            <CodeInput inputRef={inputRef} hint="Six digits, from the app that you set up." autoFocus />
          ) : (
            <Field label="Recovery code" hint="One of those that you kept. Each works once.">
              <Input
                ref={inputRef}
                name="code"
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                maxLength={60}
                required
                autoFocus
                className="font-mono"
              />
            </Field>
          )}
          <Button type="submit" variant="primary" size="large" busy={isBusy} disabled={!isAlive} className="w-full">
            Go on
          </Button>
        </form>
      )}
      {has.passkeys ? (
        <Button
          variant={way === null ? 'primary' : 'secondary'}
          size="large"
          busy={isBusy}
          disabled={!isAlive}
          onClick={showPasskey}
          className="w-full"
          icon={<KeyRound aria-hidden="true" className="size-4" />}
        >
          Use a passkey
        </Button>
      ) : null}
      <div className="flex flex-col items-center gap-2 text-center">
        {has.app && way !== 'totp' ? (
          <Button variant="quiet" size="small" onClick={() => change('totp')}>
            Use a code of the app
          </Button>
        ) : null}
        {has.codes && way !== 'recovery' ? (
          <Button variant="quiet" size="small" onClick={() => change('recovery')}>
            Use a recovery code
          </Button>
        ) : null}
        {has.codes ? null : (
          <p className="text-ink-soft text-sm">Without your phone or passkey? An administrator can reset them.</p>
        )}
        <DoorstepLink href="/login">Begin again</DoorstepLink>
      </div>
    </div>
  )
}
