'use client'

import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { FieldBox } from './field-box.client'
import type { FieldSaver } from './field-saver'
import { useField } from './use-field.client'

/** How many words were ordered. */
export function CommissionedWordsField({ saver }: { saver: FieldSaver }) {
  const field = 'commissionedWords'
  const entry = useField(saver, field)
  return (
    <FieldBox
      saver={saver}
      name={field}
      entry={{ ...entry, field }}
      inWords={(words) => (words === null ? '' : String(words))}
    >
      <Field label="Commissioned length" hint="In words. Empty: nobody said how long.">
        <Input
          inputMode="numeric"
          maxLength={6}
          autoComplete="off"
          value={entry.value ?? ''}
          onChange={(event) => {
            const digits = event.target.value.replace(/\D/g, '')
            entry.set(digits === '' ? null : Number(digits))
          }}
        />
      </Field>
    </FieldBox>
  )
}
