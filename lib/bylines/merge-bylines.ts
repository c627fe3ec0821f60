import { z } from 'zod'
import { recordEvent } from '../audit'
import { type Transaction, transaction } from '../db/database'
import { Conflict } from '../errors'
import { lockBylineSlugs } from '../people/byline-slug'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { notifyPurge, purgeLocally } from '../reader-cache/purge'
import { tag } from '../reader-cache/tags'
import { articlesBy } from './byline-articles'
import { pairOfBylines, whatIsTaken } from './byline-pair'
import { carrySignatures } from './carry-signatures'
import { moveSignatures } from './move-signatures'

/** `id` vanishes, `intoId` takes in its articles, its addresses and its login. */
export const MergeBylines = z.strictObject({ id: z.uuid(), intoId: z.uuid() })

/** So often an article may get the byline in the very moment between looking and holding. */
const TRIES = 3

/**
 * Merges one byline into another, in one transaction: articles, addresses and the login go to the other, and what the other had none of.
 * Editions stay as readers saw them. Former addresses point at ids, so every one that the vanished byline ever had leads to the other
 * in one step. What was approved or signed under the former name stays so.
 *
 * @throws Forbidden, NotFound
 * @throws Invalid when somebody signs in under each
 * @throws Conflict when articles got the byline meanwhile, again and again
 */
export async function mergeBylines(actor: Actor, { id, intoId }: z.output<typeof MergeBylines>): Promise<void> {
  authorise(actor, 'byline.merge')
  for (let tries = 0; tries < TRIES; tries++) {
    const tags = await transaction((tx) => mergeHeld(tx, actor, id, intoId))
    if (tags === null) continue
    purgeLocally(tags)
    return
  }
  throw new Conflict('Articles get this byline at this very moment. Try again.')
}

/** @returns the tags of readers' pages; null, with nothing written, where an article that is not held has the byline now */
async function mergeHeld(tx: Transaction, actor: Actor, id: string, intoId: string): Promise<string[] | null> {
  await lockBylineSlugs(tx)
  // Articles before bylines: whoever publishes holds the article, and then asks for the byline.
  const held = await holdArticles(tx, id)
  await tx.$queryRaw`SELECT 1 FROM "Byline" WHERE id IN (${id}::uuid, ${intoId}::uuid) ORDER BY id FOR UPDATE`
  if ((await listArticles(tx, id)).some((articleId) => !held.has(articleId))) return null
  const { from, into } = await pairOfBylines(tx, id, intoId)
  const articleIds = [...held]
  await carrySignatures(tx, articleIds, { from, into })
  await moveSignatures(tx, articleIds, { from, into, by: actor.kind === 'nobody' ? '' : actor.name })
  await tx.bylineSlug.updateMany({ where: { bylineId: id }, data: { bylineId: intoId } })
  const taken = whatIsTaken({ from, into })
  await tx.byline.delete({ where: { id } })
  await tx.byline.update({ where: { id: intoId }, data: taken })
  await recordEvent(tx, actor, {
    action: 'byline.merge',
    thing: 'byline',
    thingId: intoId,
    detail: {
      mergedId: id,
      mergedName: from.name,
      mergedSlug: from.slug,
      articles: articleIds.length,
      taken: Object.keys(taken),
    },
  })
  const tags = [...[id, intoId].flatMap((each) => [tag.byline(each), tag.signature(each)]), tag.everything]
  await notifyPurge(tx, tags)
  return tags
}

async function holdArticles(tx: Transaction, bylineId: string): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM "Article" WHERE id IN (${articlesBy(bylineId)}) ORDER BY id FOR NO KEY UPDATE`
  return new Set(rows.map(({ id }) => id))
}

async function listArticles(tx: Transaction, bylineId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT id::text FROM (${articlesBy(bylineId)}) AS carrying`
  return rows.map(({ id }) => id)
}
