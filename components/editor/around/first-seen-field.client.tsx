'use client'

import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { FieldBox } from './field-box.client'
import type { FieldSaver } from './field-saver'
import { useField } from './use-field.client'

/** When the newsroom first had the original, in the time of whoever looks. */
export function FirstSeenField({ saver }: { saver: FieldSaver }) {
  const field = 'firstSeenAt'
  const entry = useField(saver, field)
  return (
    <FieldBox
      saver={saver}
      name={field}
      entry={{ ...entry, field }}
      inWords={(at) => (at === null ? '' : new Date(String(at)).toLocaleString('en-GB'))}
    >
      <Field label="First here" hint="When the newsroom first had it.">
        <Input
          type="datetime-local"
          value={entry.value === null ? '' : localTime(entry.value)}
          onChange={(event) => {
            const { value } = event.target
            entry.set(value === '' ? null : new Date(value).toISOString())
          }}
        />
      </Field>
    </FieldBox>
  )
}

/** As a datetime-local control wants it: local time, to the minute, without a zone. */
function localTime(iso: string): string {
  const at = new Date(iso)
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
