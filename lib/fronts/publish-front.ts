import { z } from 'zod'
import { recordEvent } from '../audit'
import { now } from '../clock'
import { type Transaction, transaction } from '../db/database'
import { Conflict, Invalid } from '../errors'
import { newId } from '../ids'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { notifyPurge, purgeLocally } from '../reader-cache/purge'
import { tag } from '../reader-cache/tags'
import { tellWebhooks } from '../webhooks/tell-webhooks'
import { cardsOf } from './change-layout'
import type { DeskFront } from './desk-front'
import { FrontKey } from './front-key'
import { findFrontPlace } from './front-rights'
import { getFront } from './get-front'
import { EMPTY_LAYOUT, type FrontLayout } from './layout'
import { type LockedFront, lockFront, tellOfFront } from './lock-front'
import { nameArticles } from './name-articles'
import { tellChanges } from './tell-changes'

export const PublishFront = z.strictObject({
  key: FrontKey,
  /** The version that the person saw. */
  version: z.number().int().min(0),
})

/**
 * Gives readers the front as it is laid out, in one step. It publishes what the person saw, or nothing.
 * @throws Forbidden, NotFound
 * @throws Conflict when somebody changed it meanwhile
 * @throws Invalid when it is what readers have already
 */
export async function publishFront(actor: Actor, { key, version }: z.output<typeof PublishFront>): Promise<DeskFront> {
  const tags = await transaction(async (tx) => {
    const { owned } = await findFrontPlace(key, tx)
    authorise(actor, 'front.edit', owned)
    const front = await lockFront(tx, key)
    if (front.version !== version)
      throw new Conflict('Somebody changed this front meanwhile. Look at it again, then publish it.')
    return goLive(tx, actor, { key, front, layout: front.layout, how: 'front.publish' })
  })
  purgeLocally(tags)
  return getFront(actor, key)
}

/**
 * Makes a layout the one that readers have, as a new edition.
 * @returns the tags to purge after the commit
 * @throws Invalid when readers have it already
 */
export async function goLive(
  tx: Transaction,
  actor: Actor,
  { key, front, layout, how }: { key: FrontKey; front: LockedFront; layout: FrontLayout; how: string },
): Promise<string[]> {
  const before = front.live?.layout ?? EMPTY_LAYOUT
  const names = await nameArticles([before, layout], tx)
  const changes = tellChanges(before, layout, (id) => names.get(id) ?? 'An article that is gone')
  if (changes.length === 0) throw new Invalid('Readers have this front already.')
  const last = await tx.frontEdition.findFirst({
    where: { frontId: front.id },
    orderBy: { number: 'desc' },
    select: { number: true },
  })
  const number = (last?.number ?? 0) + 1
  const edition = await tx.frontEdition.create({
    data: {
      id: newId(),
      frontId: front.id,
      number,
      layout,
      changes,
      publishedAt: now(),
      publishedById: actor.kind === 'person' ? actor.id : null,
    },
  })
  await tx.front.update({ where: { id: front.id }, data: { liveEditionId: edition.id } })
  await keepPictures(tx, front.id, layout)
  await recordEvent(tx, actor, {
    action: how,
    thing: 'front',
    thingId: front.id,
    detail: { front: key, edition: number, changes: changes.length },
  })
  await tellOfFront(tx, key)
  await tellWebhooks(tx, {
    kind: 'front.published',
    articleId: null,
    detail: { front: key },
    at: edition.publishedAt,
  })
  const tags = [tag.front(key)]
  await notifyPurge(tx, tags)
  return tags
}

/** Pictures that cards have of their own are for readers from now on, and those of before no more. */
async function keepPictures(tx: Transaction, frontId: string, layout: FrontLayout): Promise<void> {
  await tx.frontPicture.deleteMany({ where: { frontId } })
  const rows = cardsOf(layout).flatMap(({ picture, articleId, from, until }) =>
    picture.kind === 'other' ? { frontId, mediaId: picture.mediaId, articleId, from, until } : [],
  )
  const known = await tx.mediaAsset.findMany({
    where: { id: { in: rows.map(({ mediaId }) => mediaId) } },
    select: { id: true },
  })
  const ids = new Set(known.map(({ id }) => id))
  await tx.frontPicture.createMany({ data: rows.filter(({ mediaId }) => ids.has(mediaId)), skipDuplicates: true })
}
