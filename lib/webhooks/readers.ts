import { database } from '../db/database'
import { NotFound } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'

/** A webhook as people see it: never its secret. */
export type ListedWebhook = {
  id: string
  url: string
  kinds: string[]
  isOn: boolean
  offReason: string
  failingSince: Date | null
  /** Until when the former secret signs too; null where there is only one. */
  formerUntil: Date | null
  createdAt: Date
  /** Empty where whoever made it is not known any more. */
  maker: string
  version: number
}

export type ListedAttempt = { id: string; at: Date; status: number | null; milliseconds: number; answer: string }
export type ListedDelivery = {
  id: string
  eventId: string
  kind: string
  /** What it is about, as readers call it now; null where that is nothing. */
  headline: string | null
  state: 'WAITING' | 'DELIVERED' | 'FAILED' | 'DROPPED'
  at: Date
  nextTryAt: Date | null
  /** The last first. */
  attempts: ListedAttempt[]
}

const columns = {
  id: true,
  url: true,
  kinds: true,
  isOn: true,
  offReason: true,
  failingSince: true,
  formerUntil: true,
  createdAt: true,
  createdBy: { select: { name: true } },
  version: true,
} as const

const PAGE = 30
/** Of a message that was sent again and again. */
const ATTEMPTS_SHOWN = 20

/** The newest first. @throws Forbidden */
export async function listWebhooks(actor: Actor): Promise<ListedWebhook[]> {
  authorise(actor, 'token.edit')
  const rows = await database().webhook.findMany({ orderBy: { id: 'desc' }, select: columns })
  return rows.map(({ createdBy, ...row }) => ({ ...row, maker: createdBy?.name ?? '' }))
}

/** @throws Forbidden, NotFound */
export async function getWebhook(actor: Actor, id: string): Promise<ListedWebhook> {
  authorise(actor, 'token.edit')
  const row = await database().webhook.findUnique({ where: { id }, select: columns })
  if (row === null) throw new NotFound()
  const { createdBy, ...webhook } = row
  return { ...webhook, maker: createdBy?.name ?? '' }
}

/**
 * What was sent to a webhook and what came back, the newest first.
 * @param before the id of the last delivery of the page before
 * @throws Forbidden
 */
export async function listDeliveries(
  actor: Actor,
  webhookId: string,
  before?: string,
): Promise<{ deliveries: ListedDelivery[]; nextCursor: string | null }> {
  authorise(actor, 'token.edit')
  const last =
    before === undefined
      ? null
      : await database().webhookDelivery.findUnique({ where: { id: before }, select: { createdAt: true } })
  const found = await database().webhookDelivery.findMany({
    where: {
      webhookId,
      ...(last === null || before === undefined
        ? {}
        : {
            createdAt: { lte: last.createdAt },
            OR: [{ createdAt: { lt: last.createdAt } }, { createdAt: last.createdAt, id: { lt: before } }],
          }),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: PAGE + 1,
    select: {
      id: true,
      eventId: true,
      kind: true,
      articleId: true,
      state: true,
      at: true,
      nextTryAt: true,
      tries: {
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        take: ATTEMPTS_SHOWN,
        select: { id: true, at: true, status: true, milliseconds: true, answer: true },
      },
    },
  })
  const rows = found.slice(0, PAGE)
  const headlines = await headlinesOf(rows.flatMap(({ articleId }) => articleId ?? []))
  return {
    deliveries: rows.map(({ articleId, tries, ...row }) => ({
      ...row,
      headline: articleId === null ? null : (headlines.get(articleId) ?? null),
      attempts: tries,
    })),
    nextCursor: found.length > PAGE ? (rows.at(-1)?.id ?? null) : null,
  }
}

async function headlinesOf(articleIds: string[]): Promise<Map<string, string>> {
  const rows = await database().publication.findMany({
    where: { articleId: { in: [...new Set(articleIds)] } },
    select: { articleId: true, headline: true },
  })
  return new Map(rows.map(({ articleId, headline }) => [articleId, headline]))
}
