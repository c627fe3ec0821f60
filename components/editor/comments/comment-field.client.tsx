'use client'

import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { Field } from '@/components/ui/field.client'
import { Textarea } from '@/components/ui/textarea.client'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { MOST_CHARACTERS } from '@/lib/comments/limits'
import type { NamedPerson } from '@/lib/people/list-names'
import { listPeople } from '../api/people'
import { NameList } from './name-list.client'
import { type Named, nameBeingTyped, peopleFor, type TypedComment, withName } from './typed-mentions'

type CommentFieldProps = {
  label: string
  placeholder?: string | undefined
  typed: TypedComment
  onType: (typed: TypedComment) => void
  onSend: () => void
  onEscape: () => void
  /** Not to be named: oneself. */
  ownId: string
  error?: ReactNode
  rows?: number | undefined
  ref?: Ref<HTMLTextAreaElement>
}

/** Where a comment is typed. An @ offers the people of the newsroom; Mod-Enter sends. */
export function CommentField({
  label,
  placeholder,
  typed,
  onType,
  onSend,
  onEscape,
  ownId,
  error,
  rows = 3,
  ref,
}: CommentFieldProps) {
  const listId = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const [place, setPlace] = useState<{ at: number; query: string } | null>(null)
  const [index, setIndex] = useState(0)
  const [isUsed, setIsUsed] = useState(false)
  const people = useActivePeople(isUsed, ownId)
  const offered = place === null ? [] : peopleFor(people, place.query)
  const chosen = offered[Math.min(index, offered.length - 1)]

  function look(element: HTMLTextAreaElement) {
    const next =
      element.selectionStart === element.selectionEnd ? nameBeingTyped(element.value, element.selectionStart) : null
    setPlace((before) => (before?.at === next?.at && before?.query === next?.query ? before : next))
    if (next?.query !== place?.query) setIndex(0)
  }

  function choose(person: Named) {
    if (place === null) return
    const { typed: next, cursor } = withName(typed, place, person)
    // At once: the next key already belongs behind the name.
    flushSync(() => {
      onType(next)
      setPlace(null)
    })
    area.current?.focus()
    area.current?.setSelectionRange(cursor, cursor)
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.nativeEvent.isComposing) return
    const isSending = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
    if (isSending) {
      event.preventDefault()
      onSend()
    } else if (chosen !== undefined && KEYS_OF_LIST.has(event.key)) {
      event.preventDefault()
      event.stopPropagation()
      if (event.key === 'ArrowDown') setIndex((index + 1) % offered.length)
      else if (event.key === 'ArrowUp') setIndex((index + offered.length - 1) % offered.length)
      else if (event.key === 'Escape') setPlace(null)
      else choose(chosen)
    } else if (event.key === 'Escape') {
      event.stopPropagation()
      onEscape()
    }
  }

  return (
    <div className="relative">
      <Field label={label} hideLabel error={error}>
        <Textarea
          ref={(element) => {
            area.current = element
            if (typeof ref === 'function') ref(element)
            else if (ref) ref.current = element
          }}
          rows={rows}
          value={typed.text}
          placeholder={placeholder}
          maxLength={MOST_CHARACTERS}
          aria-autocomplete="list"
          aria-keyshortcuts="Control+Enter Meta+Enter"
          {...(chosen === undefined
            ? {}
            : { 'aria-controls': listId, 'aria-activedescendant': `${listId}-${chosen.id}` })}
          className="min-h-0! text-sm"
          onChange={(event) => {
            onType({ ...typed, text: event.target.value })
            look(event.target)
          }}
          onSelect={(event) => look(event.currentTarget)}
          onFocus={() => setIsUsed(true)}
          onBlur={() => setPlace(null)}
          onKeyDown={onKeyDown}
        />
      </Field>
      {chosen === undefined ? null : <NameList id={listId} people={offered} chosen={chosen} onChoose={choose} />}
      <VisuallyHidden>
        <span role="status">
          {chosen === undefined
            ? ''
            : `${chosen.name}, ${offered.length === 1 ? '1 person' : `${offered.length} people`}`}
        </span>
      </VisuallyHidden>
    </div>
  )
}

const KEYS_OF_LIST = new Set(['ArrowDown', 'ArrowUp', 'Enter', 'Tab', 'Escape'])

/** Who may be named, asked for when somebody begins to write. */
function useActivePeople(isWanted: boolean, ownId: string): readonly NamedPerson[] {
  const [people, setPeople] = useState<readonly NamedPerson[]>([])
  useEffect(() => {
    if (!isWanted) return
    let isGone = false
    listPeople().then(
      (all) => !isGone && setPeople(all.filter(({ id, isActive }) => isActive && id !== ownId)),
      () => undefined,
    )
    return () => {
      isGone = true
    }
  }, [isWanted, ownId])
  return people
}
