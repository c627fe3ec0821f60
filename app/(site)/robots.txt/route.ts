import { textResponse } from '@/components/site/responses'
import { printRobots } from '@/lib/crawlers/print-robots'
import { env } from '@/lib/env'
import { readSettings } from '@/lib/settings/settings'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  return textResponse(printRobots(await readSettings(), env().SITE_URL), 'text/plain')
}
