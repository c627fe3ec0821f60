import type { ActionResult } from '@/lib/http/action'

/** A rule as the form holds it. */
export type RuleDraft = {
  find: string
  isPattern: boolean
  isWholeWord: boolean
  isCaseSensitive: boolean
  replacement: string | null
  reason: string
}

/** What can be done to rules, as the page hands it down. */
export type RuleActions = {
  create: (rule: RuleDraft) => Promise<ActionResult<{ id: string }>>
  update: (input: { id: string; seenAt: Date; rule: RuleDraft }) => Promise<ActionResult<void>>
  turn: (input: { id: string; isActive: boolean }) => Promise<ActionResult<void>>
  remove: (input: { id: string }) => Promise<ActionResult<void>>
}

/** What can be done to the house dictionary. */
export type DictionaryActions = {
  add: (input: { words: string }) => Promise<ActionResult<{ added: number }>>
  remove: (input: { id: string }) => Promise<ActionResult<void>>
}
