import { env } from '@/lib/env'

/** What robots.txt calls us. */
export const AGENT_NAME = 'Standfirst'

/** Says who asks and where to find them: the paper itself. */
export function userAgent(): string {
  return `${AGENT_NAME}/1.0 (+${env().SITE_URL})`
}
