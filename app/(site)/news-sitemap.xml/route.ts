import { textResponse } from '@/components/site/responses'
import { printNewsSitemap } from '@/lib/articles/sitemap'
import { listRecentNews } from '@/lib/articles/sitemap-readers'
import { env } from '@/lib/env'
import { readSettings } from '@/lib/settings/settings'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  const [entries, settings] = await Promise.all([listRecentNews(), readSettings()])
  return textResponse(printNewsSitemap(entries, settings, env().SITE_URL), 'application/xml')
}
