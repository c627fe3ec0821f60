'use client'

import { type FormEvent, useId, useState } from 'react'
import { problemParts } from '@/components/newsroom/people/problem-parts'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import type { ActionResult } from '@/lib/http/action'
import type { Problem } from '@/lib/http/answers'
import { KIND_WORDS, WEBHOOK_KINDS, type WebhookKind } from '@/lib/webhooks/kinds'
import type { WebhookForm } from './token-actions'

type WebhookDialogProps<Made> = {
  /** What it is now; null for a new one. */
  webhook: { url: string; kinds: readonly string[] } | null
  save: (form: WebhookForm) => Promise<ActionResult<Made>>
  onSaved: (made: Made) => void
  onClose: () => void
}

/** Makes a webhook, or changes where it leads and what it is told of. */
export function WebhookDialog<Made>({ webhook, save, onSaved, onClose }: WebhookDialogProps<Made>) {
  const formId = useId()
  const [url, setUrl] = useState(webhook?.url ?? '')
  const [kinds, setKinds] = useState<readonly WebhookKind[]>(
    WEBHOOK_KINDS.filter((kind) => webhook === null || webhook.kinds.includes(kind)),
  )
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const { sentence, of } = problemParts(problem, ['url', 'kinds'])

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isBusy) return
    setIsBusy(true)
    const result = await save({ url, kinds: [...kinds] })
    setIsBusy(false)
    setProblem(result.ok ? null : result.problem)
    if (result.ok) onSaved(result.value)
  }

  function choose(kind: WebhookKind, isChosen: boolean) {
    setKinds((before) => WEBHOOK_KINDS.filter((each) => (each === kind ? isChosen : before.includes(each))))
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      isSticky
      title={webhook === null ? 'New webhook' : 'Edit the webhook'}
      footer={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button type="submit" form={formId} variant="primary" busy={isBusy}>
            {webhook === null ? 'Make the webhook' : 'Save'}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-5">
        {sentence === null ? null : <Callout tone="danger">{sentence}</Callout>}
        <Field label="Address" error={of.url} hint="An https address that takes a POST.">
          <Input
            required
            type="url"
            maxLength={2000}
            autoComplete="off"
            spellCheck={false}
            placeholder="https://"
            value={url}
            onChange={(event) => setUrl(event.target.value)}
          />
        </Field>
        <fieldset>
          <legend className="mb-1 font-medium text-ink text-sm">What it is told of</legend>
          {WEBHOOK_KINDS.map((kind) => (
            <Checkbox
              key={kind}
              label={<code>{kind}</code>}
              hint={KIND_WORDS[kind]}
              checked={kinds.includes(kind)}
              onChange={(event) => choose(kind, event.target.checked)}
            />
          ))}
          {of.kinds === undefined ? null : (
            <p role="alert" className="text-danger-ink text-sm">
              {of.kinds}
            </p>
          )}
        </fieldset>
      </form>
    </Dialog>
  )
}
