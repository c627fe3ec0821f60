'use client'

import type { Ref } from 'react'
import { Field } from '@/components/ui/field.client'
import { Textarea } from '@/components/ui/textarea.client'
import { OVERRIDE_REASON } from '@/lib/articles/override-reason'

/** Why an article goes out although the checklist would keep it back. */
export function OverrideReason({
  value,
  error,
  isDisabled,
  onChange,
  ref,
}: {
  value: string
  error: string | null
  isDisabled: boolean
  onChange: (value: string) => void
  ref: Ref<HTMLTextAreaElement>
}) {
  return (
    <Field
      label="Reason for publishing anyway"
      hint="Kept with your name in the record of this article. Readers never see it."
      error={error}
      isRequired
      className="mt-4"
    >
      <Textarea
        ref={ref}
        rows={2}
        maxLength={OVERRIDE_REASON.most}
        value={value}
        disabled={isDisabled}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  )
}

/** What is wrong with this reason, in a sentence; null when it will do. */
export function problemOfReason(reason: string): string | null {
  const { least } = OVERRIDE_REASON
  return reason.trim().length >= least ? null : `Say why in ${least} characters or more.`
}
