import { recordEvent } from '../audit'
import { transaction } from '../db/database'
import { Invalid } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { getDesk, lockDesks } from './desk'
import { tellMembers } from './tell-members'

/**
 * Deletes a desk that has no article. Its people stay in the newsroom; its sections are nobody's.
 * @throws Forbidden, NotFound
 * @throws Invalid when it has an article, in whatever state
 */
export async function deleteDesk(actor: Actor, { id }: { id: string }): Promise<void> {
  authorise(actor, 'desk.edit')
  await transaction(async (tx) => {
    await lockDesks(tx)
    const { name, slug } = await getDesk(tx, id)
    // Nothing new comes to it until this is through: a foreign key waits for the row.
    await tx.$queryRaw`SELECT 1 FROM "Desk" WHERE id = ${id}::uuid FOR UPDATE`
    const articles = await tx.article.count({ where: { deskId: id } })
    if (articles > 0)
      throw new Invalid(`“${name}” has ${articles === 1 ? 'an article' : `${articles} articles`}: it stays.`)
    const members = await tx.deskMember.findMany({ where: { deskId: id }, select: { personId: true } })
    await tx.desk.delete({ where: { id } })
    await tellMembers(tx, members)
    await recordEvent(tx, actor, { action: 'desk.delete', thing: 'desk', thingId: id, detail: { slug } })
  })
}
