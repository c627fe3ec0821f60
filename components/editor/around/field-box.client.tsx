'use client'

import type { ReactNode } from 'react'
import { MineOrTheirs } from '@/components/newsroom/clash/mine-or-theirs.client'
import type { FieldEntry, FieldName, FieldSaver } from './field-saver'

/**
 * What stands around every control of the panel: how saving goes in two words, why it did not work, and after a clash both
 * values with the question which one stays. `name` is what the checklist asks for.
 */
export function FieldBox({
  saver,
  name,
  entry,
  inWords,
  children,
}: {
  saver: FieldSaver
  name: string
  entry: Omit<FieldEntry, 'value'> & { value: unknown; field: FieldName }
  /** A value in words, to show it beside another. */
  inWords: (value: unknown) => string
  children: ReactNode
}) {
  return (
    <div data-field={name} className="relative flex flex-col gap-1.5">
      {children}
      <FieldState entry={entry} />
      {entry.theirs !== null ? (
        <MineOrTheirs
          title={entry.message}
          mine={inWords(entry.value)}
          theirs={inWords(entry.theirs.value)}
          onDecide={(whose) => saver.decide(entry.field, whose)}
        />
      ) : null}
    </div>
  )
}

function FieldState({ entry }: { entry: Omit<FieldEntry, 'value'> }) {
  // Beside the label: nothing may move under the pointer because something is being saved.
  if (entry.state === 'waiting' || entry.state === 'saving')
    return (
      <p className="absolute top-0 right-0 bg-side pl-2 text-ink-faint text-xs leading-6 max-md:bg-ground">Saving…</p>
    )
  if (entry.state === 'unreachable')
    return <p className="text-warn-ink text-xs">Not saved yet, kept here. {entry.message}</p>
  if (entry.state === 'refused')
    return (
      <p role="alert" className="text-danger-ink text-xs">
        Not saved: {entry.message}
      </p>
    )
  return null
}
