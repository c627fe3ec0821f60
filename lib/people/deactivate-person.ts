import { z } from 'zod'
import { letGoOf } from '@/lib/articles/release-hold'
import { recordEvent } from '@/lib/audit'
import { noticeSessionsOf } from '@/lib/auth/session-notice'
import { now } from '@/lib/clock'
import { type Transaction, transaction } from '@/lib/db/database'
import { lockDesks } from '@/lib/desks/desk'
import { Conflict, Invalid } from '@/lib/errors'
import { nudgeMail } from '@/lib/jobs/nudge-mail'
import type { Actor } from '@/lib/policy/actor'
import { authorise } from '@/lib/policy/policy'
import { actorOf } from './actor-of'
import { assertNotLastAdministrator } from './last-administrator'
import { holdsOf, openArticlesOf, publicationsBy, unpublishingsBy } from './leaving/belongings'
import { endLinks, keepLinks } from './leaving/end-links'
import { handOver } from './leaving/hand-over'
import { tellSuccessor } from './leaving/tell-successor'
import { lockPerson } from './lock-person'

export const DeactivatePerson = z.strictObject({
  id: z.uuid(),
  /** Who takes over what is theirs; null where everything stays as it is. */
  handOverTo: z.uuid().nullable().default(null),
  /** What becomes of secret links that they made: whoever leaves knows them. */
  links: z.enum(['revoke', 'keep']).default('revoke'),
})

/** So often something may become theirs in the very moment between looking and holding. */
const TRIES = 3

/**
 * Shuts a person out: every session ends in the same moment, links and calendars that they have stop working, what they hold for subbing
 * is let go of. Articles and bylines stay, or go to somebody who takes over, with what is scheduled in their name and the desks that they
 * lead alone: all of it, or nothing. Deactivating twice changes nothing.
 *
 * @throws NotFound
 * @throws Forbidden when the actor may not give away what is handed over
 * @throws Invalid when somebody would take over from themselves
 * @throws Conflict for the last administrator, for somebody who has not accepted yet, and when whoever takes over is not with the paper
 *   (any more) or may not publish what is scheduled
 */
export async function deactivatePerson(actor: Actor, input: z.input<typeof DeactivatePerson>): Promise<void> {
  authorise(actor, 'people.deactivate')
  const { id, handOverTo = null, links = 'revoke' } = input
  if (handOverTo === id) throw new Invalid('Choose somebody else to take over.')
  for (let tries = 0; tries < TRIES; tries++)
    if (await transaction((tx) => deactivateHeld(tx, actor, { id, handOverTo, links }))) {
      await nudgeMail()
      return
    }
  throw new Conflict('Articles become theirs at this very moment. Try again.')
}

/** False, with nothing written that stays, where an article that is not held is theirs now. */
async function deactivateHeld(
  tx: Transaction,
  actor: Actor,
  { id, handOverTo, links }: z.output<typeof DeactivatePerson>,
): Promise<boolean> {
  await lockDesks(tx)
  // Articles before people: whoever publishes holds the article, and then asks for the people whom that concerns.
  const held = await holdArticles(tx, id)
  await assertNotLastAdministrator(tx, id)
  const person = await lockPerson(tx, id)
  if (person.status === 'DEACTIVATED') {
    if (handOverTo === null) return true
    throw new Conflict(`${person.name} was deactivated meanwhile. Nothing was handed over.`)
  }
  if (person.status === 'INVITED') throw new Conflict(`${person.name} has not accepted yet: revoke the invitation.`)
  const successor = handOverTo === null ? null : await lockPerson(tx, handOverTo)
  if (successor !== null && successor.status !== 'ACTIVE')
    throw new Conflict(`${successor.name} cannot sign in. Choose somebody else to take over; nothing was changed.`)
  if ((await idsOfTheirs(tx, id)).some((articleId) => !held.has(articleId))) return false

  const holds = await holdsOf(tx, id)
  for (const { id: articleId } of holds) await letGoOf(tx, actor, { articleId, holderId: id })
  const to = successor === null ? null : actorOf(successor)
  const handed = to === null ? null : await handOver(tx, actor, { from: person, to })
  const many = links === 'revoke' ? await endLinks(tx, actor, id) : await keepLinks(tx, id, to?.id ?? null)
  const { count: calendars } = await tx.calendarFeed.updateMany({
    where: { personId: id, revokedAt: null },
    data: { revokedAt: now() },
  })
  await tx.person.update({ where: { id }, data: { status: 'DEACTIVATED', deactivatedAt: now() } })
  const { count: sessions } = await tx.session.deleteMany({ where: { personId: id } })
  await tx.invitation.deleteMany({ where: { personId: id, usedAt: null } })
  await recordEvent(tx, actor, {
    action: 'people.deactivate',
    thing: 'person',
    thingId: id,
    detail: {
      sessions,
      holds: holds.length,
      calendars,
      links: { [links === 'revoke' ? 'revoked' : 'kept']: many },
      ...(to === null || handed === null
        ? {}
        : {
            handedTo: to.id,
            handedToName: to.name,
            articles: handed.articles.length,
            schedules: handed.publications.length + handed.unpublishings.length,
            desks: handed.desks.length,
            events: handed.events,
          }),
    },
  })
  if (to !== null && handed !== null) await tellSuccessor(tx, actor, { from: person, to, handed })
  await noticeSessionsOf(tx, id)
  return true
}

/** Everything that is theirs to be published, held or written, until the transaction ends; what they hold with its words. */
async function holdArticles(tx: Transaction, personId: string): Promise<Set<string>> {
  const ids = await idsOfTheirs(tx, personId)
  await tx.$queryRaw`SELECT 1 FROM "Article" WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`
  const subbed = (await holdsOf(tx, personId)).map(({ id }) => id)
  await tx.$queryRaw`SELECT 1 FROM "Draft" WHERE "articleId" = ANY(${subbed}::uuid[]) ORDER BY "articleId" FOR UPDATE`
  return new Set(ids)
}

async function idsOfTheirs(tx: Transaction, personId: string): Promise<string[]> {
  const lists = [
    await openArticlesOf(tx, personId),
    await publicationsBy(tx, personId),
    await unpublishingsBy(tx, personId),
    await holdsOf(tx, personId),
  ]
  return [...new Set(lists.flat().map(({ id }) => id))]
}
