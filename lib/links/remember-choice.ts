import { loadArticle } from '../articles/load-article'
import { now } from '../clock'
import { database } from '../db/database'
import { Forbidden } from '../errors'
import type { Actor } from '../policy/actor'

/** As many as the picker could ever show first. */
const MOST_KEPT = 50

/** A person chose an article as the target of a link: next time it stands first. @throws NotFound */
export async function rememberChoice(actor: Actor, articleId: string): Promise<void> {
  if (actor.kind !== 'person') throw new Forbidden('Only a person chooses.')
  await loadArticle(database(), actor, articleId)
  const place = { personId: actor.id, articleId }
  await database().chosenTarget.upsert({
    where: { personId_articleId: place },
    create: { ...place, chosenAt: now() },
    update: { chosenAt: now() },
  })
  await database().$executeRaw`
    DELETE FROM "ChosenTarget" WHERE "personId" = ${actor.id}::uuid AND "articleId" NOT IN (
      SELECT "articleId" FROM "ChosenTarget" WHERE "personId" = ${actor.id}::uuid
      ORDER BY "chosenAt" DESC LIMIT ${MOST_KEPT})`
}
