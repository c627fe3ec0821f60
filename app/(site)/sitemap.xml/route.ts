import { textResponse } from '@/components/site/responses'
import { countSitemaps } from '@/lib/articles/machine-readers'
import { printSitemapIndex } from '@/lib/articles/sitemap'
import { env } from '@/lib/env'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  return textResponse(printSitemapIndex(await countSitemaps(), env().SITE_URL), 'application/xml')
}
