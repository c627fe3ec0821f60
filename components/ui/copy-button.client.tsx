'use client'

import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button, type ButtonProps } from './button.client'

const SAID_MILLISECONDS = 4_000

type CopyButtonProps = Omit<ButtonProps, 'onClick' | 'icon' | 'busy' | 'children'> & {
  /** What is copied, as it is when the button is pressed. */
  text: string | (() => string)
  label?: string
  /** What to do where the browser does not let us, beside saying so: marking the words, for one. */
  onRefused?: () => void
}

/** Puts words on the clipboard and says that it did, on itself: a message in the corner may be behind a dialog. */
export function CopyButton({ text, label = 'Copy', onRefused, ...rest }: CopyButtonProps) {
  const [said, setSaid] = useState<'copied' | 'refused' | null>(null)

  useEffect(() => {
    if (said !== 'copied') return
    const timer = setTimeout(() => setSaid(null), SAID_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [said])

  async function copy() {
    try {
      await navigator.clipboard.writeText(typeof text === 'string' ? text : text())
      setSaid('copied')
    } catch {
      setSaid('refused')
      onRefused?.()
    }
  }

  const Icon = said === 'copied' ? Check : Copy
  return (
    <>
      <Button {...rest} onClick={() => void copy()} icon={<Icon aria-hidden="true" className="size-4" />}>
        {label}
      </Button>
      <span role="status" className="self-center text-ink-soft text-xs empty:hidden">
        {said === null ? null : said === 'copied' ? 'Copied' : 'This browser did not allow it: copy it by hand.'}
      </span>
    </>
  )
}
