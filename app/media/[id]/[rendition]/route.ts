import { z } from 'zod'
import { NotFound } from '@/lib/errors'
import { route } from '@/lib/http/route'
import { findNewsroomPicture, findPublicPicture } from '@/lib/media/find-picture'

const params = z.object({ id: z.string(), rendition: z.string() })

/** What a live article shows is for everybody; any other picture is for the newsroom alone, and a 404 for the rest. */
export const GET = route({ permission: 'visitor', params }, async ({ actor, params: { id, rendition } }) => {
  const shown = await findPublicPicture(id, rendition)
  if (shown !== null) return picture(shown, 'public, max-age=3600')
  const own = await findNewsroomPicture(actor, id, rendition)
  if (own === null) throw new NotFound()
  return picture(own, 'private, no-store')
})

function picture(bytes: Buffer, cacheControl: string): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': 'image/webp',
      'Content-Disposition': 'inline',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cross-Origin-Resource-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': cacheControl,
    },
  })
}
