'use client'

import { Avatar } from '@/components/ui/avatar'
import { classes } from '@/components/ui/classes'
import type { Named } from './typed-mentions'

/** The people who may be meant by what is typed after an @. The field above keeps the focus. */
export function NameList({
  id,
  people,
  chosen,
  onChoose,
}: {
  id: string
  people: readonly Named[]
  chosen: Named
  onChoose: (person: Named) => void
}) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label="People"
      className="absolute inset-x-0 top-full z-20 mt-1 max-h-56 animate-appear overflow-y-auto rounded-lg bg-raised p-1 shadow-float"
    >
      {people.map((person) => (
        <div
          key={person.id}
          id={`${id}-${person.id}`}
          role="option"
          tabIndex={-1}
          aria-selected={person === chosen}
          className={classes(
            'flex cursor-pointer items-center gap-2.5 rounded-md px-2 py-1.5 text-sm touch:min-h-11',
            person === chosen && 'bg-sunken',
          )}
          // The field keeps the focus.
          onMouseDown={(event) => {
            event.preventDefault()
            onChoose(person)
          }}
        >
          <Avatar name={person.name} size="small" />
          <span className="min-w-0 truncate">{person.name}</span>
        </div>
      ))}
    </div>
  )
}
