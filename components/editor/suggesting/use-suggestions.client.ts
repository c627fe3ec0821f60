'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Suggestion } from '@/lib/document/suggestions'
import type { ArticleFacts } from '../article-facts'
import { newClientUuid } from './new-id'
import { suggesting } from './suggesting'
import { SuggestingMode } from './suggesting-mode'
import { SuggestionList } from './suggestion-list'

/** What suggesting needs while an article is open. */
export type SuggestionsHandle = {
  mode: SuggestingMode
  list: SuggestionList
  extension: ReturnType<typeof suggesting>
  /** This person may write, be it suggestions alone. */
  canWrite: boolean
}

/**
 * Suggesting for one open article. Who may change the text chooses; who may only comment on it suggests and nothing else;
 * while somebody else holds it, nobody does.
 */
export function useSuggesting(facts: ArticleFacts, personId: string): SuggestionsHandle {
  const canEdit = facts.can.edit
  const isHeldByOther = facts.hold !== null && facts.hold.personId !== personId
  const isForced = !canEdit && facts.can.comment && !isHeldByOther
  const [made] = useState(() => {
    const mode = new SuggestingMode(facts.id)
    mode.force(isForced)
    const list = new SuggestionList()
    const latest = { canEdit, isForced }
    const may = (decision: 'accept' | 'reject', ids: readonly string[]) =>
      latest.canEdit ||
      (latest.isForced && decision === 'reject' && ids.every((id) => isOwn(list.current(), id, personId)))
    return { mode, list, latest, extension: suggesting({ mode, list, personId, newId: newClientUuid, may }) }
  })
  made.latest.canEdit = canEdit
  made.latest.isForced = isForced
  useEffect(() => made.mode.force(isForced), [made, isForced])
  return { mode: made.mode, list: made.list, extension: made.extension, canWrite: canEdit || isForced }
}

function isOwn(list: readonly Suggestion[], id: string, personId: string): boolean {
  return list.some((one) => one.id === id && one.personId === personId)
}

export function useIsSuggesting(mode: SuggestingMode): boolean {
  return useSyncExternalStore(
    mode.subscribe,
    () => mode.isOn,
    () => false,
  )
}

export function useIsForced(mode: SuggestingMode): boolean {
  return useSyncExternalStore(
    mode.subscribe,
    () => mode.isForced,
    () => false,
  )
}

export function useSuggestionList(list: SuggestionList): readonly Suggestion[] {
  return useSyncExternalStore(list.subscribe, list.current, () => NONE)
}

const NONE: readonly Suggestion[] = []

export function useSuggestionCount(list: SuggestionList): number {
  return useSyncExternalStore(
    list.subscribe,
    () => list.current().length,
    () => 0,
  )
}
