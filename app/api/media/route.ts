import { z } from 'zod'
import { isId } from '@/lib/document/addresses'
import { route } from '@/lib/http/route'
import { listPictures } from '@/lib/media/list-pictures'
import { PICTURE_BYTES_MOST, storePicture } from '@/lib/media/store-picture'

const FORM_OVERHEAD_BYTES = 10_000

export const POST = route(
  {
    permission: 'media.upload',
    body: z.strictObject({ file: z.instanceof(File, { message: 'Choose a picture first.' }) }),
    bodyIs: 'form',
    mostBytes: PICTURE_BYTES_MOST + FORM_OVERHEAD_BYTES,
  },
  async ({ actor, body: { file } }) =>
    storePicture(actor, { bytes: new Uint8Array(await file.arrayBuffer()), fileName: file.name }),
)

export const GET = route(
  {
    permission: 'media.read',
    query: z.strictObject({ cursor: z.string().refine(isId, 'This is not a cursor.').optional() }),
  },
  async ({ actor, query: { cursor } }) => listPictures(actor, cursor),
)
