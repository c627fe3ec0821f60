'use client'

import { Check, PenLine, X } from 'lucide-react'
import { useRef } from 'react'
import { RelativeTime } from '@/components/newsroom/relative-time'
import { Button } from '@/components/ui/button.client'
import { ConfirmDialog } from '@/components/ui/confirm-dialog.client'
import { EmptyState } from '@/components/ui/empty-state'
import { now } from '@/lib/clock'
import type { Suggestion } from '@/lib/document/suggestions'
import { usePeopleNames } from '../api/people'
import { shortcutText } from '../shortcut-text'
import { useSurface } from '../surface-context.client'
import { decide } from './at-cursor'
import { SuggestionWords, sayOf } from './suggestion-words'
import { type SuggestionsHandle, useSuggestionList } from './use-suggestions.client'

/** The page of the panel on which everything that is suggested waits for an answer, in the order of the text. */
export function SuggestionsPage({ handle, onPlace }: { handle: SuggestionsHandle; onPlace: (id: string) => void }) {
  const { editor, facts, personId } = useSurface()
  const names = usePeopleNames()
  const list = useSuggestionList(handle.list)
  const section = useRef<HTMLElement>(null)
  const canEdit = facts.can.edit

  function answer(ids: readonly string[], decision: 'accept' | 'reject') {
    editor.view.dispatch(decide(editor.state, ids, decision))
    handle.list.read(editor.state)
    // The row is gone, and the focus with it.
    requestAnimationFrame(() => section.current?.focus())
  }

  /** The list follows the text a moment later; what is asked about is all that the text has now. */
  function readAll(isOpen: boolean) {
    if (isOpen) handle.list.read(editor.state)
  }

  if (list.length === 0) {
    return (
      <section ref={section} tabIndex={-1} aria-label="Suggestions" className="outline-none">
        <EmptyState icon={<PenLine aria-hidden="true" />} title="Nothing is suggested">
          {handle.canWrite
            ? `In suggesting mode (${shortcutText('Mod-Alt-S')}) what you write waits here until somebody accepts it.`
            : 'What others suggest appears here.'}
        </EmptyState>
      </section>
    )
  }
  const all = list.map(({ id }) => id)
  return (
    <section ref={section} tabIndex={-1} aria-label="Suggestions" className="flex flex-col gap-4 outline-none">
      {canEdit ? (
        <div className="flex flex-wrap gap-2">
          <ConfirmDialog
            trigger={<Button size="small">Accept all</Button>}
            title={all.length === 1 ? 'Accept the suggestion?' : `Accept all ${all.length} suggestions?`}
            confirmLabel="Accept all"
            onOpenChange={readAll}
            onConfirm={() => answer(all, 'accept')}
          >
            They become the text. Undo brings them back.
          </ConfirmDialog>
          <ConfirmDialog
            trigger={<Button size="small">Reject all</Button>}
            title={all.length === 1 ? 'Reject the suggestion?' : `Reject all ${all.length} suggestions?`}
            confirmLabel="Reject all"
            onOpenChange={readAll}
            isDangerous
            onConfirm={() => answer(all, 'reject')}
          >
            The text stays as it is without them. Undo brings them back.
          </ConfirmDialog>
        </div>
      ) : null}
      <ol aria-label="Suggestions in the text" className="flex flex-col divide-y divide-line border-line border-y">
        {list.map((suggestion) => (
          <Row
            key={suggestion.id}
            suggestion={suggestion}
            name={names.get(suggestion.personId) ?? 'Somebody'}
            onPlace={() => onPlace(suggestion.id)}
            onAccept={canEdit ? () => answer([suggestion.id], 'accept') : null}
            onReject={
              canEdit || (handle.canWrite && suggestion.personId === personId)
                ? () => answer([suggestion.id], 'reject')
                : null
            }
          />
        ))}
      </ol>
    </section>
  )
}

function Row({
  suggestion,
  name,
  onPlace,
  onAccept,
  onReject,
}: {
  suggestion: Suggestion
  name: string
  onPlace: () => void
  onAccept: (() => void) | null
  onReject: (() => void) | null
}) {
  return (
    <li className="py-3">
      <button
        type="button"
        onClick={onPlace}
        className="-mx-2 block w-[calc(100%+1rem)] rounded-md px-2 py-1 text-left text-sm hover:bg-sunken touch:min-h-11"
      >
        <span className="line-clamp-5 break-words">
          <SuggestionWords suggestion={suggestion} />
        </span>
        <span className="mt-1 block text-ink-faint text-xs">
          {name}, <RelativeTime at={new Date(suggestion.at)} now={now()} />
        </span>
      </button>
      {onAccept || onReject ? (
        <div className="mt-1.5 flex gap-1.5">
          {onAccept ? (
            <Button
              size="small"
              aria-label={`Accept: ${sayOf(suggestion)}`}
              icon={<Check aria-hidden="true" className="size-4" />}
              onClick={onAccept}
            >
              Accept
            </Button>
          ) : null}
          {onReject ? (
            <Button
              size="small"
              variant="quiet"
              aria-label={`Reject: ${sayOf(suggestion)}`}
              icon={<X aria-hidden="true" className="size-4" />}
              onClick={onReject}
            >
              Reject
            </Button>
          ) : null}
        </div>
      ) : null}
    </li>
  )
}
