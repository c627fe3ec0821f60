import { database } from '@/lib/db/database'
import { NotFound } from '@/lib/errors'
import type { Actor } from '@/lib/policy/actor'
import { authorise } from '@/lib/policy/policy'
import {
  countCalendars,
  countEvents,
  countSoleSources,
  desksLedAlone,
  holdsOf,
  linksOf,
  type NamedArticle,
  openArticlesOf,
  publicationsBy,
  type TimedArticle,
  unpublishingsBy,
} from './belongings'

/** So many are named; of the rest the number is known. */
const NAMED_MOST = 10

type Some<Thing> = { count: number; named: Thing[] }

/** What is somebody's, as whoever would deactivate them has to know it. */
export type Leaving = {
  /** Open articles that they were asked to write or started. */
  articles: Some<NamedArticle>
  /** What would not go out, or not go away, at its time: nobody who is with the paper would have scheduled it. */
  publications: Some<TimedArticle>
  unpublishings: Some<TimedArticle>
  holds: Some<NamedArticle>
  links: number
  calendars: number
  desksLedAlone: { id: string; name: string }[]
  events: number
  /** Sources that nobody could open any more. */
  soleSources: number
}

/** What is this person's. Nothing is changed. @throws NotFound, Forbidden */
export async function lookAtLeaving(actor: Actor, { id }: { id: string }): Promise<Leaving> {
  authorise(actor, 'people.deactivate')
  const db = database()
  if ((await db.person.count({ where: { id } })) === 0) throw new NotFound()
  const [articles, publications, unpublishings, holds, links, calendars, desks, events, soleSources] =
    await Promise.all([
      openArticlesOf(db, id),
      publicationsBy(db, id),
      unpublishingsBy(db, id),
      holdsOf(db, id),
      linksOf(db, id),
      countCalendars(db, id),
      desksLedAlone(db, id),
      countEvents(db, id),
      countSoleSources(db, id),
    ])
  return {
    articles: some(articles),
    publications: some(publications),
    unpublishings: some(unpublishings),
    holds: some(holds),
    links: links.length,
    calendars,
    desksLedAlone: desks,
    events,
    soleSources,
  }
}

function some<Thing>(things: readonly Thing[]): Some<Thing> {
  return { count: things.length, named: things.slice(0, NAMED_MOST) }
}
