'use client'

import { isId } from '@/lib/document/addresses'
import type { ConversationsState } from './conversations'

/**
 * Shows the words of open conversations, the active one's stronger. A rule by id: nothing is done to the text itself, however
 * long it is and however fast somebody types.
 */
export function CommentHighlights({ state: { threads, activeId } }: { state: ConversationsState }) {
  const open = (threads ?? []).filter(({ id, isResolved }) => !isResolved && isId(id)).map(({ id }) => id)
  if (open.length === 0) return null
  const rules = [`${open.map(selector).join(',')}{${OPEN}}`]
  if (activeId !== null && open.includes(activeId)) rules.push(`${selector(activeId)}{${ACTIVE}}`)
  return <style>{rules.join('\n')}</style>
}

function selector(id: string): string {
  return `.article-text [data-thread="${id}"]`
}

const OPEN = 'background:var(--comment-wash);box-shadow:inset 0 -2px var(--comment-line);border-radius:0.1em'
const ACTIVE = 'background:var(--comment-wash-active);box-shadow:inset 0 -3px var(--comment-line-active)'
