import { EditionMetadata } from '../articles/edition-metadata'
import { loadArticle, ownersOf } from '../articles/load-article'
import { database } from '../db/database'
import { databaseTime } from '../db/database-time'
import type { Actor } from '../policy/actor'
import { can } from '../policy/policy'
import { readSettings } from '../settings/settings'
import { countAlerted } from './alerted-readers'
import { BREAKING_TEXT_MOST } from './breaking-alert'
import { countReceivers, type Receivers } from './count-receivers'
import { countSent, type Sent } from './count-sent'
import { refusalOf } from './refusal-of'

/** A banner that stands or stood, or a notice that its article was withdrawn. Instants are ISO 8601. */
export type BreakingBanner = {
  id: string
  kind: 'BREAKING' | 'WITHDRAWAL'
  text: string
  by: string
  startedAt: string
  /** When it ends by itself. */
  until: string
  /** Null where it ended, or will end, by itself. */
  endedAt: string | null
  /** Null where nobody was to be told. */
  sent: Sent | null
}

/** What there is of breaking news about an article, and what this person may do about it. */
export type Breaking = {
  /** The banner that stands now, of whichever article. */
  running: (BreakingBanner & { articleId: string; mayEnd: boolean }) | null
  /** The notice to readers who had an alert of it, while it waits for an editor; `may`: for this person. */
  notice: { text: string; receivers: Receivers; may: boolean } | null
  /** Banners of this article that stand no more, and notices that were sent or not sent, the newest first. */
  past: BreakingBanner[]
  /** Whether this person may press it for this article at all. */
  may: boolean
  /** Why not now. */
  refusal: string | null
  /** Who would be told now. */
  receivers: Receivers
  /** What readers read above the article, as short as there is. */
  suggestedText: string
  /** The newsroom's, as the IANA writes it. */
  zone: string
}

const PAST_MOST = 20

/** @throws NotFound */
export async function getBreaking(actor: Actor, articleId: string): Promise<Breaking> {
  const article = await loadArticle(database(), actor, articleId)
  const [at, { timeZone }] = await Promise.all([databaseTime(database()), readSettings()])
  const columns = {
    id: true,
    kind: true,
    articleId: true,
    text: true,
    startedAt: true,
    startedById: true,
    until: true,
    endedAt: true,
    alertedAt: true,
  }
  const isStanding = { kind: 'BREAKING' as const, endedAt: null, until: { gt: at } }
  const isWaiting = { kind: 'WITHDRAWAL' as const, endedAt: null, alertedAt: null }
  const [running, notice, past] = await Promise.all([
    database().breakingAlert.findFirst({ where: isStanding, orderBy: { startedAt: 'desc' }, select: columns }),
    database().breakingAlert.findFirst({ where: { articleId, ...isWaiting }, select: { text: true } }),
    database().breakingAlert.findMany({
      where: { articleId, NOT: { OR: [isStanding, isWaiting] } },
      orderBy: { startedAt: 'desc' },
      take: PAST_MOST,
      select: columns,
    }),
  ])
  const people = await database().person.findMany({
    where: { id: { in: [running, ...past].flatMap((each) => each?.startedById ?? []) } },
    select: { id: true, name: true },
  })
  const sent = await countSent([running, ...past].flatMap((each) => each?.id ?? []))
  const bannerOf = ({
    id,
    kind,
    text,
    startedAt,
    startedById,
    until,
    endedAt,
    alertedAt,
  }: (typeof past)[number]): BreakingBanner => ({
    id,
    kind,
    text,
    by: people.find((person) => person.id === startedById)?.name ?? 'Somebody',
    startedAt: startedAt.toISOString(),
    until: until.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    sent: alertedAt === null ? null : (sent.get(id) ?? { mailed: 0, pushed: 0, failed: 0, waiting: 0 }),
  })
  const subject = running === null ? null : await loadArticle(database(), actor, running.articleId)
  return {
    running:
      running === null || subject === null
        ? null
        : {
            ...bannerOf(running),
            articleId: running.articleId,
            mayEnd: can(actor, 'article.break', ownersOf(subject)),
          },
    notice:
      notice === null
        ? null
        : {
            text: notice.text,
            receivers: await countAlerted(database(), articleId),
            may: can(actor, 'article.kill', ownersOf(article)),
          },
    past: past.map(bannerOf),
    may: can(actor, 'article.break', ownersOf(article)),
    refusal: refusalOf(article, at),
    receivers: await countReceivers(),
    suggestedText: await suggestText(article.publication?.editionId ?? null),
    zone: timeZone,
  }
}

async function suggestText(editionId: string | null): Promise<string> {
  if (editionId === null) return ''
  const edition = await database().edition.findUniqueOrThrow({ where: { id: editionId }, select: { metadata: true } })
  const { shortHeadline, headline } = EditionMetadata.parse(edition.metadata)
  const words = shortHeadline || headline
  return words.length <= BREAKING_TEXT_MOST ? words : `${words.slice(0, BREAKING_TEXT_MOST - 1).trimEnd()}…`
}
