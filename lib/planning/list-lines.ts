import { ownership, ownersOf } from '../articles/load-article'
import { type ArticleState, isPossible } from '../articles/state'
import { now } from '../clock'
import { database } from '../db/database'
import { Invalid } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise, can } from '../policy/policy'
import { readSettings } from '../settings/settings'
import { isOverdue } from './is-overdue'
import type { LineValues } from './line-input'
import { dateOf, dayOf, planColumns, valuesOf } from './line-values'

/** A line of the plan: what is known of an article before, and while, it is written. */
export type PlanLine = {
  id: string
  /** The slugline; the headline where somebody put an article on the plan that has none. */
  name: string
  /** Empty until something is typed. */
  headline: string
  state: ArticleState
  deskName: string | null
  ownerName: string | null
  /** The name of its template. */
  kind: string | null
  isOverdue: boolean
  /** Nobody outside the newsroom may know of it yet. */
  isEmbargoed: boolean
  values: LineValues
  /** What this person may do with it now. */
  can: { plan: boolean; assign: boolean; commission: boolean; start: boolean }
}

/** No newsroom plans more for the weeks that a page shows. */
const LINES_MOST = 2000
const DAYS_MOST = 100

/**
 * The lines planned for the days from `from` to `to`, both included: by day, desk and due time. What was spiked or killed is not
 * planned any more.
 *
 * @param wanted.from "2026-11-28"
 * @throws Forbidden
 * @throws Invalid for more than 100 days
 */
export async function listLines(
  actor: Actor,
  { from, to, deskId }: { from: string; to: string; deskId?: string | undefined },
): Promise<PlanLine[]> {
  authorise(actor, 'plan.read')
  if (dateOf(to).getTime() - dateOf(from).getTime() > DAYS_MOST * 86_400_000)
    throw new Invalid('A plan of more than 100 days is too long to show.')
  const [rows, { timeZone }] = await Promise.all([
    database().article.findMany({
      where: {
        plannedFor: { gte: dateOf(from), lte: dateOf(to) },
        state: { notIn: ['SPIKED', 'KILLED'] },
        ...(deskId === undefined ? {} : { deskId }),
      },
      orderBy: [
        { plannedFor: 'asc' },
        { desk: { position: 'asc' } },
        { dueAt: { sort: 'asc', nulls: 'last' } },
        { slugline: 'asc' },
        { id: 'asc' },
      ],
      take: LINES_MOST,
      select: {
        id: true,
        headline: true,
        state: true,
        embargoUntil: true,
        ...planColumns,
        ...ownership,
        desk: { select: { name: true, ...ownership.desk.select } },
        owner: { select: { name: true } },
        template: { select: { name: true } },
      },
    }),
    readSettings(),
  ])
  const at = now()
  return rows.map((row) => {
    const { id, headline, state, desk, owner, template } = row
    const owned = ownersOf(row)
    return {
      id,
      name: row.slugline || headline || 'Untitled article',
      headline,
      state,
      deskName: desk?.name ?? null,
      ownerName: owner?.name ?? null,
      kind: template?.name ?? null,
      isOverdue: isOverdue(row, at),
      isEmbargoed: row.embargoUntil !== null && row.embargoUntil > at,
      values: { ...valuesOf(row, timeZone), plannedFor: row.plannedFor === null ? from : dayOf(row.plannedFor) },
      can: {
        plan: can(actor, 'article.plan', owned),
        assign: can(actor, 'article.assign', owned),
        commission: can(actor, 'article.commission', owned) && isPossible('commission', state),
        start: can(actor, 'article.start', owned) && isPossible('start', state),
      },
    }
  })
}
