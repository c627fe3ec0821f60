import { notThere, textResponse } from '@/components/site/responses'
import { env } from '@/lib/env'
import { findEmbedded } from '@/lib/oembed/find-embedded'
import { oembedAnswer, type Room } from '@/lib/oembed/oembed-answer'
import { isOembedFormat, OEMBED_FORMATS } from '@/lib/oembed/print-oembed'
import { readSettings } from '@/lib/settings/settings'

export const dynamic = 'force-dynamic'

/** What is not public is answered like what never was. */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url)
  const format = searchParams.get('format') ?? 'json'
  const [settings, article] = await Promise.all([
    readSettings(),
    findEmbedded(searchParams.get('url') ?? '', env().SITE_URL),
  ])
  if (article === null || !isOembedFormat(format)) return notThere('nothing')
  const { print, type } = OEMBED_FORMATS[format]
  const response = textResponse(print(oembedAnswer(article, settings, env().SITE_URL, roomOf(searchParams))), type)
  // Pages of others ask from the browser, too.
  response.headers.set('Access-Control-Allow-Origin', '*')
  return response
}

function roomOf(given: URLSearchParams): Room {
  const most = (name: string) => Number(given.get(name) ?? Number.POSITIVE_INFINITY)
  return { width: most('maxwidth'), height: most('maxheight') }
}
