import type { LoadedArticle } from '../articles/load-article'
import { ownersOf } from '../articles/load-article'
import type { Transaction } from '../db/database'
import { databaseTime } from '../db/database-time'
import { newId } from '../ids'
import { tell } from '../notifications/tell'
import { rolesThat } from '../people/roles-that'
import type { PersonActor } from '../policy/actor'
import { readSettings } from '../settings/settings'
import { wordsFor } from '../site-words/words-for'
import { countAlerted } from './alerted-readers'
import { WITHDRAWAL_TEXT_MOST } from './breaking-alert'

/**
 * When readers had an alert of what is killed, a notice to them is written down and waits for an editor; the desk is told that it does. In
 * the transaction of the killing, after what was not sent yet was stopped.
 *
 * @param publicReason what readers find at the old address
 */
export async function askToTellReaders(
  tx: Transaction,
  actor: PersonActor,
  article: LoadedArticle,
  publicReason: string,
): Promise<void> {
  const { mail, push } = await countAlerted(tx, article.id)
  // One that was on its way at this moment may have arrived: the count is made again when the notice is sent.
  if (mail + push === 0 && !(await wasAnyTried(tx, article.id))) return
  const at = await databaseTime(tx)
  const { alerts } = wordsFor((await readSettings(tx)).language)
  const id = newId()
  await tx.breakingAlert.create({
    data: {
      id,
      kind: 'WITHDRAWAL',
      articleId: article.id,
      text: alerts.withdrawal(publicReason).slice(0, WITHDRAWAL_TEXT_MOST),
      startedAt: at,
      startedById: actor.id,
      // It has no banner.
      until: at,
    },
  })
  await tell(tx, {
    kind: 'READERS_TO_TELL',
    article,
    by: actor,
    about: id,
    to: await deskOf(tx, article),
    text: `Readers had an alert of it (${mail} by mail, ${push} in the browser). A notice to them waits for an editor.`,
  })
}

async function wasAnyTried(tx: Transaction, articleId: string): Promise<boolean> {
  const tried = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "BreakingAlert" b
    WHERE b."articleId" = ${articleId}::uuid AND b.kind = 'BREAKING'
      AND (EXISTS (SELECT FROM "AlertDelivery" d WHERE d."alertId" = b.id AND d.channel = 'PUSH' AND d.attempts > 0)
        OR EXISTS (SELECT FROM "Mail" m WHERE m."alertId" = b.id AND m.attempts > 0))
    LIMIT 1`
  return tried.length > 0
}

/** Whoever belongs to its desk, and leads it; where it is with none, every editor. */
async function deskOf(tx: Transaction, article: LoadedArticle): Promise<string[]> {
  if (article.deskId === null) {
    const editors = await tx.person.findMany({
      where: { role: { in: await rolesThat(tx, 'article.break') }, status: 'ACTIVE' },
      select: { id: true },
    })
    return editors.map(({ id }) => id)
  }
  const members = await tx.deskMember.findMany({ where: { deskId: article.deskId }, select: { personId: true } })
  return [...(ownersOf(article).leadIds ?? []), ...members.map(({ personId }) => personId)]
}
