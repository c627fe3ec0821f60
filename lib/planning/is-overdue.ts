import type { ArticleState } from '../articles/state'

const BEFORE_FILED: ReadonlySet<ArticleState> = new Set(['PITCHED', 'COMMISSIONED', 'DRAFT'])

/** Is its time past, and nothing filed? What is on hold waits for somebody else. */
export function isOverdue({ state, dueAt }: { state: ArticleState; dueAt: Date | null }, at: Date): boolean {
  return dueAt !== null && dueAt.getTime() < at.getTime() && BEFORE_FILED.has(state)
}
