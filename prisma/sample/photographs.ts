import { database } from '@/lib/db/database'
import { storePicture } from '@/lib/media/store-picture'
import type { Actor } from '@/lib/policy/actor'
import { inParallel } from './in-parallel'
import { drawPicture, type PictureKey, pictures } from './pictures'
import { paper } from './shelves'

/** A picture as an article uses it. */
export type Photographs = (key: string) => { mediaId: string; alt: string; caption: string; credit: string }

const credit = `Illustration: ${paper.name}`

/** Draws and stores the pictures that are not there yet. */
export async function hangPictures(actor: Actor): Promise<Photographs> {
  const keys = Object.keys(pictures) as PictureKey[]
  const ids = new Map<string, string>(await inParallel(keys, async (key) => [key, await hang(actor, key)] as const, 3))
  return (key) => {
    const mediaId = ids.get(key)
    if (mediaId === undefined) throw new Error(`The sample newsroom has no picture ${key}`)
    const { alt, caption } = pictures[key as PictureKey]
    return { mediaId, alt, caption, credit }
  }
}

async function hang(actor: Actor, key: PictureKey): Promise<string> {
  const { fileName, alt, caption } = pictures[key]
  const found = await database().mediaAsset.findFirst({ where: { fileName } })
  if (found !== null) return found.id
  return (await storePicture(actor, { bytes: await drawPicture(key), fileName, alt, caption, credit })).id
}
