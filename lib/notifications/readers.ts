import { database } from '../db/database'
import { NotSignedIn } from '../errors'
import type { Actor, PersonActor } from '../policy/actor'

export type Notice = {
  id: string
  kind: 'MENTION' | 'REPLY' | 'TAKEN_OVER'
  /** Who did it. */
  by: string
  articleId: string
  headline: string
  threadId: string | null
  /** As lib/comments/mention-text.ts reads it; null where it is not about a comment. */
  text: string | null
  createdAt: Date
  isRead: boolean
}

const PAGE = 40

/**
 * What a person was told, newest first.
 * @param cursor the id of the last notice of the page before
 */
export async function listNotices(
  actor: Actor,
  cursor?: string,
): Promise<{ notices: Notice[]; nextCursor: string | null }> {
  const person = assertPerson(actor)
  const rows = await database().notification.findMany({
    // Ids are made in the order of time.
    where: { personId: person.id, ...(cursor === undefined ? {} : { id: { lt: cursor } }) },
    orderBy: { id: 'desc' },
    take: PAGE + 1,
    include: { comment: { select: { threadId: true, text: true } } },
  })
  const page = rows.slice(0, PAGE)
  const [articles, people] = await Promise.all([
    database().article.findMany({
      where: { id: { in: page.map(({ articleId }) => articleId) } },
      select: { id: true, headline: true },
    }),
    database().person.findMany({
      where: { id: { in: page.map(({ byId }) => byId) } },
      select: { id: true, name: true },
    }),
  ])
  const headlines = new Map(articles.map(({ id, headline }) => [id, headline]))
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const notices = page.map((row) => ({
    id: row.id,
    kind: row.kind,
    by: names.get(row.byId) ?? 'Somebody',
    articleId: row.articleId,
    headline: headlines.get(row.articleId) ?? '',
    threadId: row.comment?.threadId ?? null,
    text: row.comment?.text ?? null,
    createdAt: row.createdAt,
    isRead: row.readAt !== null,
  }))
  return { notices, nextCursor: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null }
}

/** How many notices a person has not read. */
export async function countUnread(actor: Actor): Promise<number> {
  return database().notification.count({ where: { personId: assertPerson(actor).id, readAt: null } })
}

function assertPerson(actor: Actor): PersonActor {
  if (actor.kind !== 'person') throw new NotSignedIn()
  return actor
}
