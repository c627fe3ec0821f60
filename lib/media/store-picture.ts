import sharp from 'sharp'
import { recordEvent } from '../audit'
import { LIMITS } from '../auth/limits'
import { countTry } from '../auth/rate-limits'
import { now } from '../clock'
import { transaction } from '../db/database'
import { Forbidden, Invalid, TooLarge } from '../errors'
import { newId } from '../ids'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { RENDITION_WIDTHS, removeRenditions, writeRenditions } from './picture-files'

/** The most bytes and the most pixels that a picture may bring. A file of a few bytes can hold billions of pixels. */
export const PICTURE_BYTES_MOST = 25_000_000
const PIXELS_MOST = 80_000_000

const FORMATS = new Set(['jpeg', 'png', 'webp', 'gif'])

type PictureInput = {
  bytes: Uint8Array
  /** As the person's machine calls it; kept for recognition only. */
  fileName: string
  alt?: string
  caption?: string
  credit?: string
}

export type StoredPicture = { id: string; width: number; height: number; widths: number[] }

/**
 * Takes an uploaded picture in: looks at its content (never its name), turns it upright, drops what cameras write into
 * files (places, serial numbers), and encodes it anew as WebP in several widths. Nothing of the upload itself is kept.
 *
 * @throws Invalid when it is not a JPEG, PNG, WebP or GIF that can be read
 * @throws TooLarge over {@link PICTURE_BYTES_MOST} bytes or 80 million pixels
 * @throws RateLimited
 */
export async function storePicture(actor: Actor, input: PictureInput): Promise<StoredPicture> {
  authorise(actor, 'media.upload')
  if (actor.kind !== 'person') throw new Forbidden('Only a person uploads.')
  await countTry(LIMITS.uploadPicture, actor.id)
  const { upright, width, height } = await look(input.bytes)
  const id = newId()
  const widths = widthsFor(width)
  await writeRenditions(id, await encode(upright, widths))
  try {
    await transaction(async (tx) => {
      await tx.mediaAsset.create({
        data: {
          id,
          fileName: input.fileName.replace(/[\p{Cc}/\\]/gu, '').slice(0, 200) || 'picture',
          width,
          height,
          widths,
          alt: input.alt ?? '',
          caption: input.caption ?? '',
          credit: input.credit ?? '',
          uploadedById: actor.id,
          createdAt: now(),
        },
      })
      await recordEvent(tx, actor, { action: 'media.upload', thing: 'media', thingId: id })
    })
  } catch (error) {
    await removeRenditions(id)
    throw error
  }
  return { id, width, height, widths }
}

type Look = { upright: Buffer; width: number; height: number }

async function look(bytes: Uint8Array): Promise<Look> {
  if (bytes.byteLength === 0) throw new Invalid('This file is empty.')
  if (bytes.byteLength > PICTURE_BYTES_MOST)
    throw new TooLarge('This picture has more than 25 MB. Save it smaller and try again.')
  const picture = sharp(bytes, { limitInputPixels: PIXELS_MOST, failOn: 'error', pages: 1 })
  const found = await picture.metadata().catch((error: Error) => {
    throw refusalOf(error)
  })
  if (!FORMATS.has(found.format ?? ''))
    throw new Invalid('This is not a picture that we take. JPEG, PNG, WebP and GIF are fine.')
  try {
    const { data, info } = await picture.rotate().png({ compressionLevel: 1 }).toBuffer({ resolveWithObject: true })
    return { upright: data, width: info.width, height: info.height }
  } catch (error) {
    throw refusalOf(error as Error)
  }
}

function refusalOf(error: Error): Error {
  return /pixel limit/.test(error.message)
    ? new TooLarge('This picture has more than 80 million pixels. Save it smaller and try again.')
    : new Invalid('This picture cannot be read: the file is damaged, or it is not a JPEG, PNG, WebP or GIF.')
}

/** Always at least one width, and never wider than the picture itself. */
function widthsFor(width: number): number[] {
  const smaller = RENDITION_WIDTHS.filter((rendition) => rendition < width)
  const widest = RENDITION_WIDTHS.at(-1) ?? width
  return width >= widest ? [...RENDITION_WIDTHS] : [...smaller, Math.max(width, 10)]
}

async function encode(upright: Buffer, widths: readonly number[]): Promise<Map<number, Buffer>> {
  const renditions = new Map<number, Buffer>()
  for (const width of widths) {
    renditions.set(width, await sharp(upright).resize({ width }).webp({ quality: 80, effort: 3 }).toBuffer())
  }
  return renditions
}
