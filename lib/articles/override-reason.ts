import { Invalid } from '../errors'

/** How long the reason for passing over an issue may be, in characters: the form and the server ask the same. */
export const OVERRIDE_REASON = { least: 10, most: 500 }

/** @throws Invalid when it is too short to be one, or longer than fits */
export function parseOverrideReason(reason: string): string {
  const trimmed = reason.trim()
  if (trimmed.length >= OVERRIDE_REASON.least && trimmed.length <= OVERRIDE_REASON.most) return trimmed
  const message = `Say why in ${OVERRIDE_REASON.least} to ${OVERRIDE_REASON.most} characters.`
  throw new Invalid(message, [{ field: 'overrideReason', code: 'reason', message, severity: 'blocking' }])
}
