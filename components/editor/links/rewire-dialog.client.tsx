'use client'

import { type FormEvent, useId, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { messageOf } from '../api/request'
import { type RewireProgress, rewireAll } from './rewire-all'
import { isComplete, RewireChoice, RewireReport, type Rewiring } from './rewire-choice.client'

/** Changes every link to this article in the drafts of others, in one go. */
export function RewireDialog({ articleId, onClose }: { articleId: string; onClose: () => void }) {
  const formId = useId()
  const [choice, setChoice] = useState<Rewiring>({ kind: 'leave' })
  const [step, setStep] = useState<'asking' | 'working' | 'told'>('asking')
  const [progress, setProgress] = useState<RewireProgress | null>(null)
  const [error, setError] = useState<string>()

  async function rewire(event: FormEvent) {
    event.preventDefault()
    if (choice.kind === 'leave') return onClose()
    if (!isComplete(choice)) return setError('Choose the article that the links shall lead to.')
    setStep('working')
    try {
      const { failed } = await rewireAll(
        articleId,
        choice.kind === 'words' ? null : (choice.to?.id ?? null),
        setProgress,
      )
      if (failed.length === 0) return onClose()
    } catch (failure) {
      setError(messageOf(failure))
    }
    setStep('told')
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && step !== 'working' && onClose()}
      title="Change what links here"
      description="In the drafts of all articles that point at this one."
      footer={
        step === 'told' ? (
          <DialogClose render={<Button variant="primary">Done</Button>} />
        ) : (
          <>
            <DialogClose render={<Button disabled={step === 'working'}>Cancel</Button>} />
            <Button
              variant="primary"
              type="submit"
              form={formId}
              busy={step === 'working'}
              disabled={choice.kind === 'leave'}
            >
              Change the links
            </Button>
          </>
        )
      }
    >
      <form id={formId} onSubmit={rewire} className="flex flex-col gap-4">
        <RewireChoice
          articleId={articleId}
          value={choice}
          onChange={(next) => {
            setChoice(next)
            setError(undefined)
          }}
          leaveText="They follow this article by themselves, whatever its address and headline become."
          disabled={step !== 'asking'}
        />
        {error === undefined ? null : (
          <p role="alert" className="text-danger-ink text-sm">
            {error}
          </p>
        )}
        <RewireReport progress={progress} />
      </form>
    </Dialog>
  )
}
