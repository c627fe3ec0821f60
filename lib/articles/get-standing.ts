import type { CorrectionInput } from '../corrections/correction-input'
import { waitingCorrection } from '../corrections/waiting-correction'
import { database } from '../db/database'
import { databaseTime } from '../db/database-time'
import type { Actor } from '../policy/actor'
import { can } from '../policy/policy'
import { readSettings } from '../settings/settings'
import { contentHash } from './content-hash'
import { frozenFields } from './edition-metadata'
import { isHeldByOther } from './holds'
import { loadArticle, loadDraft, ownersOf } from './load-article'
import { PLAIN_MOVES, type PlainMove } from './move-article'
import { readWorkflowRule } from './read-workflow-rule'
import { type ArticleState, isPossible, MOVES, type Move, stateAfter } from './state'
import type { WorkflowRule } from './workflow-rule'

/** Where an article stands, and what this person may do about it. Instants are ISO 8601. */
export type ArticleStanding = {
  state: ArticleState
  since: string
  by: string | null
  /** What one press does, in the order in which work goes on. */
  moves: { move: PlainMove; name: string; to: ArticleState }[]
  may: {
    schedule: boolean
    scheduleUnpublishing: boolean
    unschedule: boolean
    kill: boolean
    setEmbargo: boolean
    liftEmbargo: boolean
  }
  version: number
  desk: string | null
  owner: string | null
  dueAt: string | null
  rule: WorkflowRule
  approval: { by: string; at: string; isCurrent: boolean } | null
  /** Null where there is none, or it has ended. */
  embargoUntil: string | null
  publication: { at: string; zone: string; by: string | null; later: LaterEdits } | null
  /** The note to readers that goes out with the next publication, unless somebody takes it out of the form. */
  note: CorrectionInput | null
  unpublishing: { at: string; zone: string; by: string | null; reason: string } | null
  /** Why what was scheduled did not happen. */
  failure: string | null
  /** The newsroom's zone, as the IANA writes it. */
  zone: string
}

/** What was edited after the version that is scheduled: it waits. */
type LaterEdits = { steps: number; fields: string[]; people: string[] }

/** @throws NotFound */
export async function getStanding(actor: Actor, articleId: string): Promise<ArticleStanding> {
  const article = await loadArticle(database(), actor, articleId)
  const draft = await loadDraft(database(), articleId)
  const [at, rule, { timeZone }] = await Promise.all([
    databaseTime(database()),
    readWorkflowRule(database()),
    readSettings(),
  ])
  const { approvedById, scheduledById, unpublishAtById, stateChangedById } = article
  const ids = [approvedById, scheduledById, unpublishAtById, stateChangedById].filter((id) => id !== null)
  const people = await database().person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? null
  const owned = ownersOf(article)
  const isHeld = isHeldByOther(actor, article)
  const may = (move: Move) => !isHeld && isPossible(move, article.state) && can(actor, MOVES[move].action, owned)
  const hasEmbargo = article.embargoUntil !== null && article.embargoUntil > at
  const isApproved = article.approvedHash === contentHash(draft.document, frozenFields(article))
  return {
    state: article.state,
    since: article.stateChangedAt.toISOString(),
    by: nameOf(stateChangedById),
    moves: PLAIN_MOVES.filter(
      (move) => may(move) && !(move === 'approveChanges' && (rule === 'NONE' || isApproved)),
    ).map((move) => ({ move, name: MOVES[move].name, to: stateAfter(move, article).state })),
    may: {
      schedule: may(article.state === 'PUBLISHED' ? 'scheduleChanges' : 'schedule'),
      scheduleUnpublishing:
        !isHeld &&
        (article.state === 'PUBLISHED' || article.state === 'SCHEDULED') &&
        can(actor, 'article.unpublish', owned),
      unschedule: !isHeld && can(actor, 'article.publish', owned),
      kill: isPossible('kill', article.state) && can(actor, 'article.kill', owned),
      setEmbargo: !isHeld && article.firstPublishedAt === null && can(actor, 'embargo.set', owned),
      liftEmbargo: hasEmbargo && can(actor, 'embargo.lift', owned),
    },
    version: draft.version,
    desk: article.desk?.name ?? null,
    owner: article.owner?.name ?? null,
    dueAt: article.dueAt?.toISOString() ?? null,
    rule,
    approval:
      article.approvedAt === null
        ? null
        : { by: nameOf(approvedById) ?? 'Somebody', at: article.approvedAt.toISOString(), isCurrent: isApproved },
    embargoUntil: hasEmbargo ? (article.embargoUntil?.toISOString() ?? null) : null,
    publication:
      article.publishAt === null
        ? null
        : {
            at: article.publishAt.toISOString(),
            zone: article.publishZone ?? timeZone,
            by: nameOf(scheduledById),
            later: await laterEdits(article, draft.version),
          },
    note: waitingCorrection(article),
    unpublishing:
      article.unpublishAt === null
        ? null
        : {
            at: article.unpublishAt.toISOString(),
            zone: article.unpublishZone ?? timeZone,
            by: nameOf(unpublishAtById),
            reason: article.unpublishAtReason ?? '',
          },
    failure: article.scheduleFailure ?? article.unpublishFailure,
    zone: timeZone,
  }
}

async function laterEdits(
  { id, publishVersion, scheduledAt }: { id: string; publishVersion: number | null; scheduledAt: Date | null },
  version: number,
): Promise<LaterEdits> {
  const since = publishVersion ?? version
  const [writers, events] = await Promise.all([
    database().step.findMany({
      where: { articleId: id, version: { gte: since } },
      distinct: ['personId'],
      select: { personId: true },
      take: 50,
    }),
    database().auditEvent.findMany({
      where: { thing: 'article', thingId: id, action: 'article.edit', at: { gt: scheduledAt ?? new Date() } },
      select: { personId: true, detail: true },
      take: 200,
    }),
  ])
  const ids = new Set([...writers, ...events].flatMap(({ personId }) => personId ?? []))
  const people = await database().person.findMany({ where: { id: { in: [...ids] } }, select: { name: true } })
  const fields = new Set(events.map(({ detail }) => String((detail as { field?: unknown }).field ?? '')))
  fields.delete('')
  return { steps: version - since, fields: [...fields], people: people.map(({ name }) => name).sort() }
}
