'use client'

import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import type { RolePreview } from '@/lib/roles/preview-role'

type PreviewDialogProps = {
  preview: RolePreview
  title: string
  saveLabel: string
  /** How many days somebody has to set a second factor up. */
  graceDays: number
  isBusy: boolean
  problem: string | null
  onSave: () => void
  onClose: () => void
}

/** Who gains and who loses what, before anything is saved. */
export function PreviewDialog(props: PreviewDialogProps) {
  const { preview, title, saveLabel, isBusy, problem, onSave, onClose } = props
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      size="large"
      footer={
        <>
          <DialogClose render={<Button>Back to the form</Button>} />
          <Button variant="primary" busy={isBusy} onClick={onSave}>
            {saveLabel}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5 text-sm">
        {problem === null ? null : <Callout tone="danger">{problem}</Callout>}
        <p className="text-ink-soft">{peopleWords(preview)}</p>
        {preview.people.length === 0 ? null : (
          <ul aria-label="People" className="divide-y divide-line rounded-lg border border-line">
            {preview.people.map(({ id, name, gains, loses }) => (
              <li key={id} className="px-4 py-3">
                <Sentences who={name} verb="loses" what={loses} />
                <Sentences who={name} verb="gains" what={gains} />
              </li>
            ))}
          </ul>
        )}
        <SecondFactor {...props} />
        {preview.rights.length === 0 ? (
          <p className="text-ink-soft">No right is different.</p>
        ) : (
          <details open={preview.rights.length <= 8}>
            <summary className="cursor-pointer font-medium">
              {preview.rights.length === 1 ? 'One right is different' : `${preview.rights.length} rights are different`}
            </summary>
            <ul className="mt-2 flex flex-col gap-1">
              {preview.rights.map(({ label, from, to }) => (
                <li key={label}>
                  {label}: <span className="text-ink-faint">{from.toLowerCase()}</span>
                  <span className="text-ink-faint"> → </span>
                  <span className="font-medium">{to.toLowerCase()}</span>
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </Dialog>
  )
}

function Sentences({ who, verb, what }: { who: string; verb: string; what: readonly string[] }) {
  if (what.length === 0) return null
  return (
    <p className="wrap-anywhere">
      <span className="font-medium">
        {who} {verb}:
      </span>{' '}
      {what.join('; ')}
    </p>
  )
}

function SecondFactor({ preview: { secondFactor, holders }, graceDays }: PreviewDialogProps) {
  if (secondFactor === null) return null
  if (secondFactor === 'stops') return <p>Nobody needs a second factor for this role any more.</p>
  const who = holders === 0 ? 'Whoever gets this role' : 'Everybody with this role'
  const days = graceDays === 1 ? 'a day' : `${graceDays} days`
  return (
    <p>
      {who} needs a second factor, and has {days} to set one up.
    </p>
  )
}

function peopleWords({ people, holders }: RolePreview): string {
  if (holders === 0) return 'Nobody has this role: nobody gains or loses anything now.'
  const rest = holders - people.length
  if (people.length === 0)
    return holders === 1
      ? 'One person has this role. They gain and lose nothing now.'
      : `${holders} people have this role. None of them gains or loses anything now.`
  const many = people.length === 1 ? 'One person' : `${people.length} people`
  const others = rest === 0 ? '' : ` For ${rest} more with this role nothing is different.`
  return `It holds at once, also in what they have open. This changes what ${many.toLowerCase()} may do.${others}`
}
