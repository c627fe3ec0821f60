import { textResponse } from '@/components/site/responses'
import { printSitemapIndex } from '@/lib/articles/sitemap'
import { countSitemaps } from '@/lib/articles/sitemap-readers'
import { env } from '@/lib/env'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  return textResponse(printSitemapIndex(await countSitemaps(), env().SITE_URL), 'application/xml')
}
