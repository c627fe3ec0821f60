import type { Transaction } from '../db/database'
import { Invalid } from '../errors'
import { tell } from '../notifications/tell'
import { actorFields, actorOf } from '../people/actor-of'
import type { PersonActor } from '../policy/actor'
import { can } from '../policy/policy'
import type { CommentedArticle, LockedThread } from './load-thread'
import { mentionMail, replyMail } from './mention-mail'
import { mentionOf, mentionsIn, partsOf } from './mention-text'

type Written = { id: string; text: string }

/**
 * The text with everybody's real name: what a browser sent as the name of an id is not believed.
 *
 * @param knownIds people who were named here before: they may have left since
 * @throws Invalid when somebody is named who is not active
 */
export async function withRealNames(tx: Transaction, text: string, knownIds: readonly string[] = []): Promise<string> {
  const ids = mentionsIn(text)
  if (ids.length === 0) return text
  const people = await tx.person.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true, status: true },
  })
  const byId = new Map(people.map((person) => [person.id, person]))
  return partsOf(text)
    .map((part) => {
      if (part.kind === 'words') return part.text
      const person = byId.get(part.personId)
      if (person === undefined || (person.status !== 'ACTIVE' && !knownIds.includes(person.id)))
        throw new Invalid(`${part.name} cannot be named: nobody with an active login.`)
      return mentionOf(person)
    })
    .join('')
}

/**
 * Tells everybody whom a comment names, once for each comment, as each of them chose. Never its author, nobody who may not read
 * the article, nobody who was told before.
 *
 * @returns how many mails wait
 */
export async function tellMentioned(
  tx: Transaction,
  author: PersonActor,
  article: CommentedArticle,
  thread: LockedThread,
  comment: Written,
  paperName: string,
): Promise<number> {
  return tell(tx, {
    kind: 'MENTION',
    article,
    by: author,
    about: comment.id,
    commentId: comment.id,
    to: await readersAmong(tx, article, mentionsIn(comment.text)),
    mailTo: ({ name, email }) =>
      mentionMail({
        to: email,
        name,
        by: author.name,
        paperName,
        headline: article.headline,
        quote: thread.quote,
        text: comment.text,
        articleId: article.id,
        threadId: thread.id,
      }),
  })
}

/**
 * Tells everybody else who takes part in a conversation of a reply in it. Whoever is named in it was told already.
 * @returns how many mails wait
 */
export async function tellParticipants(
  tx: Transaction,
  author: PersonActor,
  article: CommentedArticle,
  thread: LockedThread,
  comment: Written,
): Promise<number> {
  const others = await tx.comment.findMany({
    where: { threadId: thread.id, deletedAt: null },
    distinct: ['personId'],
    select: { personId: true },
  })
  const ids = new Set([thread.createdById, ...others.map(({ personId }) => personId)])
  return tell(tx, {
    kind: 'REPLY',
    article,
    by: author,
    about: comment.id,
    commentId: comment.id,
    to: await readersAmong(tx, article, [...ids]),
    mailTo: ({ name, email }) =>
      replyMail({
        to: email,
        name,
        by: author.name,
        headline: article.headline,
        text: comment.text,
        articleId: article.id,
        threadId: thread.id,
      }),
  })
}

/** The people among these who may read the article. */
async function readersAmong(tx: Transaction, article: CommentedArticle, ids: readonly string[]): Promise<string[]> {
  const people = await tx.person.findMany({
    where: { id: { in: [...ids] } },
    select: actorFields,
  })
  const readers = people.filter((person) => can(actorOf(person), 'article.read', article.owned))
  return readers.map(({ id }) => id)
}
