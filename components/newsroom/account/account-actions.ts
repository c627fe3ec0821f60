import type { ActionResult } from '@/lib/http/action'
import type { AppToSetUp } from '@/lib/second-factor/set-up-app'

type Nothing = Record<string, never>

/** What somebody can do to their own second factor, as the page hands it down. Passkeys are made by routes: the browser signs in between. */
export type FactorActions = {
  beginApp: (input: Nothing) => Promise<ActionResult<AppToSetUp>>
  confirmApp: (input: { ticket: string; code: string }) => Promise<ActionResult<{ recoveryCodes: string[] | null }>>
  removeApp: (input: Nothing) => Promise<ActionResult<void>>
  renewCodes: (input: Nothing) => Promise<ActionResult<{ recoveryCodes: string[] }>>
  renamePasskey: (input: { id: string; name: string }) => Promise<ActionResult<void>>
  removePasskey: (input: { id: string }) => Promise<ActionResult<void>>
}
