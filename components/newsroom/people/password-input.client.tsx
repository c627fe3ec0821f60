'use client'

import { type RefObject, useState } from 'react'
import { Input } from '@/components/ui/input.client'

/** A password that can be looked at while it is typed: that prevents more harm than dots do. */
export function PasswordInput({
  name = 'password',
  autoComplete,
  inputRef,
}: {
  name?: string
  autoComplete: 'current-password' | 'new-password'
  inputRef?: RefObject<HTMLInputElement | null> | undefined
}) {
  const [isShown, setIsShown] = useState(false)
  return (
    <Input
      ref={inputRef}
      name={name}
      type={isShown ? 'text' : 'password'}
      autoComplete={autoComplete}
      autoCapitalize="none"
      spellCheck={false}
      required
      className="[&>input]:pr-16"
      suffix={
        <button
          type="button"
          aria-pressed={isShown}
          onClick={() => setIsShown(!isShown)}
          className="rounded-sm px-2 py-1 font-medium text-ink-faint text-xs hover:bg-sunken hover:text-ink touch:py-2.5"
        >
          {isShown ? 'Hide' : 'Show'}
        </button>
      }
    />
  )
}
