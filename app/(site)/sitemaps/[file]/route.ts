import { notThere, textResponse } from '@/components/site/responses'
import { printSitemap } from '@/lib/articles/sitemap'
import { listForSitemap } from '@/lib/articles/sitemap-readers'
import { env } from '@/lib/env'

export const dynamic = 'force-dynamic'

export async function GET(_: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const number = /^([1-9]\d{0,4})\.xml$/.exec((await params).file)?.[1]
  const entries = number === undefined ? null : await listForSitemap(Number(number))
  if (entries === null) return notThere('noSitemap')
  return textResponse(printSitemap(entries, env().SITE_URL), 'application/xml')
}
