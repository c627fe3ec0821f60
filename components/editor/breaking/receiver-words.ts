import type { Breaking } from '../api/breaking'

/** "1,204 by mail" */
export function receiverWords({ mail }: Breaking['receivers']): string {
  return `${mail.toLocaleString('en-GB')} by mail`
}
