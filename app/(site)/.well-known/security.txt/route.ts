import { notThere, textResponse } from '@/components/site/responses'
import { env } from '@/lib/env'
import { printSecurity } from '@/lib/settings/print-security'
import { readSettings } from '@/lib/settings/settings'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  const text = printSecurity(await readSettings(), env().SITE_URL)
  return text === null ? notThere('nothing') : textResponse(text, 'text/plain')
}
