'use client'

import type { Editor } from '@tiptap/react'
import { Check, X } from 'lucide-react'
import { useLayoutEffect, useRef } from 'react'
import { sayAgo } from '@/components/newsroom/relative-time'
import { IconButton } from '@/components/ui/icon-button.client'
import { now } from '@/lib/clock'
import { usePeopleNames } from '../api/people'
import { shortcutText } from '../shortcut-text'
import { useSurface } from '../surface-context.client'
import { useFollowed } from '../use-followed.client'
import { decide, suggestionsAt } from './at-cursor'
import { SuggestionWords, sayOf } from './suggestion-words'
import { type SuggestionsHandle, useSuggestionList } from './use-suggestions.client'

/** Below the cursor, where something is suggested: who suggests what, with the answer a click or two keys away. */
export function SuggestionBubble({ editor, handle }: { editor: Editor; handle: SuggestionsHandle }) {
  const { facts, personId } = useSurface()
  const names = usePeopleNames()
  const list = useSuggestionList(handle.list)
  const at = useFollowed(editor, ({ state, isFocused }) => {
    const ids = isFocused ? suggestionsAt(state).join() : ''
    return ids === '' ? null : { ids, head: state.selection.head }
  })
  const bubble = useRef<HTMLElement>(null)

  useLayoutEffect(() => {
    const element = bubble.current
    const room = element?.offsetParent
    if (!element || !room || at === null) return
    const caret = editor.view.coordsAtPos(Math.min(at.head, editor.state.doc.content.size))
    const frame = room.getBoundingClientRect()
    // Under what the link at the same place has to say.
    const other = room.querySelector<HTMLElement>('[aria-label="Marked words"]')
    const below = other === null ? 0 : other.offsetHeight + 6
    element.style.top = `${caret.bottom + 8 + below - frame.top}px`
    element.style.left = `${Math.max(0, Math.min(caret.left - 40 - frame.left, frame.width - element.offsetWidth - 8))}px`
  })

  const ids = at?.ids.split(',') ?? []
  const shown = ids.flatMap((id) => list.find((one) => one.id === id) ?? [])
  if (shown.length === 0) return null
  const answer = (id: string, decision: 'accept' | 'reject') => {
    editor.view.dispatch(decide(editor.state, [id], decision))
    editor.view.focus()
  }
  return (
    <section
      ref={bubble}
      aria-label="Suggested here"
      className="absolute z-20 flex max-w-[min(26rem,100%)] animate-appear flex-col divide-y divide-line rounded-lg bg-raised font-sans text-ink text-sm shadow-float"
      onMouseDown={(event) => event.preventDefault()}
    >
      {shown.map((suggestion) => {
        const canReject = facts.can.edit || (handle.canWrite && suggestion.personId === personId)
        return (
          <div key={suggestion.id} className="flex items-center gap-1 py-1.5 pr-1 pl-3">
            <span className="min-w-0 flex-1">
              <span className="block text-ink-faint text-xs">
                {names.get(suggestion.personId) ?? 'Somebody'} suggested {sayAgo(new Date(suggestion.at), now())}
              </span>
              <span className="line-clamp-3 break-words">
                <SuggestionWords suggestion={suggestion} />
              </span>
            </span>
            {facts.can.edit ? (
              <IconButton
                label={`Accept: ${sayOf(suggestion)}`}
                shortcut={shortcutText('Mod-Alt-Y')}
                size="small"
                icon={<Check aria-hidden="true" className="size-4" />}
                onClick={() => answer(suggestion.id, 'accept')}
              />
            ) : null}
            {canReject ? (
              <IconButton
                label={`Reject: ${sayOf(suggestion)}`}
                shortcut={shortcutText('Mod-Alt-U')}
                size="small"
                icon={<X aria-hidden="true" className="size-4" />}
                onClick={() => answer(suggestion.id, 'reject')}
              />
            ) : null}
          </div>
        )
      })}
    </section>
  )
}
