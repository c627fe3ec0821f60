'use client'

import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { Textarea } from '@/components/ui/textarea.client'

export type SecretFields = { name: string; contact: string; notes: string }

export const SECRET_FIELDS = ['name', 'contact', 'notes']

/** Spelling is checked by servers of others, and what was typed is offered again to whoever sits here next: neither is for names. */
const KEPT_HERE = { autoComplete: 'off', spellCheck: false, 'data-1p-ignore': true, 'data-gramm': 'false' } as const

type Props = {
  fields: SecretFields
  onChange: (fields: SecretFields) => void
  of: Record<string, string | undefined>
}

/** Fields of what is sealed. */
export function SecretFieldset({ fields, onChange, of }: Props) {
  return (
    <>
      <Field label="Name" hint="Who or what it really is." error={of.name} isRequired className="sm:col-span-full">
        <Input
          {...KEPT_HERE}
          maxLength={200}
          value={fields.name}
          onChange={(event) => onChange({ ...fields, name: event.target.value })}
        />
      </Field>
      <Field label="Contact" error={of.contact} className="sm:col-span-full">
        <Textarea
          {...KEPT_HERE}
          rows={2}
          maxLength={500}
          value={fields.contact}
          onChange={(event) => onChange({ ...fields, contact: event.target.value })}
        />
      </Field>
      <Field label="Notes" error={of.notes} className="sm:col-span-full">
        <Textarea
          {...KEPT_HERE}
          maxLength={5_000}
          value={fields.notes}
          onChange={(event) => onChange({ ...fields, notes: event.target.value })}
        />
      </Field>
    </>
  )
}
