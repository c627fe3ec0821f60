'use client'

import { type ReactNode, type RefObject, useRef } from 'react'
import { CopyButton } from './copy-button.client'
import { Field } from './field.client'
import { Input } from './input.client'

type CopyFieldProps = {
  label: ReactNode
  hint?: ReactNode
  value: string
  /** Said by the button to those who do not see what stands beside it. */
  copyLabel: string
  inputRef?: RefObject<HTMLInputElement | null>
}

/** Something to take elsewhere: it cannot be changed, is marked whole when focused, and has a button that copies it. */
export function CopyField({ label, hint, value, copyLabel, inputRef }: CopyFieldProps) {
  const own = useRef<HTMLInputElement>(null)
  const field = inputRef ?? own
  return (
    <Field label={label} hint={hint}>
      <div className="flex flex-wrap gap-2">
        <Input
          ref={field}
          readOnly
          value={value}
          spellCheck={false}
          onFocus={(event) => event.target.select()}
          className="flex-1 basis-56 font-mono"
        />
        <CopyButton text={value} aria-label={copyLabel} onRefused={() => field.current?.select()} />
      </div>
    </Field>
  )
}
