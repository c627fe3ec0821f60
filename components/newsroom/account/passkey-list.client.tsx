'use client'

import { Plus } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { ConfirmDialog } from '@/components/ui/confirm-dialog.client'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { notify } from '@/components/ui/toaster.client'
import { deviceWords } from '@/lib/auth/device-words'
import type { ActionResult } from '@/lib/http/action'
import type { OwnPasskey } from '@/lib/second-factor/get-factors'
import { RelativeTime } from '../relative-time'
import type { FactorActions } from './account-actions'
import { askServer } from './ask-server'
import { makePasskey } from './passkey-requests'
import type { useProof } from './use-proof.client'

type Codes = { recoveryCodes: string[] | null }
type Asked = { what: 'add' } | { what: 'rename' | 'remove'; passkey: OwnPasskey }

export function PasskeyList({
  passkeys,
  now,
  actions,
  withProof,
  onAdded,
}: {
  passkeys: readonly OwnPasskey[]
  now: Date
  actions: FactorActions
  withProof: ReturnType<typeof useProof>['withProof']
  onAdded: (codes: Codes) => void
}) {
  const router = useRouter()
  const [asked, setAsked] = useState<Asked | null>(null)
  const close = () => setAsked(null)

  async function add(name: string): Promise<ActionResult<unknown>> {
    const made = await withProof(makePasskey)
    if (!made.ok) return made
    const result = await withProof(() => askServer<Codes>('/api/account/passkeys', { name, made: made.value }))
    if (result.ok) onAdded(result.value)
    return result
  }

  async function rename({ id }: OwnPasskey, name: string): Promise<ActionResult<unknown>> {
    const result = await actions.renamePasskey({ id, name })
    if (result.ok) router.refresh()
    return result
  }

  async function remove({ id }: OwnPasskey): Promise<string | undefined> {
    const result = await withProof(() => actions.removePasskey({ id }))
    if (!result.ok) return result.problem.message
    notify.done('The passkey is removed')
    router.refresh()
    return undefined
  }

  return (
    <div className="w-full">
      {passkeys.length === 0 ? null : (
        <ul className="mb-3 divide-y divide-line border-line border-y">
          {passkeys.map((passkey) => (
            <li key={passkey.id} className="flex items-center gap-3 py-2.5 max-md:flex-col max-md:items-stretch">
              <div className="min-w-0 flex-1">
                <p className="wrap-anywhere font-medium text-sm">{passkey.name}</p>
                <p className="text-ink-faint text-xs">
                  {passkey.lastUsedAt === null ? (
                    <>
                      Added <RelativeTime at={passkey.createdAt} now={now} />, not used yet
                    </>
                  ) : (
                    <>
                      Last used <RelativeTime at={passkey.lastUsedAt} now={now} />
                    </>
                  )}
                  {passkey.isBackedUp ? ' · on all your devices' : ''}
                </p>
              </div>
              <div className="flex shrink-0 gap-2">
                <Button
                  size="small"
                  aria-label={`Rename ${passkey.name}`}
                  onClick={() => setAsked({ what: 'rename', passkey })}
                >
                  Rename
                </Button>
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={`Remove ${passkey.name}`}
                  onClick={() => setAsked({ what: 'remove', passkey })}
                >
                  Remove
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      <Button
        size="small"
        icon={<Plus aria-hidden="true" className="size-4" />}
        onClick={() => setAsked({ what: 'add' })}
      >
        Add a passkey
      </Button>
      {asked?.what === 'add' ? (
        <NameDialog
          title="Add a passkey"
          about="Your browser then asks for your fingerprint, face, PIN or security key."
          firstName={deviceWords(navigator.userAgent)}
          label="Add"
          onName={add}
          onClose={close}
        />
      ) : null}
      {asked?.what === 'rename' ? (
        <NameDialog
          title="Rename the passkey"
          firstName={asked.passkey.name}
          label="Rename"
          onName={(name) => rename(asked.passkey, name)}
          onClose={close}
        />
      ) : null}
      {asked?.what === 'remove' ? (
        <ConfirmDialog
          open
          onOpenChange={(isOpen) => (isOpen ? undefined : close())}
          title={`Remove “${asked.passkey.name}”?`}
          confirmLabel="Remove"
          isDangerous
          onConfirm={() => remove(asked.passkey)}
        >
          It opens nothing any more. Delete it on the device, too, so that it is not offered.
        </ConfirmDialog>
      ) : null}
    </div>
  )
}

function NameDialog({
  title,
  about,
  firstName,
  label,
  onName,
  onClose,
}: {
  title: string
  about?: string
  firstName: string
  label: string
  onName: (name: string) => Promise<ActionResult<unknown>>
  onClose: () => void
}) {
  const formId = useId()
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isBusy) return
    const name = String(new FormData(event.currentTarget).get('name'))
    setIsBusy(true)
    setProblem(null)
    const result = await onName(name)
    setIsBusy(false)
    if (result.ok) onClose()
    else setProblem(result.problem.message)
  }

  return (
    <Dialog
      open
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      size="small"
      isSticky
      title={title}
      description={about}
      footer={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button type="submit" form={formId} variant="primary" busy={isBusy}>
            {label}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        {problem === null ? null : <Callout tone="danger">{problem}</Callout>}
        <Field label="Name" hint="By which you know it again.">
          <Input name="name" defaultValue={firstName} maxLength={80} required autoComplete="off" />
        </Field>
      </form>
    </Dialog>
  )
}
