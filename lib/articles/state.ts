import { Conflict } from '../errors'
import type { Action } from '../policy/table'

export const ARTICLE_STATES = [
  'PITCHED',
  'COMMISSIONED',
  'DRAFT',
  'FILED',
  'SUBBING',
  'LEGAL',
  'APPROVED',
  'SCHEDULED',
  'PUBLISHED',
  'UNPUBLISHED',
  'KILLED',
  'SPIKED',
  'ON_HOLD',
] as const
export type ArticleState = (typeof ARTICLE_STATES)[number]

type MoveRule = {
  from: readonly ArticleState[]
  /** `before`: where it was before it came here. `same`: it stays where it is. */
  to: ArticleState | 'before' | 'same'
  /** What the policy asks for. */
  action: Action
  /** What the button says. */
  name: string
  /** What is said where the article is somewhere else. */
  refusal: string
}

const BEFORE_APPROVAL = ['PITCHED', 'COMMISSIONED', 'DRAFT', 'FILED', 'SUBBING', 'LEGAL'] as const

/** What may follow what. A move that does not stand here is refused by the server, whatever a button says. ARCHITECTURE.md draws it. */
export const MOVES = {
  commission: {
    from: ['PITCHED'],
    to: 'COMMISSIONED',
    action: 'article.commission',
    name: 'Commission',
    refusal: 'Only a pitch can be commissioned.',
  },
  start: {
    from: ['PITCHED', 'COMMISSIONED'],
    to: 'DRAFT',
    action: 'article.start',
    name: 'Start writing',
    refusal: 'This article was begun already.',
  },
  file: {
    from: ['DRAFT'],
    to: 'FILED',
    action: 'article.file',
    name: 'File',
    refusal: 'Only a draft can be filed.',
  },
  sub: {
    from: ['FILED', 'LEGAL', 'APPROVED'],
    to: 'SUBBING',
    action: 'article.sub',
    name: 'Start subbing',
    refusal: 'Only what was filed can be subbed.',
  },
  askLegal: {
    from: ['DRAFT', 'FILED', 'SUBBING', 'APPROVED'],
    to: 'LEGAL',
    action: 'article.askLegal',
    name: 'Send to legal',
    refusal: 'This article cannot go to legal now.',
  },
  askLegalAgain: {
    from: ['LEGAL', 'SCHEDULED', 'PUBLISHED', 'UNPUBLISHED'],
    to: 'same',
    action: 'article.askLegal',
    name: 'Ask legal again',
    refusal: 'Legal cannot be asked about this article now.',
  },
  approve: {
    from: ['FILED', 'SUBBING', 'LEGAL'],
    to: 'APPROVED',
    action: 'article.approve',
    name: 'Approve',
    refusal: 'Only what was filed can be approved.',
  },
  approveChanges: {
    from: ['APPROVED', 'PUBLISHED', 'UNPUBLISHED'],
    to: 'same',
    action: 'article.approve',
    name: 'Approve changes',
    refusal: 'There is nothing here to approve again.',
  },
  sendBack: {
    from: ['FILED', 'SUBBING', 'LEGAL', 'APPROVED'],
    to: 'DRAFT',
    action: 'article.sendBack',
    name: 'Send back',
    refusal: 'Only what was filed can be sent back.',
  },
  schedule: {
    from: ['DRAFT', 'FILED', 'SUBBING', 'APPROVED', 'SCHEDULED', 'UNPUBLISHED'],
    to: 'SCHEDULED',
    action: 'article.publish',
    name: 'Schedule',
    refusal: 'This article cannot be scheduled now.',
  },
  scheduleChanges: {
    from: ['PUBLISHED'],
    to: 'same',
    action: 'article.publish',
    name: 'Schedule changes',
    refusal: 'Readers do not have this article.',
  },
  unschedule: {
    from: ['SCHEDULED'],
    to: 'before',
    action: 'article.publish',
    name: 'Take off the schedule',
    refusal: 'This article is not scheduled.',
  },
  publish: {
    from: ['DRAFT', 'FILED', 'SUBBING', 'APPROVED', 'SCHEDULED', 'PUBLISHED', 'UNPUBLISHED'],
    to: 'PUBLISHED',
    action: 'article.publish',
    name: 'Publish',
    refusal: 'This article cannot be published now.',
  },
  unpublish: {
    from: ['PUBLISHED'],
    to: 'UNPUBLISHED',
    action: 'article.unpublish',
    name: 'Unpublish',
    refusal: 'Only a published article can be unpublished.',
  },
  kill: {
    from: ['PUBLISHED', 'UNPUBLISHED'],
    to: 'KILLED',
    action: 'article.kill',
    name: 'Kill',
    refusal: 'Only what readers had can be killed. Spike what they never saw.',
  },
  spike: {
    from: [...BEFORE_APPROVAL, 'APPROVED', 'ON_HOLD'],
    to: 'SPIKED',
    action: 'article.spike',
    name: 'Spike',
    refusal: 'Only what readers never saw can be spiked.',
  },
  bringBack: {
    from: ['SPIKED'],
    to: 'before',
    action: 'article.spike',
    name: 'Bring back',
    refusal: 'This article is not spiked.',
  },
  pause: {
    from: [...BEFORE_APPROVAL, 'APPROVED'],
    to: 'ON_HOLD',
    action: 'article.pause',
    name: 'Put on hold',
    refusal: 'This article cannot be put on hold now.',
  },
  resume: {
    from: ['ON_HOLD'],
    to: 'before',
    action: 'article.pause',
    name: 'Take off hold',
    refusal: 'This article is not on hold.',
  },
} as const satisfies Record<string, MoveRule>

export type Move = keyof typeof MOVES

/** May this move be made from this state? */
export function isPossible(move: Move, from: ArticleState): boolean {
  return (MOVES[move].from as readonly ArticleState[]).includes(from)
}

/** What is known of where an article is, and where it comes back to. */
type Standing = { state: ArticleState; stateBefore: ArticleState | null }

/**
 * Where an article is after the move.
 * @throws Conflict when the article is not where the move begins
 */
export function stateAfter(move: Move, { state, stateBefore }: Standing): Standing {
  if (!isPossible(move, state)) throw new Conflict(MOVES[move].refusal)
  const { to } = MOVES[move] as MoveRule
  if (to === 'same') return { state, stateBefore }
  if (to === 'before') return { state: stateBefore ?? 'DRAFT', stateBefore: null }
  if (!comesBack(to)) return { state: to, stateBefore: null }
  // From one place to wait in to another: it still comes back to where it was before both.
  return { state: to, stateBefore: comesBack(state) ? stateBefore : state }
}

/** The one move that leads from one state to another, as a card is dragged from column to column; null where none does. */
export function moveBetween({ state, stateBefore }: Standing, to: ArticleState): Move | null {
  if (state === to) return null
  const moves = (Object.keys(MOVES) as Move[]).filter(
    (move) => isPossible(move, state) && stateAfter(move, { state, stateBefore }).state === to,
  )
  return moves[0] ?? null
}

function comesBack(state: ArticleState): boolean {
  return state === 'ON_HOLD' || state === 'SPIKED' || state === 'SCHEDULED'
}
