import { now } from '../clock'
import type { Transaction } from '../db/database'
import { Invalid } from '../errors'
import { newId } from '../ids'
import { queueMail } from '../mail/queue-mail'
import type { Actor, PersonActor, Role } from '../policy/actor'
import { can } from '../policy/policy'
import type { CommentedArticle, LockedThread } from './load-thread'
import { mentionMail } from './mention-mail'
import { mentionOf, mentionsIn, partsOf } from './mention-text'

type Written = { id: string; text: string }
type Recipient = { id: string; name: string; email: string; role: Role }

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
 * Tells everybody whom a comment names, once for each comment: a notice and a mail. Never its author, nobody who may not read
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
  const recipients = await readersAmong(tx, author, article, mentionsIn(comment.text))
  let mails = 0
  for (const recipient of recipients) {
    if (!(await hasToldNow(tx, author, article, comment, recipient))) continue
    await queueMail(
      tx,
      mentionMail({
        to: recipient.email,
        name: recipient.name,
        by: author.name,
        paperName,
        headline: article.headline,
        quote: thread.quote,
        text: comment.text,
        articleId: article.id,
        threadId: thread.id,
      }),
    )
    mails++
  }
  return mails
}

/** Tells everybody else who takes part in a conversation of a reply in it: a notice, no mail. */
export async function tellParticipants(
  tx: Transaction,
  author: PersonActor,
  article: CommentedArticle,
  thread: LockedThread,
  comment: Written,
): Promise<void> {
  const others = await tx.comment.findMany({
    where: { threadId: thread.id, deletedAt: null },
    distinct: ['personId'],
    select: { personId: true },
  })
  const ids = new Set([thread.createdById, ...others.map(({ personId }) => personId)])
  const recipients = await readersAmong(tx, author, article, [...ids])
  const createdAt = now()
  await tx.notification.createMany({
    data: recipients.map(({ id }) => ({
      id: newId(),
      personId: id,
      kind: 'REPLY' as const,
      articleId: article.id,
      commentId: comment.id,
      byId: author.id,
      createdAt,
    })),
    // Whoever is named in it was told already.
    skipDuplicates: true,
  })
}

/** The active people among these who may read the article, the author aside. */
async function readersAmong(
  tx: Transaction,
  author: PersonActor,
  article: CommentedArticle,
  ids: readonly string[],
): Promise<Recipient[]> {
  const people = await tx.person.findMany({
    where: { id: { in: ids.filter((id) => id !== author.id) }, status: 'ACTIVE' },
    select: { id: true, name: true, email: true, role: true },
    orderBy: { id: 'asc' },
  })
  return people.filter((person) => can(asActor(person), 'article.read', article.owned))
}

function asActor(person: Recipient): Actor {
  return { kind: 'person', ...person, sessionId: '' }
}

/** Writes the notice. False when this person was named in this comment before. */
async function hasToldNow(
  tx: Transaction,
  author: PersonActor,
  article: CommentedArticle,
  comment: Written,
  { id: personId }: Recipient,
): Promise<boolean> {
  const createdAt = now()
  const row = { id: newId(), personId, kind: 'MENTION' as const, articleId: article.id, commentId: comment.id }
  const made = await tx.notification.createMany({
    data: [{ ...row, byId: author.id, createdAt }],
    skipDuplicates: true,
  })
  if (made.count > 0) return true
  // Told of the comment as a reply before; an edit names them now.
  const raised = await tx.notification.updateMany({
    where: { personId, commentId: comment.id, kind: 'REPLY' },
    data: { kind: 'MENTION', createdAt, readAt: null },
  })
  return raised.count > 0
}
