'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { ClashNotes } from '@/components/newsroom/clash/clash-notes.client'
import { useClash } from '@/components/newsroom/clash/use-clash.client'
import { problemParts } from '@/components/newsroom/people/problem-parts'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { Select } from '@/components/ui/select.client'
import { Textarea } from '@/components/ui/textarea.client'
import { notify } from '@/components/ui/toaster.client'
import type { Problem } from '@/lib/http/answers'
import type { KeptShelf } from '@/lib/shelves/list-kept-shelves'
import type { ShelfKind } from '@/lib/shelves/shelf'
import { type ShelfValues, valuesOf } from '@/lib/shelves/shelf-values'
import { descendantsOf } from '@/lib/shelves/tree'
import { PictureField } from '../picture-field.client'
import type { ShelfActions } from './shelf-actions'
import { SHELF_WORDS } from './shelf-words'

type ShelfDialogProps = {
  kind: ShelfKind
  /** Null for a new one. */
  shelf: KeptShelf | null
  shelves: readonly KeptShelf[]
  actions: ShelfActions
  onClose: () => void
}

const FIELDS = ['name', 'slug', 'parentId', 'description', 'aliases', 'picture', 'alt', 'picture.alt']

/** Makes a topic or a section, or changes one. */
export function ShelfDialog({ kind, shelf, shelves, actions, onClose }: ShelfDialogProps) {
  const router = useRouter()
  const formId = useId()
  const { values: draft, base, clash, put, bringIn, decide } = useClash(openedOf(shelf), shelf?.version ?? 0)
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const { sentence, of } = problemParts(problem, FIELDS)
  const { one, prefix } = SHELF_WORDS[kind]

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isBusy || (clash?.asked.length ?? 0) > 0) return
    setIsBusy(true)
    const written = { ...draft, aliases: draft.aliases.filter((line) => line.trim() !== '') }
    const result = await (shelf === null
      ? actions.create(written)
      : actions.change({ ...written, id: shelf.id, baseVersion: base.version }))
    setIsBusy(false)
    setProblem(result.ok ? null : result.problem)
    if (!result.ok) return
    if ('kind' in result.value && result.value.kind === 'clash') {
      bringIn(result.value)
      // What it may stand below has changed, too.
      router.refresh()
      return
    }
    onClose()
    router.refresh()
    notify.done('Saved')
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      isSticky
      title={shelf === null ? `New ${one}` : `Edit “${shelf.name}”`}
      footer={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button type="submit" form={formId} variant="primary" busy={isBusy} disabled={(clash?.asked.length ?? 0) > 0}>
            {shelf === null ? `Add the ${one}` : 'Save'}
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
          inWords={(field, values) => inWords(field, values, shelves)}
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
          hint={
            shelf === null ? `After ${prefix} on the site. Empty: made from the name.` : `After ${prefix} on the site.`
          }
        >
          <Input
            required={shelf !== null}
            maxLength={80}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={draft.slug}
            onChange={(event) => put({ slug: event.target.value })}
          />
        </Field>
        {shelf === null || draft.slug === base.values.slug || draft.slug === '' ? null : (
          <Callout tone="warn" title="Its address changes">
            {kind === 'section'
              ? `Every article in it moves from /${base.values.slug}/… to /${draft.slug}/… and the old addresses and feeds lead on.`
              : `The old address /topic/${base.values.slug} leads on to the new one.`}
          </Callout>
        )}
        <Field label="Stands below" error={of.parentId}>
          <Select value={draft.parentId ?? ''} onChange={(event) => put({ parentId: event.target.value || null })}>
            <option value="">Nothing: it is at the top</option>
            {possibleParents(shelves, shelf).map(({ id, name, level }) => (
              <option key={id} value={id}>
                {'— '.repeat(level)}
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Description" error={of.description} hint="Readers see it below the name.">
          <Textarea
            rows={2}
            maxLength={1000}
            value={draft.description}
            onChange={(event) => put({ description: event.target.value })}
          />
        </Field>
        <Field label="Other names" error={of.aliases} hint={`One a line. Whoever types one finds this ${one}.`}>
          <Textarea
            rows={2}
            value={draft.aliases.join('\n')}
            onChange={(event) => put({ aliases: event.target.value.split('\n') })}
          />
        </Field>
        <PictureField
          label="Picture"
          picture={draft.picture}
          error={of.alt ?? of['picture.alt'] ?? of.picture}
          onChange={(picture) => put({ picture })}
        />
        <Checkbox
          checked={draft.isSensitive}
          onChange={(event) => put({ isSensitive: event.target.checked })}
          label="Stories here ask readers for nothing"
          hint="No newsletter’s sign-up in them: for deaths, children, crimes."
        />
      </form>
    </Dialog>
  )
}

function openedOf(shelf: KeptShelf | null): ShelfValues {
  if (shelf !== null) return valuesOf(shelf)
  return { name: '', slug: '', parentId: null, description: '', aliases: [], picture: null, isSensitive: false }
}

const LABELS = {
  name: 'Name',
  slug: 'Address',
  parentId: 'Stands below',
  description: 'Description',
  aliases: 'Other names',
  picture: 'Picture',
  isSensitive: 'Ask readers for nothing',
} as const satisfies Record<keyof ShelfValues, string>

function inWords(field: keyof ShelfValues, values: ShelfValues, shelves: readonly KeptShelf[]): string {
  if (field === 'aliases') return values.aliases.filter((alias) => alias.trim() !== '').join(', ')
  if (field === 'picture') return values.picture === null ? '' : values.picture.alt || 'A picture'
  if (field === 'parentId') return shelves.find(({ id }) => id === values.parentId)?.name ?? ''
  if (field === 'isSensitive') return values.isSensitive ? 'Yes' : 'No'
  return values[field]
}

/** Everything but the shelf itself and what stands below it. */
function possibleParents(shelves: readonly KeptShelf[], shelf: KeptShelf | null): KeptShelf[] {
  if (shelf === null) return [...shelves]
  const below = new Set([shelf.id, ...descendantsOf(shelves, shelf.id).map(({ id }) => id)])
  return shelves.filter(({ id }) => !below.has(id))
}
