import { Conflict } from '../errors'

export const ARTICLE_STATES = ['DRAFT', 'FILED', 'PUBLISHED', 'UNPUBLISHED'] as const
export type ArticleState = (typeof ARTICLE_STATES)[number]

/** What may follow what. A move that does not stand here is refused by the server, whatever a button says. */
const moves = {
  file: { from: ['DRAFT'], to: 'FILED', refusal: 'Only a draft can be filed.' },
  publish: {
    from: ['DRAFT', 'FILED', 'PUBLISHED', 'UNPUBLISHED'],
    to: 'PUBLISHED',
    refusal: 'This article cannot be published now.',
  },
  unpublish: { from: ['PUBLISHED'], to: 'UNPUBLISHED', refusal: 'Only a published article can be unpublished.' },
} as const satisfies Record<string, { from: readonly ArticleState[]; to: ArticleState; refusal: string }>

export type Move = keyof typeof moves

/** May this move be made from this state? */
export function isPossible(move: Move, from: ArticleState): boolean {
  return (moves[move].from as readonly ArticleState[]).includes(from)
}

/**
 * The state after the move.
 * @throws Conflict when the article is not where the move begins
 */
export function stateAfter(move: Move, from: ArticleState): ArticleState {
  if (!isPossible(move, from)) throw new Conflict(moves[move].refusal)
  return moves[move].to
}
