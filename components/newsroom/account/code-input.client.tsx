'use client'

import type { RefObject } from 'react'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'

/** Six digits of an app, which phones offer to fill in. Spaces may be pasted along. */
export function CodeInput({
  label = 'Code of the app',
  hint,
  error,
  inputRef,
  autoFocus = false,
}: {
  label?: string
  hint?: string
  error?: string | undefined
  inputRef?: RefObject<HTMLInputElement | null>
  autoFocus?: boolean
}) {
  return (
    <Field label={label} hint={hint} error={error}>
      <Input
        ref={inputRef}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={20}
        required
        autoFocus={autoFocus}
        className="tabular-nums tracking-[0.2em]"
      />
    </Field>
  )
}
