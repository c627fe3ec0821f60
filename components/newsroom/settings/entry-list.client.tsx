'use client'

import {
  closestCenter,
  DndContext,
  type Modifier,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { Plus } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { KEPT_BY_ID, type MenuEntry } from '@/lib/menus/menu-entry'
import { entryInWords } from '@/lib/menus/menu-words'
import { EntryDialog, type NamedEntry } from './entry-dialog.client'
import { EntryRow } from './entry-row.client'
import type { MenuFields } from './menu-fields'

type EntryListProps = MenuFields & {
  /** Read aloud, and said of what is added: “Menu”. */
  label: string
  entries: readonly MenuEntry[]
  onChange: (entries: MenuEntry[]) => void
}

/** The entries of a menu in their order: dragged, or moved by their buttons, which do the same for keyboards. */
export function EntryList({ label, entries, onChange, choices, names, learn }: EntryListProps) {
  const dndId = useId()
  const list = useRef<HTMLOListElement>(null)
  const moved = useRef<string | null>(null)
  const [open, setOpen] = useState<number | 'new' | null>(null)
  const [said, setSaid] = useState('')
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 4 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 150, tolerance: 8 } }),
  )

  // A row that changes its place loses the focus: whoever moves it by keyboard goes on where they were.
  useEffect(() => {
    if (moved.current === null || entries.length === 0) return
    list.current?.querySelector<HTMLElement>(`[data-move="${moved.current}"]`)?.focus()
    moved.current = null
  }, [entries])

  function move(from: number, to: number) {
    const entry = entries[from]
    if (entry === undefined || from === to) return
    onChange(entries.toSpliced(from, 1).toSpliced(to, 0, entry))
    setSaid(`${entryInWords(entry, names)} moved to place ${to + 1} of ${entries.length}`)
  }

  function step(from: number, by: 1 | -1) {
    moved.current = `${by === 1 ? 'down' : 'up'} ${from + by}`
    move(from, from + by)
  }

  function put({ entry, name }: NamedEntry) {
    if ('id' in entry && KEPT_BY_ID.includes(entry.kind)) learn(entry.id, name)
    onChange(typeof open === 'number' ? entries.with(open, entry) : [...entries, entry])
    setOpen(null)
  }

  return (
    <div className="flex flex-col gap-3">
      <p role="status" className="sr-only">
        {said}
      </p>
      {entries.length === 0 ? (
        <p className="rounded-lg border border-line border-dashed px-4 py-3 text-ink-faint text-sm">No entries yet.</p>
      ) : (
        <DndContext
          id={dndId}
          sensors={sensors}
          collisionDetection={closestCenter}
          modifiers={[withinList]}
          onDragEnd={({ active, over }) => over !== null && move(Number(active.id), Number(over.id))}
        >
          <ol ref={list} aria-label={label} className="rounded-lg border border-line">
            {entries.map((entry, index) => (
              <EntryRow
                key={`${JSON.stringify(entry)} ${entries.slice(0, index).filter((each) => each === entry).length}`}
                index={index}
                count={entries.length}
                entry={entry}
                names={names}
                onStep={(by) => step(index, by)}
                onEdit={() => setOpen(index)}
                onRemove={() => onChange(entries.toSpliced(index, 1))}
              />
            ))}
          </ol>
        </DndContext>
      )}
      <Button
        size="small"
        icon={<Plus aria-hidden="true" className="size-4" />}
        className="self-start"
        onClick={() => setOpen('new')}
      >
        Add an entry
      </Button>
      {open === null ? null : (
        <EntryDialog
          entry={typeof open === 'number' ? (entries[open] ?? null) : null}
          choices={choices}
          names={names}
          onDone={put}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  )
}

/** A row goes up and down, and never out of its list: below it the page would grow and scroll without an end. */
const withinList: Modifier = ({ transform, draggingNodeRect: row, containerNodeRect: list }) => {
  const y =
    row === null || list === null
      ? transform.y
      : Math.min(Math.max(transform.y, list.top - row.top), list.bottom - row.bottom)
  return { ...transform, x: 0, y }
}
