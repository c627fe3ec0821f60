'use client'

import { Search } from 'lucide-react'
import { useState } from 'react'
import { KEYS, type KeyEntry } from '@/components/editor/extensions/key-list'
import { shortcutText } from '@/components/editor/shortcut-text'
import { Button } from '@/components/ui/button.client'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { Input } from '@/components/ui/input.client'
import { Kbd } from '@/components/ui/kbd'
import type { Command } from './command-store'
import { useOfferedCommands } from './use-offered-commands.client'

/** Every key that does something, in the text and on this page. */
export function KeyListDialog({ onOpenChange }: { onOpenChange: (isOpen: boolean) => void }) {
  const commands = useOfferedCommands()
  const [typed, setTyped] = useState('')
  const groups = grouped(keysOf(commands).filter((entry) => holds(entry, typed)))
  return (
    <Dialog
      open
      onOpenChange={onOpenChange}
      title="Keyboard shortcuts"
      footer={<DialogClose render={<Button variant="primary">Done</Button>} />}
    >
      <div className="flex flex-col gap-5">
        <Input
          aria-label="Find a key"
          icon={<Search />}
          placeholder="Find a key"
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        {groups.length === 0 ? <p className="py-4 text-center text-ink-soft text-sm">No key does that.</p> : null}
        {groups.map(([group, entries]) => (
          <section key={group} aria-label={group}>
            <h3 className="mb-1 font-medium text-ink-faint text-xs">{group}</h3>
            <dl className="flex flex-col divide-y divide-line text-sm">
              {entries.map(({ keys, does }) => (
                <div key={`${keys} ${does}`} className="flex items-center justify-between gap-4 py-2">
                  <dt>{does}</dt>
                  <dd className="shrink-0">
                    <Kbd className="px-1.5">{shortcutText(keys)}</Kbd>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}

/** The keys of the text, then those of what this page offers, each once. */
function keysOf(commands: readonly Command[]): KeyEntry[] {
  const known = new Set(KEYS.map(({ keys }) => keys))
  const others = commands.flatMap(({ keys, label, group }) =>
    keys === undefined || known.has(keys) ? [] : [{ keys, does: label, group }],
  )
  return [...KEYS, ...others]
}

function holds({ keys, does, group }: KeyEntry, typed: string): boolean {
  const words = typed.trim().toLowerCase()
  return `${does} ${group} ${keys} ${shortcutText(keys)}`.toLowerCase().includes(words)
}

function grouped(entries: readonly KeyEntry[]): [string, KeyEntry[]][] {
  const groups = new Map<string, KeyEntry[]>()
  for (const entry of entries) groups.set(entry.group, [...(groups.get(entry.group) ?? []), entry])
  return [...groups]
}
