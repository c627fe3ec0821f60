import { textResponse } from '@/components/site/responses'
import { readSettings } from '@/lib/settings/settings'

export const dynamic = 'force-dynamic'

/** Whether text and data mining is reserved (TDM Reservation Protocol): one word for every page, feed and picture. */
export async function GET(): Promise<Response> {
  const { aiUse } = await readSettings()
  const rules = [{ location: '/', 'tdm-reservation': aiUse === 'all' ? 0 : 1 }]
  return textResponse(JSON.stringify(rules), 'application/json')
}
