import type { Breaking } from '../api/breaking'

/** "1,204 by mail, 300 in the browser" */
export function receiverWords({ mail, push }: Breaking['receivers']): string {
  return `${mail.toLocaleString('en-GB')} by mail, ${push.toLocaleString('en-GB')} in the browser`
}
