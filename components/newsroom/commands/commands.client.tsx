'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { isOnMac } from '@/components/editor/shortcut-text'
import { notify } from '@/components/ui/toaster.client'
import type { OfferedTemplate } from '@/lib/templates/readers'
import type { NavGroup } from '../nav-items'
import { useSignOut } from '../people/use-sign-out.client'
import type { StartArticle } from '../start-article'
import { type Door, onDoor, openKeyList } from './command-doors'
import type { Command } from './command-store'
import { useCommands } from './use-commands.client'
import { useWindows } from './use-windows.client'

type CommandsProps = {
  groups: readonly NavGroup[]
  personId: string
  /** Null where this person may start no article. */
  start: StartArticle | null
  templates: readonly OfferedTemplate[]
}

/** The command palette and the list of keys, on every page of the newsroom, and what can be done from everywhere. */
export function Commands({ groups, personId, start, templates }: CommandsProps) {
  const router = useRouter()
  const signOut = useSignOut(personId)
  const [door, setDoor] = useState<Door | null>(null)
  const windows = useWindows(door, () => setDoor(null))
  /** Where the focus was, and goes back to. */
  const before = useRef<HTMLElement>(null)

  // At once: the next key already belongs to what opens.
  const show = useCallback((next: Door | null) => {
    if (document.activeElement instanceof HTMLElement) before.current = document.activeElement
    flushSync(() => setDoor(next))
  }, [])

  async function begin(templateId?: string) {
    const result = await start?.(templateId === undefined ? {} : { templateId })
    if (result && !result.ok) notify.problem('No article was started', { description: result.problem.message })
  }

  const places = groups
    .flatMap(({ items }) => items)
    .map(({ href, label }) => ({
      id: `go ${href}`,
      label: `Go to ${label.toLowerCase()}`,
      group: 'Go to',
      run: () => router.push(href),
    }))
  const beginnings: Command[] =
    start === null
      ? []
      : [
          { id: 'start blank', label: 'New article', group: 'Start', alsoCalled: 'write story draft', run: begin },
          ...templates.map(({ id, name }) => ({
            id: `start ${id}`,
            label: `New article: ${name}`,
            group: 'Start',
            alsoCalled: 'template',
            run: () => void begin(id),
          })),
        ]
  useCommands([
    ...beginnings,
    ...places,
    {
      id: 'go site',
      label: 'Open the public site',
      group: 'Go to',
      alsoCalled: 'view readers front page home',
      run: () => location.assign('/'),
    },
    { id: 'sign out', label: 'Sign out', group: 'Go to', alsoCalled: 'log leave', run: signOut.press },
    { id: 'keys', label: 'Keyboard shortcuts', group: 'Help', keys: '?', alsoCalled: 'keys help', run: openKeyList },
  ])

  useEffect(() => onDoor(show), [show])
  useOpeningKeys(door, show)

  return (
    <>
      {windows === null ? null : (
        <windows.CommandPalette
          isOpen={door === 'palette'}
          finalFocus={before}
          onOpenChange={(isOpen) => setDoor(isOpen ? 'palette' : null)}
        />
      )}
      {windows !== null && door === 'keys' ? (
        <windows.KeyListDialog onOpenChange={(isOpen) => setDoor(isOpen ? 'keys' : null)} />
      ) : null}
      {signOut.question}
    </>
  )
}

/** Mod-K (which the text takes where there is something to link), Mod-Shift-P, and a question mark where nobody types. */
function useOpeningKeys(door: Door | null, show: (door: Door | null) => void): void {
  const latest = useRef({ door, show })
  latest.current = { door, show }
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const wanted = doorFor(event)
      if (wanted === null) return
      const { door, show } = latest.current
      if (door === null && isCovered()) return
      event.preventDefault()
      show(door === wanted ? null : wanted)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}

function doorFor(event: KeyboardEvent): Door | null {
  const isMod = (isOnMac() ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey) && !event.altKey
  const key = event.key.toLowerCase()
  if (isMod && ((key === 'k' && !event.shiftKey) || (key === 'p' && event.shiftKey))) return 'palette'
  return event.key === '?' && !isTyping(event.target) ? 'keys' : null
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable=true]') !== null
}

/** Does a dialog ask something? It keeps the keys until it is answered. */
function isCovered(): boolean {
  return document.querySelector('[role=dialog][data-open], [role=alertdialog][data-open]') !== null
}
