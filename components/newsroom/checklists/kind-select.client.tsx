'use client'

import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { Field } from '@/components/ui/field.client'
import { Select } from '@/components/ui/select.client'

/** Whose checklist is looked at: that of all kinds, or of the articles of one template. */
export function KindSelect({
  kinds,
  currentId,
}: {
  kinds: readonly { id: string; name: string }[]
  currentId: string | null
}) {
  const router = useRouter()
  const [isGoing, startTransition] = useTransition()

  function go(id: string) {
    startTransition(() => router.push(id === '' ? '/admin/checklists' : `/admin/checklists?kind=${id}`))
  }

  return (
    <Field
      label="Kind of story"
      hint={
        kinds.length === 0
          ? 'Each template is a kind of story. There are none yet.'
          : 'Each template is a kind of story. What is not chosen for a kind is as for all kinds.'
      }
      className="max-w-sm"
    >
      <Select value={currentId ?? ''} aria-busy={isGoing || undefined} onChange={(event) => go(event.target.value)}>
        <option value="">All kinds</option>
        {kinds.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  )
}
