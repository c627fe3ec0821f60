import type { CheckName, Level } from '@/lib/checklists/checks'
import type { ActionResult } from '@/lib/http/action'

/** What can be done to a checklist, as the page hands it down. */
export type Weigh = (input: {
  templateId: string | null
  check: CheckName
  level: Level | null
  seen: Level | null
}) => Promise<ActionResult<void>>

export type QuestionActions = {
  add: (input: { templateId: string | null; question: string; level: Level }) => Promise<ActionResult<{ id: string }>>
  change: (input: { id: string; seenAt: Date; question: string; level: Level }) => Promise<ActionResult<void>>
  move: (input: { id: string; to: 'up' | 'down' }) => Promise<ActionResult<void>>
  remove: (input: { id: string }) => Promise<ActionResult<void>>
}

export const LEVEL_WORDS: Record<Level, string> = { BLOCK: 'Blocks', WARN: 'Warns', OFF: 'Off' }
