'use server'

import { z } from 'zod'
import { action } from '@/lib/http/action'
import { RemovePasskey, removePasskey as removeKey } from '@/lib/passkeys/remove-passkey'
import { RenamePasskey, renamePasskey as renameKey } from '@/lib/passkeys/rename-passkey'
import { ChangePassword, changePassword as change } from '@/lib/people/change-password'
import { removeApp as removeOwnApp } from '@/lib/second-factor/remove-app'
import { renewRecoveryCodes } from '@/lib/second-factor/renew-recovery-codes'
import { beginApp as begin, ConfirmApp, confirmApp as confirm } from '@/lib/second-factor/set-up-app'

const Nothing = z.strictObject({})

export const changePassword = action({ permission: 'self', input: ChangePassword }, change)

export const beginApp = action({ permission: 'self', input: Nothing }, (actor) => begin(actor))

export const confirmApp = action({ permission: 'self', input: ConfirmApp }, confirm)

export const removeApp = action({ permission: 'self', input: Nothing }, (actor) => removeOwnApp(actor))

export const renewCodes = action({ permission: 'self', input: Nothing }, (actor) => renewRecoveryCodes(actor))

export const renamePasskey = action({ permission: 'self', input: RenamePasskey }, renameKey)

export const removePasskey = action({ permission: 'self', input: RemovePasskey }, removeKey)
