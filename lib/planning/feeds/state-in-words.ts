import type { ArticleState } from '../../articles/state'

/** "on hold": what a calendar says of where a line stands. */
export function stateInWords(state: ArticleState): string {
  return state.toLowerCase().replace('_', ' ')
}
