import { readLook } from '@/lib/look/look'
import { markOf, printLook } from '@/lib/look/print-look'

export const dynamic = 'force-dynamic'

/**
 * The paper's own colours and type, where it has any. Only under the address that its content has today may a browser keep it for ever:
 * whoever comes with a former one gets what holds now, and asks again the next time.
 */
export async function GET(request: Request): Promise<Response> {
  const sheet = printLook(await readLook())
  const isOfToday = new URL(request.url).searchParams.get('v') === markOf(sheet)
  return new Response(sheet, {
    headers: {
      'Content-Type': 'text/css; charset=utf-8',
      ...(isOfToday ? { 'Cache-Control': 'public, max-age=31536000, immutable' } : {}),
    },
  })
}
