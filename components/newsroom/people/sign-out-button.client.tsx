'use client'

import { LogOut } from 'lucide-react'
import { Button, type ButtonProps } from '@/components/ui/button.client'
import { useSignOut } from './use-sign-out.client'

/** Signs out here, and asks first when words would be lost. */
export function SignOutButton({
  personId,
  variant = 'quiet',
  size,
  className,
}: Pick<ButtonProps, 'variant' | 'size' | 'className'> & { personId: string }) {
  const { isBusy, press, question } = useSignOut(personId)
  return (
    <>
      <Button
        variant={variant}
        size={size}
        className={className}
        busy={isBusy}
        onClick={press}
        icon={<LogOut aria-hidden="true" className="size-4" />}
      >
        Sign out
      </Button>
      {question}
    </>
  )
}
