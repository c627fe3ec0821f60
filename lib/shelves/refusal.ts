import { Invalid } from '../errors'

/** What a form says beside the field that is at fault. */
export function refusal(field: string, code: string, message: string): Invalid {
  return new Invalid(message, [{ field, code, message, severity: 'blocking' }])
}
