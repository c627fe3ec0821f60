'use client'

import { type FormEvent, useEffect, useId, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { Field } from '@/components/ui/field.client'
import { Radio } from '@/components/ui/radio'
import { Textarea } from '@/components/ui/textarea.client'
import { notify } from '@/components/ui/toaster.client'
import { OVERRIDE_REASON } from '@/lib/articles/override-reason'
import { BREAKING_MINUTES, BREAKING_TEXT_MOST } from '@/lib/breaking/breaking-alert'
import { now } from '@/lib/clock'
import { type Breaking, type BreakingMinutes, startBreaking } from '../api/breaking'
import { messageOf, RequestFailed } from '../api/request'
import { useSurface } from '../surface-context.client'
import { sayTime } from '../workflow/say-time'
import { receiverWords } from './receiver-words'

const LENGTHS: Record<BreakingMinutes, string> = { 30: '30 minutes', 60: '1 hour', 120: '2 hours', 240: '4 hours' }

/** Asks what the banner says and for how long, before it stands on every page. */
export function BreakingDialog({
  breaking,
  onDone,
  onFailed,
  onClose,
}: {
  breaking: Breaking
  onDone: () => Promise<void>
  onFailed: () => Promise<void>
  onClose: () => void
}) {
  const { articleId } = useSurface()
  const formId = useId()
  const { running, suggestedText, receivers, zone } = breaking
  const isAgain = running?.articleId === articleId
  const [text, setText] = useState(isAgain ? running.text : suggestedText)
  const [minutes, setMinutes] = useState<BreakingMinutes>(60)
  const [isAlerting, setIsAlerting] = useState(false)
  const [error, setError] = useState<string>()
  // Asked for once the words turn out to state what somebody only says.
  const [reason, setReason] = useState<string>()
  const [reasonError, setReasonError] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)
  const time = useNow()

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (isBusy) return
    if (text.trim() === '') return setError('Say what the banner says.')
    setIsBusy(true)
    setReasonError(undefined)
    try {
      const { until } = await startBreaking(articleId, {
        text,
        minutes,
        isAlerting,
        ...(reason ? { overrideReason: reason } : {}),
      })
      await onDone()
      onClose()
      notify.done(`The banner stands on every page until ${sayTime(until, zone, now())}.`)
    } catch (failure) {
      if (isAbout(failure, 'reason')) setReasonError(messageOf(failure))
      else setError(messageOf(failure))
      if (isAbout(failure, 'states-claim')) setReason((given) => given ?? '')
      setIsBusy(false)
      await onFailed()
    }
  }

  return (
    <Dialog
      open
      isSticky
      onOpenChange={(open) => !open && !isBusy && onClose()}
      title="Call this breaking news?"
      description="A banner stands at the top of every public page, leads to the article, and ends by itself."
      footer={
        <>
          <DialogClose render={<Button disabled={isBusy}>Cancel</Button>} />
          <Button variant="primary" type="submit" form={formId} busy={isBusy}>
            Put it on every page
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-5">
        {running === null ? null : (
          <Callout tone="warn" title="A banner stands already, and ends when this one begins">
            <span className="break-words">“{running.text}”</span>
          </Callout>
        )}
        <Field label="The banner says" isRequired aside={`${text.length} of ${BREAKING_TEXT_MOST}`} error={error}>
          <Textarea
            rows={2}
            maxLength={BREAKING_TEXT_MOST}
            disabled={isBusy}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </Field>
        {reason === undefined ? null : (
          <Field
            label="Reason"
            hint="Kept in the record. Empty: the words are looked at again."
            aside={`${reason.length} of ${OVERRIDE_REASON.most}`}
            error={reasonError}
          >
            <Textarea
              rows={2}
              maxLength={OVERRIDE_REASON.most}
              disabled={isBusy}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </Field>
        )}
        <fieldset disabled={isBusy}>
          <legend className="mb-1.5 font-medium text-sm">It ends by itself after</legend>
          <div className="grid gap-x-3 sm:grid-cols-2">
            {BREAKING_MINUTES.map((length) => (
              <label key={length} className="flex items-baseline gap-2.5 py-1 text-sm touch:min-h-11 touch:py-2.5">
                <Radio
                  name={`${formId}length`}
                  checked={minutes === length}
                  onChange={() => setMinutes(length)}
                  className="translate-y-0.5"
                />
                <span>
                  {LENGTHS[length]}
                  <span className="block text-ink-faint text-xs">
                    {sayTime(new Date(time.getTime() + length * 60_000).toISOString(), zone, time)}
                  </span>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        <Checkbox
          label={`Alert those who asked: ${receiverWords(receivers)}`}
          hint="At once, with the words above. It cannot be called back."
          disabled={isBusy || receivers.mail + receivers.push === 0}
          checked={isAlerting}
          onChange={(event) => setIsAlerting(event.target.checked)}
        />
      </form>
    </Dialog>
  )
}

function isAbout(failure: unknown, code: string): boolean {
  return failure instanceof RequestFailed && failure.issues.some((issue) => issue.code === code)
}

const TICK_MILLISECONDS = 10_000

/** The time, read again while the dialog stands open: the ends that it shows go on. */
function useNow(): Date {
  const [time, setTime] = useState(now)
  useEffect(() => {
    const timer = setInterval(() => setTime(now()), TICK_MILLISECONDS)
    return () => clearInterval(timer)
  }, [])
  return time
}
