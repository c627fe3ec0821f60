import { now } from '../clock'
import { database } from '../db/database'
import { isId } from '../document/addresses'
import { LOOK } from '../look/look'
import type { Actor } from '../policy/actor'
import { can } from '../policy/policy'
import { readRendition } from './picture-files'

/**
 * A picture that a live article, a section, a topic or a byline with public articles, or a card of a front shows, or that is the paper's
 * logo: for anybody. Null when there is none.
 */
export async function findPublicPicture(mediaId: string, rendition: string): Promise<Buffer | null> {
  if (!isId(mediaId)) return null
  const shown = await database().publicationMedia.findFirst({ where: { mediaId }, select: { mediaId: true } })
  const isPublic =
    shown !== null ||
    (await isOnPublicShelf(mediaId)) ||
    (await isOfPublicByline(mediaId)) ||
    (await isOnFront(mediaId)) ||
    (await isLogo(mediaId))
  return isPublic ? readRendition(mediaId, rendition) : null
}

/** A card of a front shows it, instead of the picture of an article that readers have. */
async function isOnFront(mediaId: string): Promise<boolean> {
  if (!isId(mediaId)) return false
  const at = now()
  const rows = await database().$queryRaw<unknown[]>`
    SELECT 1 FROM "FrontPicture" f JOIN "Publication" USING ("articleId")
    WHERE f."mediaId" = ${mediaId}::uuid
      AND (f."from" IS NULL OR f."from" <= ${at}::timestamptz) AND (f."until" IS NULL OR f."until" > ${at}::timestamptz)
    LIMIT 1`
  return rows.length > 0
}

/** Every section has a page for readers; a topic has one when it or one below it has a public article. */
async function isOnPublicShelf(mediaId: string): Promise<boolean> {
  if (!isId(mediaId)) return false
  if ((await database().section.count({ where: { pictureId: mediaId } })) > 0) return true
  const rows = await database().$queryRaw<unknown[]>`
    WITH RECURSIVE below AS (
      SELECT id FROM "Topic" WHERE "pictureId" = ${mediaId}::uuid
      UNION SELECT t.id FROM "Topic" t JOIN below ON t."parentId" = below.id
    )
    SELECT 1 FROM "PublicationTopic" p JOIN below ON below.id = p."topicId" LIMIT 1`
  return rows.length > 0
}

/** The page of a byline shows it as soon as there is one: when an article carries the byline. */
async function isOfPublicByline(mediaId: string): Promise<boolean> {
  if (!isId(mediaId)) return false
  const where = { pictureId: mediaId, publicationBylines: { some: {} } }
  return (await database().byline.findFirst({ where, select: { id: true } })) !== null
}

/** The masthead of every page shows it. */
async function isLogo(mediaId: string): Promise<boolean> {
  const keys = [LOOK.keys.logo, LOOK.keys.logoDark]
  return (
    isId(mediaId) && (await database().setting.count({ where: { key: { in: keys }, value: { equals: mediaId } } })) > 0
  )
}

/** Any picture, for whoever works in the newsroom. Null when there is none or the actor may not see it. */
export async function findNewsroomPicture(actor: Actor, mediaId: string, rendition: string): Promise<Buffer | null> {
  return can(actor, 'media.read') ? readRendition(mediaId, rendition) : null
}
