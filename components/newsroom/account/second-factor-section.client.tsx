'use client'

import { KeyRound, LifeBuoy, Smartphone } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { ConfirmDialog } from '@/components/ui/confirm-dialog.client'
import { notify } from '@/components/ui/toaster.client'
import type { ActionResult } from '@/lib/http/action'
import type { Factors } from '@/lib/second-factor/get-factors'
import type { AppToSetUp } from '@/lib/second-factor/set-up-app'
import type { FactorActions } from './account-actions'
import { AccountSection } from './account-section'
import { AppDialog } from './app-dialog.client'
import { PasskeyList } from './passkey-list.client'
import { RecoveryCodes } from './recovery-codes.client'
import { useProof } from './use-proof.client'

type Codes = { recoveryCodes: string[] | null }

/**
 * What somebody shows besides their password.
 * @param now as the server has it
 * @param next where to go once the first factor is set up and its codes are kept; null to stay
 */
export function SecondFactorSection({
  factors,
  paperName,
  now,
  next,
  actions,
}: {
  factors: Factors
  paperName: string
  now: Date
  next: string | null
  actions: FactorActions
}) {
  const router = useRouter()
  const { withProof, question } = useProof()
  const [app, setApp] = useState<AppToSetUp | null>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const [asked, setAsked] = useState<'remove' | 'renew' | null>(null)
  const hasFactor = factors.appSince !== null || factors.passkeys.length > 0

  function added(done: string, { recoveryCodes }: Codes) {
    // Codes that have to be kept say enough, and nothing in the corner may cover them.
    if (recoveryCodes === null) notify.done(done, { description: 'Every other device is signed out.' })
    if (recoveryCodes !== null) setCodes(recoveryCodes)
    else if (next !== null) location.assign(next)
    if (next === null) router.refresh()
  }

  function kept() {
    setCodes(null)
    if (next !== null) location.assign(next)
  }

  async function begin() {
    setIsBusy(true)
    const result = await withProof(() => actions.beginApp({}))
    setIsBusy(false)
    if (result.ok) setApp(result.value)
    else notify.problem(result.problem.message)
  }

  async function confirm(code: string): Promise<ActionResult<Codes>> {
    const ticket = app?.ticket ?? ''
    const result = await withProof(() => actions.confirmApp({ ticket, code }))
    if (result.ok) {
      setApp(null)
      added('The app is set up', result.value)
    }
    return result
  }

  async function remove(): Promise<string | undefined> {
    const result = await withProof(() => actions.removeApp({}))
    if (!result.ok) return result.problem.message
    notify.done('Codes of the app are not asked for any more')
    router.refresh()
    return undefined
  }

  async function renew(): Promise<string | undefined> {
    const result = await withProof(() => actions.renewCodes({}))
    if (!result.ok) return result.problem.message
    setCodes(result.value.recoveryCodes)
    router.refresh()
    return undefined
  }

  return (
    <AccountSection
      title="Second factor"
      anchor="second-factor"
      about="Something that you have, besides what you know: whoever learns your password still does not get in."
    >
      {codes === null ? null : <RecoveryCodes codes={codes} paperName={paperName} onKept={kept} />}
      {factors.isNeeded && !hasFactor && codes === null ? (
        <Callout tone="warn">Your role needs a second factor. An app for codes or a passkey is enough.</Callout>
      ) : null}
      <Way
        icon={<Smartphone aria-hidden="true" />}
        title="App for codes"
        state={factors.appSince === null ? null : 'Set up'}
        about="An authenticator app on your phone shows six digits, which you type after your password."
      >
        <Button size="small" busy={isBusy} onClick={() => void begin()}>
          {factors.appSince === null ? 'Set up an app' : 'Set up another app instead'}
        </Button>
        {factors.appSince === null ? null : (
          <Button size="small" variant="quiet" onClick={() => setAsked('remove')}>
            Switch off
          </Button>
        )}
      </Way>
      <Way
        icon={<KeyRound aria-hidden="true" />}
        title="Passkeys"
        state={factors.passkeys.length === 0 ? null : String(factors.passkeys.length)}
        about="Your fingerprint, face or screen lock, or a security key. With a passkey you sign in without a password."
      >
        <PasskeyList
          passkeys={factors.passkeys}
          now={now}
          actions={actions}
          withProof={withProof}
          onAdded={(codes) => added('The passkey is added', codes)}
        />
      </Way>
      <Way
        icon={<LifeBuoy aria-hidden="true" />}
        title="Recovery codes"
        state={hasFactor ? `${factors.codesLeft} left` : null}
        isLow={hasFactor && factors.codesLeft <= 3}
        about="On paper, for when you have neither. Ten come with the first second factor, and each works once."
      >
        {hasFactor ? (
          <Button size="small" onClick={() => setAsked('renew')}>
            Make new codes
          </Button>
        ) : null}
      </Way>
      {app === null ? null : <AppDialog app={app} onConfirm={confirm} onClose={() => setApp(null)} />}
      <ConfirmDialog
        open={asked === 'remove'}
        onOpenChange={(isOpen) => setAsked(isOpen ? asked : null)}
        title="Switch codes of the app off?"
        confirmLabel="Switch off"
        isDangerous
        onConfirm={remove}
      >
        {factors.passkeys.length === 0
          ? 'Your password alone lets you in after that. Recovery codes work no longer.'
          : 'Your passkeys stay, and are asked for after the password.'}
      </ConfirmDialog>
      <ConfirmDialog
        open={asked === 'renew'}
        onOpenChange={(isOpen) => setAsked(isOpen ? asked : null)}
        title="Make new recovery codes?"
        confirmLabel="Make new codes"
        onConfirm={renew}
      >
        The codes that you have work no longer.
      </ConfirmDialog>
      {question}
    </AccountSection>
  )
}

function Way({
  icon,
  title,
  state,
  isLow = false,
  about,
  children,
}: {
  icon: ReactNode
  title: string
  state: string | null
  isLow?: boolean
  about: string
  children: ReactNode
}) {
  return (
    <div className="flex gap-3.5 rounded-lg border border-line px-4 py-4">
      <span className="mt-0.5 text-ink-faint [&>svg]:size-5">{icon}</span>
      <div className="min-w-0 flex-1">
        <h3 className="flex flex-wrap items-center gap-2 font-medium">
          {title}
          {state === null ? null : <Badge tone={isLow ? 'warn' : 'good'}>{state}</Badge>}
        </h3>
        <p className="mt-0.5 text-pretty text-ink-soft text-sm">{about}</p>
        <div className="mt-3 flex flex-wrap gap-2 empty:hidden">{children}</div>
      </div>
    </div>
  )
}
