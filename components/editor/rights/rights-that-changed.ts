import type { ArticleFacts } from '../article-facts'

type Change = 'lost' | 'gained' | null
type Known = Pick<ArticleFacts, 'can' | 'hold' | 'state'>

/**
 * Which rights somebody got or lost between two looks at an article, where neither its state nor a hold is the reason: those say so
 * themselves.
 */
export function rightsThatChanged(before: Known, after: Known, personId: string): { edit: Change; publish: Change } {
  if (isHeldByOther(before, personId) || isHeldByOther(after, personId)) return { edit: null, publish: null }
  return {
    edit: changeOf(before.can.edit, after.can.edit),
    publish: before.state === after.state ? changeOf(before.can.publish, after.can.publish) : null,
  }
}

function changeOf(before: boolean, after: boolean): Change {
  if (before === after) return null
  return after ? 'gained' : 'lost'
}

function isHeldByOther({ hold }: Known, personId: string): boolean {
  return hold !== null && hold.personId !== personId
}
