import { loadArticle, ownersOf } from '../articles/load-article'
import type { Party } from '../claims/parties'
import { database, type Prisma } from '../db/database'
import { listNamesOf } from '../history/names-of'
import type { Actor } from '../policy/actor'
import { authorise, can } from '../policy/policy'
import type { PaperTime } from '../settings/paper-time'
import { readSettings } from '../settings/settings'
import { accusedBy } from './accused'
import type { ReplyAnswer, ReplyWay } from './reply-words'

/** What a form about an entry holds. Times are ISO 8601. */
export type ReplyValues = {
  party: Party
  contact: string
  question: string
  way: ReplyWay
  askedAt: string
  deadline: string
  answer: ReplyAnswer
  answerText: string
  answeredAt: string | null
}

export type ListedReply = ReplyValues & {
  id: string
  version: number
  createdAt: string
  /** Who put it down. */
  by: string
}

/** Somebody of whom the story says something, and whom nobody has asked. */
export type Unasked = { party: Party; statements: string[] }

export type ArticleReplies = {
  replies: ListedReply[]
  unasked: Unasked[]
  /** In whose time deadlines are shown, and the line for readers is written. */
  paper: PaperTime
  can: { log: boolean }
}

/**
 * Who was asked about an article, the newest entry first; and whom its marked claims are against without anybody having asked.
 * @throws NotFound, Forbidden
 */
export async function listReplies(actor: Actor, articleId: string): Promise<ArticleReplies> {
  const article = await loadArticle(database(), actor, articleId)
  authorise(actor, 'reply.read', ownersOf(article))
  const [rows, uses, { language, timeZone }] = await Promise.all([
    database().replyRequest.findMany({
      where: { articleId },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      include: { party: true },
    }),
    database().claimUse.findMany({ where: { articleId, layer: 'DRAFT' }, select: { eventId: true } }),
    readSettings(),
  ])
  const accused = await accusedBy(
    database(),
    uses.map(({ eventId }) => eventId),
  )
  const names = await listNamesOf(rows.map(({ createdById }) => createdById))
  return {
    replies: rows.map((row) => ({
      ...valuesOf(row),
      id: row.id,
      version: row.version,
      createdAt: row.createdAt.toISOString(),
      by: names.get(row.createdById ?? '') ?? 'Somebody',
    })),
    unasked: accused.filter(({ party }) => !rows.some(({ partyId }) => partyId === party.id)),
    paper: { language, timeZone },
    can: { log: can(actor, 'reply.log', ownersOf(article)) },
  }
}

export function valuesOf(row: Prisma.ReplyRequestGetPayload<{ include: { party: true } }>): ReplyValues {
  const { party, contact, question, way, askedAt, deadline, answer, answerText, answeredAt } = row
  return {
    party: { id: party.id, name: party.name, kind: party.kind },
    contact,
    question,
    way,
    askedAt: askedAt.toISOString(),
    deadline: deadline.toISOString(),
    answer,
    answerText,
    answeredAt: answeredAt?.toISOString() ?? null,
  }
}
