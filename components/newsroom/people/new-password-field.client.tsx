'use client'

import { Field } from '@/components/ui/field.client'
import { PasswordInput } from './password-input.client'

export function NewPasswordField({ label = 'Password', error }: { label?: string; error: string | undefined }) {
  return (
    <Field
      label={label}
      hint="At least 12 characters. Four or five words that do not belong together make a good one."
      error={error}
    >
      <PasswordInput autoComplete="new-password" />
    </Field>
  )
}
