import { textResponse } from '@/components/site/responses'
import { env } from '@/lib/env'
import { printSecurity } from '@/lib/settings/print-security'
import { readSettings } from '@/lib/settings/settings'
import { wordsFor } from '@/lib/site-words/words-for'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  const settings = await readSettings()
  const text = printSecurity(settings, env().SITE_URL)
  const { nothing } = wordsFor(settings.language).notices.plain
  return text === null ? textResponse(`${nothing}\n`, 'text/plain', 404) : textResponse(text, 'text/plain')
}
