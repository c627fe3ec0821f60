import { loadArticle, ownersOf } from '@/lib/articles/load-article'
import { recordEvent } from '@/lib/audit'
import type { Transaction } from '@/lib/db/database'
import { Conflict, Forbidden } from '@/lib/errors'
import type { Actor, PersonActor } from '@/lib/policy/actor'
import { can, scope } from '@/lib/policy/policy'
import type { Action } from '@/lib/policy/table'
import { desksLedAlone, type NamedArticle, openArticlesOf, publicationsBy, unpublishingsBy } from './belongings'

/** What changed hands, for whoever is told and for the record. */
export type HandedOver = {
  articles: NamedArticle[]
  publications: NamedArticle[]
  unpublishings: NamedArticle[]
  desks: { id: string; name: string }[]
  events: number
}

type Hands = { from: { id: string; name: string }; to: PersonActor }

/**
 * Gives what is one person's to another: open articles, what is scheduled in their name, desks that they lead alone, events of the diary.
 * The caller holds the articles and both people, and has made sure that the other one may sign in.
 *
 * @throws Forbidden when the actor may not give one of these
 * @throws Conflict when the other one may not publish what is scheduled: it would fail at its time
 */
export async function handOver(tx: Transaction, actor: Actor, { from, to }: Hands): Promise<HandedOver> {
  const articles = await openArticlesOf(tx, from.id)
  const publications = await publicationsBy(tx, from.id)
  const unpublishings = await unpublishingsBy(tx, from.id)
  const desks = await desksLedAlone(tx, from.id)
  if (articles.length > 0) assertMayGive(actor, 'article.assign', 'articles')
  if (publications.length > 0) assertMayGive(actor, 'article.publish', 'scheduled publications')
  if (unpublishings.length > 0) assertMayGive(actor, 'article.unpublish', 'what is to be taken from readers')
  if (desks.length > 0) assertMayGive(actor, 'desk.edit', 'desks')
  await giveArticles(tx, actor, articles, { from, to })
  await giveDesks(tx, actor, desks, { from, to })
  await giveSchedules(tx, actor, { publications, unpublishings }, { from, to })
  const { count: events } = await tx.diaryEvent.updateMany({
    where: { ownerId: from.id },
    data: { ownerId: to.id, version: { increment: 1 } },
  })
  for (const articleId of new Set([...articles, ...publications, ...unpublishings].map(({ id }) => id)))
    await tx.$executeRaw`SELECT pg_notify('standfirst_article', ${articleId})`
  return { articles, publications, unpublishings, desks, events }
}

function assertMayGive(actor: Actor, action: Action, what: string): void {
  if (scope(actor, action).kind === 'all') return
  throw new Forbidden(`You may not hand over ${what}. Deactivate without a hand-over, or ask somebody who may.`)
}

async function giveArticles(
  tx: Transaction,
  actor: Actor,
  articles: readonly NamedArticle[],
  { from, to }: Hands,
): Promise<void> {
  await tx.article.updateMany({ where: { id: { in: articles.map(({ id }) => id) } }, data: { ownerId: to.id } })
  for (const { id } of articles)
    await recordEvent(tx, actor, {
      action: 'article.handOver',
      thing: 'article',
      thingId: id,
      detail: { from: from.id, fromName: from.name, to: to.id, toName: to.name },
    })
}

async function giveSchedules(
  tx: Transaction,
  actor: Actor,
  { publications, unpublishings }: Pick<HandedOver, 'publications' | 'unpublishings'>,
  { from, to }: Hands,
): Promise<void> {
  // Whoever has just become the lead of a desk may publish what is the desk's.
  const desks = await tx.deskMember.findMany({ where: { personId: to.id }, select: { deskId: true } })
  const successor = { ...to, deskIds: desks.map(({ deskId }) => deskId) }
  for (const { id, headline } of publications)
    await assertMayDo(tx, successor, 'article.publish', { id, headline }, 'publish')
  for (const { id, headline } of unpublishings)
    await assertMayDo(tx, successor, 'article.unpublish', { id, headline }, 'take from readers')
  await tx.article.updateMany({
    where: { id: { in: publications.map(({ id }) => id) } },
    data: { scheduledById: to.id },
  })
  await tx.article.updateMany({
    where: { id: { in: unpublishings.map(({ id }) => id) } },
    data: { unpublishAtById: to.id },
  })
  for (const [of, articles] of [
    ['publication', publications],
    ['unpublishing', unpublishings],
  ] as const)
    for (const { id } of articles)
      await recordEvent(tx, actor, {
        action: 'article.handOverSchedule',
        thing: 'article',
        thingId: id,
        detail: { of, from: from.id, fromName: from.name, to: to.id, toName: to.name },
      })
}

async function assertMayDo(
  tx: Transaction,
  successor: PersonActor,
  action: Action,
  { id, headline }: NamedArticle,
  verb: string,
): Promise<void> {
  const article = await loadArticle(tx, { kind: 'system', name: 'hand-over' }, id)
  if (can(successor, action, ownersOf(article))) return
  throw new Conflict(
    `${successor.name} may not ${verb} “${headline}”, which is scheduled. Choose somebody who may, or take it off the schedule first.`,
  )
}

/** The lead of a desk that nobody else leads. Whoever leaves stays at the desk, and leads it no longer. */
async function giveDesks(
  tx: Transaction,
  actor: Actor,
  desks: readonly { id: string }[],
  { from, to }: Hands,
): Promise<void> {
  for (const { id: deskId } of desks) {
    await tx.deskMember.update({
      where: { deskId_personId: { deskId, personId: from.id } },
      data: { isLead: false },
    })
    await tx.deskMember.upsert({
      where: { deskId_personId: { deskId, personId: to.id } },
      create: { deskId, personId: to.id, isLead: true },
      update: { isLead: true },
    })
    await recordEvent(tx, actor, {
      action: 'desk.handOver',
      thing: 'desk',
      thingId: deskId,
      detail: { from: from.id, fromName: from.name, to: to.id, toName: to.name },
    })
  }
}
