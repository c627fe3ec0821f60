import { z } from 'zod'
import { NotFound } from '@/lib/errors'
import { route } from '@/lib/http/route'
import { findPreviewPicture } from '@/lib/outsiders/readers'

const params = z.object({ token: z.string().max(200), id: z.string(), rendition: z.string() })

/** A picture of the article that a secret link shows, for whoever holds the link. */
export const GET = route({ permission: 'anyone', params }, async ({ params: { token, id, rendition } }) => {
  const bytes = await findPreviewPicture(token, id, rendition)
  if (bytes === null) throw new NotFound()
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': 'image/webp',
      'Content-Disposition': 'inline',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Cache-Control': 'no-store',
    },
  })
})
