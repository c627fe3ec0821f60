'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { Select } from '@/components/ui/select.client'
import { notify } from '@/components/ui/toaster.client'
import type { FeedActions } from './plan-actions'
import type { PlanOptions, ShownFeed } from './plan-day'

type FeedsDialogProps = {
  feeds: readonly ShownFeed[]
  desks: PlanOptions['desks']
  actions: FeedActions
  onClose: () => void
}

/** The secret addresses by which calendar programs read the plan: makes and revokes them. */
export function FeedsDialog({ feeds, desks, actions, onClose }: FeedsDialogProps) {
  const router = useRouter()
  const [deskId, setDeskId] = useState('')
  const [url, setUrl] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)

  async function make(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isBusy) return
    setIsBusy(true)
    const result = await actions.create({ deskId: deskId || null })
    setIsBusy(false)
    setRefused(result.ok ? null : result.problem.message)
    if (result.ok) setUrl(result.value.url)
    router.refresh()
  }

  async function revoke(id: string) {
    const result = await actions.revoke({ id })
    if (result.ok) notify.done('The address has ended')
    else notify.problem(result.problem.message)
    setUrl(null)
    router.refresh()
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="The plan in your calendar"
      description="A secret address for your calendar program, with the lines and events of the next 90 days. Whoever has it reads the plan as you do; what is embargoed shows its slugline and state alone."
      footer={<DialogClose render={<Button>Close</Button>} />}
    >
      <div className="flex flex-col gap-5">
        {url === null ? null : (
          <Field label="New address" hint="Copy it now: it is not shown again.">
            <Input readOnly value={url} onFocus={(event) => event.target.select()} className="font-mono" />
          </Field>
        )}
        <form onSubmit={make} className="flex flex-wrap items-end gap-2">
          <Field label="Of" className="min-w-40 flex-1">
            <Select value={deskId} onChange={(event) => setDeskId(event.target.value)}>
              <option value="">Every desk</option>
              {desks.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
          <Button type="submit" busy={isBusy}>
            Make an address
          </Button>
        </form>
        {refused === null ? null : <Callout tone="danger">{refused}</Callout>}
        {feeds.length === 0 ? (
          <p className="text-ink-soft text-sm">You have no address yet.</p>
        ) : (
          <ul aria-label="Addresses" className="divide-y divide-line rounded-lg border border-line">
            {feeds.map(({ id, of, made, read }) => (
              <li key={id} className="flex items-center gap-3 px-4 py-2.5 text-sm">
                <span className="min-w-0 flex-1">
                  <span className="font-medium">{of}</span>
                  <span className="block text-ink-faint text-xs">
                    Made {made}, {read === null ? 'never read' : `last read ${read}`}
                  </span>
                </span>
                <Button size="small" onClick={() => revoke(id)}>
                  Revoke
                </Button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  )
}
