import { database } from '../db/database'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'

const PAGE = 24

export type ListedPicture = {
  id: string
  fileName: string
  width: number
  height: number
  widths: number[]
  alt: string
  caption: string
  credit: string
}

/** The newsroom's pictures, newest first. @param cursor the id after which to go on; ids sort by time */
export async function listPictures(
  actor: Actor,
  cursor?: string,
): Promise<{ pictures: ListedPicture[]; nextCursor: string | null }> {
  authorise(actor, 'media.read')
  const found = await database().mediaAsset.findMany({
    where: cursor === undefined ? {} : { id: { lt: cursor } },
    orderBy: { id: 'desc' },
    take: PAGE + 1,
    select: {
      id: true,
      fileName: true,
      width: true,
      height: true,
      widths: true,
      alt: true,
      caption: true,
      credit: true,
    },
  })
  const pictures = found.slice(0, PAGE)
  return { pictures, nextCursor: found.length > PAGE ? (pictures.at(-1)?.id ?? null) : null }
}
