import { database } from '../db/database'
import type { Actor } from '../policy/actor'
import { can } from '../policy/policy'
import { readRendition } from './picture-files'

/** A picture that a live article shows: for anybody. Null when there is none. */
export async function findPublicPicture(mediaId: string, rendition: string): Promise<Buffer | null> {
  const shown = await database().publicationMedia.findFirst({ where: { mediaId }, select: { mediaId: true } })
  return shown === null ? null : readRendition(mediaId, rendition)
}

/** Any picture, for whoever works in the newsroom. Null when there is none or the actor may not see it. */
export async function findNewsroomPicture(actor: Actor, mediaId: string, rendition: string): Promise<Buffer | null> {
  return can(actor, 'media.read') ? readRendition(mediaId, rendition) : null
}
