import { lockArticle, ownersOf } from '../articles/load-article'
import { recordEvent } from '../audit'
import { type Prisma, type Transaction, transaction } from '../db/database'
import { databaseTime } from '../db/database-time'
import { Conflict, Forbidden } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'

type Decision = {
  action: 'breaking.sendNotice' | 'breaking.dropNotice'
  /** What the notice is from now on. */
  changes: { text?: string; alertedAt?: Date; endedAt?: Date }
}

/**
 * What an editor decides about the notice that waits for readers who had an alert of a killed article: once, whoever comes first.
 *
 * @param decide gets the present instant by the clock of the database
 * @param carryOut what comes of it, in the same transaction
 * @throws Forbidden, NotFound
 * @throws Conflict when none waits any more
 */
export async function decideNotice(
  actor: Actor,
  articleId: string,
  decide: (at: Date) => Decision,
  carryOut: (tx: Transaction, alertId: string) => Promise<Prisma.InputJsonObject> = async () => ({}),
): Promise<void> {
  await transaction(async (tx) => {
    const article = await lockArticle(tx, actor, articleId)
    authorise(actor, 'article.kill', ownersOf(article))
    if (actor.kind !== 'person') throw new Forbidden('Only a person decides what readers are told.')
    const at = await databaseTime(tx)
    const { action, changes } = decide(at)
    const waiting = await tx.breakingAlert.findFirst({
      where: { articleId, kind: 'WITHDRAWAL', alertedAt: null, endedAt: null },
      select: { id: true },
    })
    if (waiting === null) throw new Conflict('Somebody has decided about this notice already.')
    await tx.breakingAlert.update({
      where: { id: waiting.id },
      data: { ...changes, startedAt: at, startedById: actor.id },
    })
    const detail = await carryOut(tx, waiting.id)
    await recordEvent(tx, actor, { action, thing: 'article', thingId: articleId, detail })
    await tx.$executeRaw`SELECT pg_notify('standfirst_article', ${articleId})`
  })
}
