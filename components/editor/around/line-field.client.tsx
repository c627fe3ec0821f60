'use client'

import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { FieldBox } from './field-box.client'
import type { FieldSaver } from './field-saver'
import { useField } from './use-field.client'

/** A field of one line. */
export function LineField({
  saver,
  field,
  label,
  most,
  hint,
  box,
  inputMode,
  placeholder,
}: {
  saver: FieldSaver
  field: 'kicker' | 'dateline' | 'sourceName' | 'sourceUrl' | 'licence'
  label: string
  most: number
  hint?: string
  box?: string
  inputMode?: 'url'
  placeholder?: string
}) {
  const entry = useField(saver, field)
  return (
    <FieldBox saver={saver} name={box ?? field} entry={{ ...entry, field }} inWords={String}>
      <Field label={label} hint={hint}>
        <Input
          maxLength={most}
          autoComplete="off"
          inputMode={inputMode}
          placeholder={placeholder}
          value={entry.value}
          onChange={(event) => entry.set(event.target.value)}
        />
      </Field>
    </FieldBox>
  )
}
