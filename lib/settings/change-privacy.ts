import { z } from 'zod'
import type { Actor } from '../policy/actor'
import { type ChangeResult, changeGroup } from './change-group'
import { PRIVACY, PrivacySettings } from './privacy-settings'

export const ChangePrivacy = z.strictObject({
  ...PrivacySettings.shape,
  /** The settings that the person saw: what is as it was there is left alone. */
  seen: PrivacySettings,
})

/** Changes how long what is somebody's own is kept. What is too old by then goes within the hour. */
export async function changePrivacy(
  actor: Actor,
  { seen, ...wanted }: z.output<typeof ChangePrivacy>,
): Promise<ChangeResult<PrivacySettings>> {
  return changeGroup(actor, PRIVACY, { seen, wanted, inRecord: (_, name, values) => String(values[name]) })
}
