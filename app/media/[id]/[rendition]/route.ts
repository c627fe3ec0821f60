import { createHash } from 'node:crypto'
import { z } from 'zod'
import { NotFound } from '@/lib/errors'
import { route } from '@/lib/http/route'
import { findNewsroomPicture, findPublicPicture } from '@/lib/media/find-picture'

const params = z.object({ id: z.string(), rendition: z.string() })

/** What a live article shows is for everybody; any other picture is for the newsroom alone, and a 404 for the rest. */
export const GET = route({ permission: 'visitor', params }, async ({ actor, params: { id, rendition }, request }) => {
  const shown = await findPublicPicture(id, rendition)
  // A browser that has it may keep it. A cache between asks each time: an hour after the story was taken from readers is too late.
  if (shown !== null) return picture(shown, 'public, max-age=3600, s-maxage=0', request)
  const own = await findNewsroomPicture(actor, id, rendition)
  if (own === null) throw new NotFound()
  return picture(own, 'private, no-store', request)
})

function picture(bytes: Buffer, cacheControl: string, request: Request): Response {
  const tag = `"${createHash('sha256').update(bytes).digest('base64url')}"`
  const headers = {
    'Content-Type': 'image/webp',
    'Content-Disposition': 'inline',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': cacheControl,
    ETag: tag,
  }
  if (request.headers.get('if-none-match') === tag) return new Response(null, { status: 304, headers })
  return new Response(new Uint8Array(bytes), { headers })
}
