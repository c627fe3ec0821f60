'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { ClashNotes } from '@/components/newsroom/clash/clash-notes.client'
import { useClash } from '@/components/newsroom/clash/use-clash.client'
import { problemParts } from '@/components/newsroom/people/problem-parts'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { Textarea } from '@/components/ui/textarea.client'
import { notify } from '@/components/ui/toaster.client'
import type { Problem } from '@/lib/http/answers'
import type { Series } from '@/lib/series/series'
import type { SeriesActions } from './series-actions'

type SeriesDialogProps = {
  /** Null for a new one. */
  series: Series | null
  actions: SeriesActions
  onClose: () => void
}

const FIELDS = ['name', 'slug', 'description']
const LABELS = { name: 'Name', slug: 'Address', description: 'Description' } as const

/** Makes a series, or changes one. A new one opens, because it has no parts yet. */
export function SeriesDialog({ series, actions, onClose }: SeriesDialogProps) {
  const router = useRouter()
  const formId = useId()
  const opened = { name: series?.name ?? '', slug: series?.slug ?? '', description: series?.description ?? '' }
  const { values: draft, base, clash, put, bringIn, decide } = useClash(opened, series?.version ?? 0)
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const { sentence, of } = problemParts(problem, FIELDS)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isBusy || (clash?.asked.length ?? 0) > 0) return
    setIsBusy(true)
    const refused = series === null ? await create() : await change(series.id)
    setIsBusy(false)
    setProblem(refused)
  }

  async function create(): Promise<Problem | null> {
    const result = await actions.create(draft)
    if (!result.ok) return result.problem
    router.push(`/desk/series/${result.value.id}`)
    return null
  }

  async function change(id: string): Promise<Problem | null> {
    const result = await actions.change({ ...draft, id, baseVersion: base.version })
    if (!result.ok) return result.problem
    if (result.value.kind === 'clash') {
      bringIn(result.value)
      return null
    }
    onClose()
    router.refresh()
    notify.done('Saved')
    return null
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      isSticky
      title={series === null ? 'New series' : `Edit “${series.name}”`}
      footer={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button type="submit" form={formId} variant="primary" busy={isBusy} disabled={(clash?.asked.length ?? 0) > 0}>
            {series === null ? 'Add the series' : 'Save'}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-5">
        {sentence === null ? null : <Callout tone="danger">{sentence}</Callout>}
        <ClashNotes
          clash={clash}
          values={draft}
          labels={LABELS}
          inWords={(field, values) => values[field]}
          onDecide={decide}
        />
        <Field label="Name" error={of.name}>
          <Input
            required
            maxLength={120}
            autoComplete="off"
            value={draft.name}
            onChange={(event) => put({ name: event.target.value })}
          />
        </Field>
        <Field
          label="Address"
          error={of.slug}
          hint={`After /series/ on the site.${series === null ? ' Empty: made from the name.' : ''}`}
        >
          <Input
            required={series !== null}
            maxLength={80}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={draft.slug}
            onChange={(event) => put({ slug: event.target.value })}
          />
        </Field>
        {series === null || draft.slug === base.values.slug || draft.slug === '' ? null : (
          <Callout tone="warn" title="Its address changes">
            The old address /series/{base.values.slug} leads on to the new one.
          </Callout>
        )}
        <Field label="Description" error={of.description} hint="Readers see it below the name.">
          <Textarea
            rows={3}
            maxLength={1000}
            value={draft.description}
            onChange={(event) => put({ description: event.target.value })}
          />
        </Field>
      </form>
    </Dialog>
  )
}
