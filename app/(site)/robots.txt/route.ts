import { textResponse } from '@/components/site/responses'
import { env } from '@/lib/env'

export const dynamic = 'force-dynamic'

const CLOSED = [
  '/desk',
  '/admin',
  '/api/',
  '/login',
  '/invite/',
  '/reset',
  '/preview/',
  '/newsletters/confirm/',
  '/newsletters/unsubscribe/',
  '/search',
]

export function GET(): Response {
  const lines = [
    'User-agent: *',
    ...CLOSED.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${env().SITE_URL}/sitemap.xml`,
    `Sitemap: ${env().SITE_URL}/news-sitemap.xml`,
    '',
  ]
  return textResponse(lines.join('\n'), 'text/plain')
}
