'use client'

import { browserSupportsWebAuthnAutofill, startAuthentication } from '@simplewebauthn/browser'
import { KeyRound } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { askServer } from '../account/ask-server'
import { signWithPasskey } from '../account/passkey-requests'
import { useIsAlive } from './use-is-alive.client'

const CHALLENGE = '/api/sign-in/passkey/challenge'
/** What is to be signed is good for five minutes. */
const ANEW_MILLISECONDS = 4 * 60 * 1000

/**
 * Signs in with a passkey: by the button, or by choosing it where the browser offers it in the e-mail field.
 * @param next a path of ours, already checked
 */
export function PasskeySignIn({ next, onProblem }: { next: string; onProblem: (message: string | null) => void }) {
  const isAlive = useIsAlive()
  const [isBusy, setIsBusy] = useState(false)
  const isPressed = useRef(false)

  useEffect(() => {
    let isGone = false
    const offer = async () => {
      if (isPressed.current || !(await browserSupportsWebAuthnAutofill())) return
      const asked = await askServer<{ options: Parameters<typeof startAuthentication>[0]['optionsJSON'] }>(CHALLENGE)
      if (!asked.ok || isGone || isPressed.current) return
      try {
        const signed = await startAuthentication({ optionsJSON: asked.value.options, useBrowserAutofill: true })
        if (!isGone) onProblem(await enter(signed, next))
      } catch {
        // Nobody chose one, or the offer was made anew.
      }
    }
    void offer()
    const again = setInterval(() => void offer(), ANEW_MILLISECONDS)
    return () => {
      isGone = true
      clearInterval(again)
    }
  }, [next, onProblem])

  async function press() {
    isPressed.current = true
    setIsBusy(true)
    onProblem(null)
    const signed = await signWithPasskey(CHALLENGE)
    onProblem(signed.ok ? await enter(signed.value, next) : signed.problem.message)
    isPressed.current = false
    setIsBusy(false)
  }

  return (
    <Button
      size="large"
      busy={isBusy}
      disabled={!isAlive}
      onClick={() => void press()}
      className="w-full"
      icon={<KeyRound aria-hidden="true" className="size-4" />}
    >
      Sign in with a passkey
    </Button>
  )
}

/** @returns what went wrong; null where the browser is on its way */
async function enter(signed: object, next: string): Promise<string | null> {
  const result = await askServer<{ path: string }>('/api/sign-in/passkey', { signed, next })
  if (!result.ok) return result.problem.message
  location.assign(result.value.path)
  return null
}
