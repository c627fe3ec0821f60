'use client'

import { useEffect, useSyncExternalStore } from 'react'
import { type LinkTarget, readArticleCards } from '../api/articles'

/** What is known of an article: its card, `null` when it does not exist, `undefined` while it is being asked for. */
type Known = LinkTarget | null | undefined

const FRESH_MILLISECONDS = 15_000

const cards = new Map<string, { card: LinkTarget | null; readAt: number }>()
const waiting = new Set<string>()
const listeners = new Set<() => void>()

/**
 * The articles that a document points at, as they are now: their headlines are never copied into the text. Everything that
 * asks in the same moment shares one request; coming back to the window asks again.
 */
export function useArticleCards(ids: readonly string[]): Known[] {
  const key = ids.join(' ')
  useSyncExternalStore(
    subscribe,
    () => snapshotOf(key),
    () => '',
  )
  useEffect(() => {
    const look = () => ask(key.split(' ').filter(Boolean))
    look()
    window.addEventListener('focus', look)
    return () => window.removeEventListener('focus', look)
  }, [key])
  return ids.map((id) => cards.get(id)?.card)
}

/** Keeps a card that is known already, for instance because somebody just chose it. */
export function rememberCard(card: LinkTarget): void {
  cards.set(card.id, { card, readAt: Date.now() })
  tell()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function tell(): void {
  for (const listener of listeners) listener()
}

/** A text that differs when what is shown would differ. */
function snapshotOf(key: string): string {
  return key
    .split(' ')
    .map((id) => {
      const card = cards.get(id)?.card
      return card === undefined ? '?' : `${card?.headline} ${card?.state} ${card?.date} ${card?.sectionName}`
    })
    .join('|')
}

function ask(ids: readonly string[]): void {
  const stale = Date.now() - FRESH_MILLISECONDS
  const wanted = ids.filter((id) => (cards.get(id)?.readAt ?? 0) < stale)
  if (wanted.length === 0) return
  const isFirst = waiting.size === 0
  for (const id of wanted) waiting.add(id)
  if (isFirst) queueMicrotask(readWaiting)
}

async function readWaiting(): Promise<void> {
  const ids = [...waiting].slice(0, 100)
  for (const id of ids) waiting.delete(id)
  if (waiting.size > 0) queueMicrotask(readWaiting)
  try {
    const found = new Map((await readArticleCards(ids)).map((card) => [card.id, card]))
    for (const id of ids) cards.set(id, { card: found.get(id) ?? null, readAt: Date.now() })
    tell()
  } catch {
    // What is known stays; the next look asks again.
  }
}
