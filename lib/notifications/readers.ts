import { database, type Prisma, type Transaction } from '../db/database'
import { NotSignedIn } from '../errors'
import type { Actor, PersonActor } from '../policy/actor'
import type { NoticeKind } from './kinds'

export type Notice = {
  id: string
  kind: NoticeKind
  /** Who did it; null for what happened by itself. */
  by: string | null
  articleId: string
  headline: string
  threadId: string | null
  /** As lib/comments/mention-text.ts reads it where it is about a comment; else a sentence more, or null. */
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
    where: { personId: person.id, inApp: true, ...(cursor === undefined ? {} : { id: { lt: cursor } }) },
    orderBy: { id: 'desc' },
    take: PAGE + 1,
    include: { comment: { select: { threadId: true, text: true } } },
  })
  const page = rows.slice(0, PAGE)
  return {
    notices: await namedNotices(database(), page),
    nextCursor: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
  }
}

type NoticeRow = Prisma.NotificationGetPayload<{ include: { comment: { select: { threadId: true; text: true } } } }>

/** Notices with the names that people and articles have now. */
export async function namedNotices(tx: Transaction, rows: readonly NoticeRow[]): Promise<Notice[]> {
  const [articles, people] = await Promise.all([
    tx.article.findMany({
      where: { id: { in: rows.map(({ articleId }) => articleId) } },
      select: { id: true, headline: true, slugline: true },
    }),
    tx.person.findMany({
      where: { id: { in: rows.flatMap(({ byId }) => byId ?? []) } },
      select: { id: true, name: true },
    }),
  ])
  const headlines = new Map(articles.map(({ id, headline, slugline }) => [id, headline || slugline]))
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    by: row.byId === null ? null : (names.get(row.byId) ?? 'Somebody'),
    articleId: row.articleId,
    headline: headlines.get(row.articleId) ?? '',
    threadId: row.comment?.threadId ?? null,
    text: row.comment?.text ?? (row.text || null),
    createdAt: row.createdAt,
    isRead: row.readAt !== null,
  }))
}

/** How many notices a person has not read. */
export async function countUnread(actor: Actor): Promise<number> {
  return database().notification.count({ where: { personId: assertPerson(actor).id, readAt: null, inApp: true } })
}

function assertPerson(actor: Actor): PersonActor {
  if (actor.kind !== 'person') throw new NotSignedIn()
  return actor
}
