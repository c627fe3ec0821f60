'use client'

import { type FormEvent, Fragment, useId, useRef, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { CopyButton } from '@/components/ui/copy-button.client'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import type { ActionResult } from '@/lib/http/action'
import type { Problem } from '@/lib/http/answers'
import type { AppToSetUp } from '@/lib/second-factor/set-up-app'
import { problemParts } from '../people/problem-parts'
import { AppPicture } from './app-picture'
import { CodeInput } from './code-input.client'

/** The key for an app, as a picture and in letters, and a field for the first code that it shows. */
export function AppDialog({
  app,
  onConfirm,
  onClose,
}: {
  app: AppToSetUp
  onConfirm: (code: string) => Promise<ActionResult<unknown>>
  onClose: () => void
}) {
  const formId = useId()
  const code = useRef<HTMLInputElement>(null)
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const { sentence, of } = problemParts(problem, ['code'])

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isBusy) return
    const code = String(new FormData(event.currentTarget).get('code'))
    setIsBusy(true)
    setProblem(null)
    const result = await onConfirm(code)
    setIsBusy(false)
    if (!result.ok) setProblem(result.problem)
  }

  return (
    <Dialog
      open
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      isSticky
      initialFocus={code}
      title="Set up an app for codes"
      description="Any authenticator app will do: those of password managers, Google, Microsoft, Aegis and others."
      footer={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button type="submit" form={formId} variant="primary" busy={isBusy}>
            Confirm
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-5">
        <div className="flex flex-col gap-4 md:flex-row md:items-start">
          <AppPicture rows={app.picture} />
          <div className="min-w-0 text-sm">
            <p>Let the app read the picture. On this same device, or where it cannot, give it the key:</p>
            <p className="mt-2 mb-3 rounded-md bg-sunken px-3 py-2 font-mono" data-key>
              {(app.key.match(/.{1,4}/g) ?? []).map((group, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two groups may be the same, and they do not move.
                <Fragment key={index}>
                  {index === 0 ? '' : ' '}
                  <span className="whitespace-nowrap">{group}</span>
                </Fragment>
              ))}
            </p>
            <div className="flex flex-wrap gap-2">
              <CopyButton size="small" text={app.key} label="Copy the key" />
            </div>
          </div>
        </div>
        {sentence === null ? null : <Callout tone="danger">{sentence}</Callout>}
        <CodeInput
          inputRef={code}
          label="The code that it shows"
          hint="It is asked for from then on."
          error={of.code}
        />
      </form>
    </Dialog>
  )
}
