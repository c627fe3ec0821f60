import { z } from 'zod'
import type { Actor } from '../policy/actor'
import { type ChangeResult, changeGroup } from './change-group'
import { PaperSettings } from './paper-settings'
import { PAPER, type Settings } from './settings'

export const ChangeSettings = z.strictObject({
  ...PaperSettings.shape,
  /** The settings that the person saw: what is as it was there is left alone. */
  seen: PaperSettings,
})

/** Changes what the paper says of itself. */
export async function changeSettings(
  actor: Actor,
  { seen, ...wanted }: z.output<typeof ChangeSettings>,
): Promise<ChangeResult<Settings>> {
  return changeGroup(actor, PAPER, { seen, wanted, inRecord: (_, name, values) => values[name] })
}
