import { loadArticle } from '../articles/load-article'
import { database } from '../db/database'
import type { Actor } from '../policy/actor'
import { can } from '../policy/policy'

export type ListedComment = {
  id: string
  personId: string
  name: string
  /** As lib/comments/mention-text.ts reads it; empty for a deleted one. */
  text: string
  createdAt: string
  isEdited: boolean
  isDeleted: boolean
  can: { edit: boolean; delete: boolean }
}

export type ListedThread = {
  id: string
  /** The words that it was about when it began. */
  quote: string
  createdAt: string
  isResolved: boolean
  resolvedBy: string | null
  /** The reader was told of something in it and has not looked yet. */
  hasNews: boolean
  /** In the order in which they were written. */
  comments: ListedComment[]
}

/**
 * Every conversation about an article, resolved ones included, the oldest first.
 * @throws NotFound
 */
export async function listThreads(actor: Actor, articleId: string): Promise<ListedThread[]> {
  await loadArticle(database(), actor, articleId)
  const threads = await database().commentThread.findMany({
    where: { articleId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    include: {
      comments: {
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        include: {
          person: { select: { name: true } },
          notifications: {
            where: { personId: { in: actor.kind === 'person' ? [actor.id] : [] }, readAt: null },
            select: { id: true },
          },
        },
      },
    },
  })
  const resolvers = threads.map(({ resolvedById }) => resolvedById).filter((id) => id !== null)
  const people = await database().person.findMany({
    where: { id: { in: resolvers } },
    select: { id: true, name: true },
  })
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return threads.map((thread) => ({
    id: thread.id,
    quote: thread.quote,
    createdAt: thread.createdAt.toISOString(),
    isResolved: thread.resolvedAt !== null,
    resolvedBy: thread.resolvedById === null ? null : (names.get(thread.resolvedById) ?? null),
    hasNews: thread.comments.some(({ notifications }) => notifications.length > 0),
    comments: thread.comments.map((comment) => {
      const owned = { ownerIds: [comment.personId] }
      const isDeleted = comment.deletedAt !== null
      return {
        id: comment.id,
        personId: comment.personId,
        name: comment.person.name,
        text: comment.text,
        createdAt: comment.createdAt.toISOString(),
        isEdited: comment.editedAt !== null && !isDeleted,
        isDeleted,
        can: {
          edit: !isDeleted && can(actor, 'comment.edit', owned),
          delete: !isDeleted && can(actor, 'comment.delete', owned),
        },
      }
    }),
  }))
}
