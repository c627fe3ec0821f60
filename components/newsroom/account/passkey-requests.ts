import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser'
import type { ActionResult } from '@/lib/http/action'
import { askServer, notDone } from './ask-server'

/** Asks the server what is to be signed, and a passkey to sign it. @param path of the route that says what */
export async function signWithPasskey(path: string): Promise<ActionResult<object>> {
  if (!browserSupportsWebAuthn()) return notDone('This browser has no passkeys.')
  const asked = await askServer<{ options: PublicKeyCredentialRequestOptionsJSON }>(path)
  if (!asked.ok) return asked
  try {
    return { ok: true, value: await startAuthentication({ optionsJSON: asked.value.options }) }
  } catch {
    return notDone('No passkey was used: it was cancelled, took too long, or none of yours is on this device.')
  }
}

/** Asks the browser to make a passkey. */
export async function makePasskey(): Promise<ActionResult<object>> {
  if (!browserSupportsWebAuthn()) return notDone('This browser has no passkeys.')
  const asked = await askServer<{ options: PublicKeyCredentialCreationOptionsJSON }>('/api/account/passkeys/challenge')
  if (!asked.ok) return asked
  try {
    return { ok: true, value: await startRegistration({ optionsJSON: asked.value.options }) }
  } catch (error) {
    if (error instanceof Error && error.name === 'InvalidStateError')
      return notDone('There is a passkey of yours on this device already.')
    return notDone('No passkey was made: it was cancelled, or took too long.')
  }
}
