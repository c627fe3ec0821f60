'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { problemParts } from '@/components/newsroom/people/problem-parts'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { ConfirmDialog } from '@/components/ui/confirm-dialog.client'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { Select } from '@/components/ui/select.client'
import { Textarea } from '@/components/ui/textarea.client'
import { notify } from '@/components/ui/toaster.client'
import { RATINGS, type Rating, VERDICT_MOST } from '@/lib/claims/claim-review'
import type { Problem } from '@/lib/http/answers'
import type { ClaimActions } from './claim-actions'

/** A review as its form has it; `base` says which one the person saw. */
type ReviewForm = { base: string; rating: Rating; verdict: string; explanation: string; reviewedOn: string }

type Actions = Pick<ClaimActions, 'review' | 'dropReview'>
type Props = { claimId: string; review: ReviewForm | null; today: string; actions: Actions }

/** Puts down what the paper found of a claim, puts it right, or takes it back. */
export function ReviewButtons({ claimId, review, today, actions }: Props) {
  const router = useRouter()
  const [isOpen, setIsOpen] = useState(false)
  async function drop(): Promise<string | undefined> {
    const result = await actions.dropReview({ claimId, base: review?.base ?? '' })
    if (!result.ok) return result.problem.message
    router.refresh()
    return undefined
  }
  return (
    <div className="mt-3 flex flex-wrap gap-2">
      <Button size="small" onClick={() => setIsOpen(true)}>
        {review === null ? 'Put down what we found' : 'Edit what we found'}
      </Button>
      {review === null ? null : (
        <ConfirmDialog
          trigger={<Button size="small">Take it back</Button>}
          title="Take back what we found?"
          confirmLabel="Take it back"
          isDangerous
          onConfirm={drop}
        >
          Readers are no longer told that we looked into it.
        </ConfirmDialog>
      )}
      {isOpen ? (
        <ReviewDialog
          claimId={claimId}
          review={review}
          today={today}
          save={actions.review}
          onClose={() => setIsOpen(false)}
        />
      ) : null}
    </div>
  )
}

type DialogProps = Omit<Props, 'actions'> & { save: ClaimActions['review']; onClose: () => void }

const FIELDS = ['rating', 'verdict', 'explanation', 'reviewedOn']

function ReviewDialog({ claimId, review, today, save, onClose }: DialogProps) {
  const router = useRouter()
  const formId = useId()
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const { sentence, of } = problemParts(problem, FIELDS)

  async function submit(sent: FormEvent<HTMLFormElement>) {
    sent.preventDefault()
    if (isBusy) return
    const form = new FormData(sent.currentTarget)
    const text = (name: string) => String(form.get(name) ?? '')
    const rating = RATINGS.find((each) => each === text('rating')) ?? 'Unproven'
    setIsBusy(true)
    try {
      const result = await save({
        ...{ claimId, base: review?.base ?? '', rating },
        ...{ verdict: text('verdict'), explanation: text('explanation'), reviewedOn: text('reviewedOn') },
      })
      setProblem(result.ok ? null : result.problem)
      if (result.ok) {
        onClose()
        router.refresh()
        notify.done('Saved')
      }
    } catch {
      notify.problem('The server could not be reached. Try again.')
    }
    setIsBusy(false)
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      isSticky
      title="What we found"
      description="Only for a claim that the paper has looked into itself. Readers are told while the article that says why is public."
      footer={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button type="submit" form={formId} variant="primary" busy={isBusy}>
            Save
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="grid gap-4 sm:grid-cols-2">
        {sentence === null ? null : (
          <Callout tone="danger" className="sm:col-span-full">
            {sentence}
          </Callout>
        )}
        <Field label="The claim is" error={of.rating}>
          <Select name="rating" defaultValue={review?.rating ?? 'Unproven'}>
            {RATINGS.map((rating) => (
              <option key={rating}>{rating}</option>
            ))}
          </Select>
        </Field>
        <Field label="Looked into on" error={of.reviewedOn}>
          <Input type="date" name="reviewedOn" required defaultValue={review?.reviewedOn ?? today} />
        </Field>
        <Field
          label="In a sentence"
          error={of.verdict}
          hint="What we found, as readers are told."
          className="sm:col-span-full"
        >
          <Textarea name="verdict" rows={2} required maxLength={VERDICT_MOST} defaultValue={review?.verdict ?? ''} />
        </Field>
        <Field
          label="Explained in"
          error={of.explanation}
          hint="The address of our article that says why."
          className="sm:col-span-full"
        >
          <Input
            name="explanation"
            inputMode="url"
            required
            autoComplete="off"
            defaultValue={review?.explanation ?? ''}
          />
        </Field>
      </form>
    </Dialog>
  )
}
