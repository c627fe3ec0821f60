'use client'

import { type FormEvent, useId, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { Field } from '@/components/ui/field.client'
import { Textarea } from '@/components/ui/textarea.client'
import { unpublishArticle } from '../api/article'
import { messageOf } from '../api/request'
import { killArticle } from '../api/workflow'
import { InboundList } from '../links/inbound-list.client'
import { type RewireProgress, rewireAll } from '../links/rewire-all'
import { isComplete, RewireChoice, RewireReport, type Rewiring } from '../links/rewire-choice.client'
import { useInbound } from '../links/use-inbound.client'

type Step = 'asking' | 'working' | 'told'

const WORDS = {
  unpublish: {
    title: 'Unpublish this article?',
    done: 'Unpublished',
    verb: 'Unpublish',
    cancel: 'Keep it public',
    after: 'The text stays here as a draft.',
    leave:
      'While this article is gone readers see the words without a link, and no card. Each of these articles stands on the desk’s list until somebody has looked.',
  },
  kill: {
    title: 'Kill this article?',
    done: 'Killed',
    verb: 'Kill',
    cancel: 'Do not kill it',
    after:
      'It never comes back: everybody who received it is told, feeds say that it is withdrawn, and whoever wrote it or links to it gets a notice.',
    leave:
      'Readers see the words without a link, and no card. Each of these articles stands on the desk’s list until somebody has looked.',
  },
} as const

/** Takes an article from readers, for now or for good, with a reason that they will read; what links to it can be put right in the same go. */
export function UnpublishDialog({
  articleId,
  verb,
  publicPath,
  onUnpublished,
  onClose,
}: {
  articleId: string
  verb: keyof typeof WORDS
  /** Null where readers do not have it any more. */
  publicPath: string | null
  onUnpublished: () => void
  onClose: () => void
}) {
  const words = WORDS[verb]
  const formId = useId()
  const { state, more, again } = useInbound(articleId)
  const [reason, setReason] = useState('')
  const [choice, setChoice] = useState<Rewiring>({ kind: 'leave' })
  const [step, setStep] = useState<Step>('asking')
  const [error, setError] = useState<string>()
  const [linkError, setLinkError] = useState<string>()
  const [progress, setProgress] = useState<RewireProgress | null>(null)

  async function unpublish(event: FormEvent) {
    event.preventDefault()
    if (step !== 'asking') return
    if (!isComplete(choice)) return setLinkError('Choose the article that the links shall lead to.')
    setStep('working')
    try {
      await (verb === 'kill' ? killArticle : unpublishArticle)(articleId, reason)
    } catch (failure) {
      setError(messageOf(failure))
      return setStep('asking')
    }
    onUnpublished()
    if (choice.kind === 'leave') return onClose()
    try {
      const { failed } = await rewireAll(
        articleId,
        choice.kind === 'words' ? null : (choice.to?.id ?? null),
        setProgress,
      )
      if (failed.length === 0) return onClose()
    } catch (failure) {
      setLinkError(`The article is gone, but not every link could be changed: ${messageOf(failure)}`)
    }
    setStep('told')
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && step !== 'working' && onClose()}
      isSticky
      title={step === 'told' ? words.done : words.title}
      description={
        <>
          Readers who come to{' '}
          {publicPath === null ? (
            'its address'
          ) : (
            <span className="wrap-anywhere font-medium text-ink">{publicPath}</span>
          )}{' '}
          are told that the article is gone (410) and read the reason below. {words.after}
        </>
      }
      footer={
        step === 'told' ? (
          <DialogClose render={<Button variant="primary">Done</Button>} />
        ) : (
          <>
            <DialogClose render={<Button disabled={step === 'working'}>{words.cancel}</Button>} />
            <Button variant="danger" type="submit" form={formId} busy={step === 'working'}>
              {words.verb}
            </Button>
          </>
        )
      }
    >
      <form id={formId} onSubmit={unpublish} className="flex flex-col gap-6">
        <Field label="Reason for readers" isRequired error={error}>
          <Textarea
            rows={3}
            required
            maxLength={500}
            readOnly={step !== 'asking'}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
        <section aria-label="What links here" className="flex flex-col gap-4">
          <h3 className="font-semibold text-base">{titleOf(state)}</h3>
          <div className="md:max-h-72 md:overflow-y-auto md:overscroll-contain">
            <InboundList state={state} onMore={more} onAgain={again} emptyText="No other article points at this one." />
          </div>
          {state.kind === 'read' && state.inbound.total > 0 ? (
            <RewireChoice
              articleId={articleId}
              value={choice}
              onChange={(next) => {
                setChoice(next)
                setLinkError(undefined)
              }}
              leaveText={words.leave}
              disabled={step !== 'asking'}
            />
          ) : null}
          {linkError === undefined ? null : (
            <p role="alert" className="text-danger-ink text-sm">
              {linkError}
            </p>
          )}
          <RewireReport progress={progress} />
        </section>
      </form>
    </Dialog>
  )
}

function titleOf(state: ReturnType<typeof useInbound>['state']): string {
  if (state.kind !== 'read') return 'What links here'
  const { total, publicTotal } = state.inbound
  if (total === 0) return 'Nothing links here'
  const articles = total === 1 ? '1 article links here' : `${total.toLocaleString('en-GB')} articles link here`
  return `${articles}, ${publicTotal.toLocaleString('en-GB')} of them public`
}
