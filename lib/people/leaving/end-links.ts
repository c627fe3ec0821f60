import { recordEvent } from '@/lib/audit'
import { now } from '@/lib/clock'
import type { Transaction } from '@/lib/db/database'
import type { Actor } from '@/lib/policy/actor'
import { linksOf } from './belongings'

/** Ends the secret links that a person made: whoever knows one opens nothing with it any more. @returns how many */
export async function endLinks(tx: Transaction, actor: Actor, personId: string): Promise<number> {
  const links = await linksOf(tx, personId)
  await tx.outsiderLink.updateMany({
    where: { id: { in: links.map(({ id }) => id) } },
    data: { revokedAt: now() },
  })
  for (const { id, articleId } of links) {
    await recordEvent(tx, actor, {
      action: 'outsider.revoke',
      thing: 'article',
      thingId: articleId,
      detail: { linkId: id },
    })
    await tx.$executeRaw`SELECT pg_notify('standfirst_article', ${articleId})`
  }
  return links.length
}

/** Lets them open what they open. Somebody who takes over is told of what comes back through them. @returns how many */
export async function keepLinks(tx: Transaction, personId: string, successorId: string | null): Promise<number> {
  const links = await linksOf(tx, personId)
  if (successorId !== null)
    await tx.outsiderLink.updateMany({
      where: { id: { in: links.map(({ id }) => id) } },
      data: { createdById: successorId },
    })
  return links.length
}
