'use client'

import { Check, ChevronDown, Pencil, PenLine } from 'lucide-react'
import { useCommands } from '@/components/newsroom/commands/use-commands.client'
import { Button } from '@/components/ui/button.client'
import { Menu, MenuItem } from '@/components/ui/menu.client'
import { shortcutText } from '../shortcut-text'
import { useSurface } from '../surface-context.client'
import { go } from './suggesting'
import { type SuggestionsHandle, useIsForced, useIsSuggesting } from './use-suggestions.client'

/** Says whether what is written is the text or a suggestion, and lets one choose. On a phone the menu has it. */
export function ModeSwitch({ handle }: { handle: SuggestionsHandle }) {
  const isOn = useIsSuggesting(handle.mode)
  const isForced = useIsForced(handle.mode)
  if (!handle.canWrite || isForced) return null
  return (
    <div className="shrink-0 max-md:hidden">
      <Menu
        trigger={
          <Button
            size="small"
            variant="quiet"
            className={isOn ? 'bg-accent-wash text-accent-ink' : undefined}
            icon={
              isOn ? (
                <PenLine aria-hidden="true" className="size-4" />
              ) : (
                <Pencil aria-hidden="true" className="size-4" />
              )
            }
          >
            <span className="sr-only">Mode: </span>
            {isOn ? 'Suggesting' : 'Editing'}
            <ChevronDown aria-hidden="true" className="size-3.5" />
          </Button>
        }
      >
        <ModeItems handle={handle} />
      </Menu>
    </div>
  )
}

/** The same choice among the items of a menu. */
export function ModeItems({ handle: { mode, canWrite } }: { handle: SuggestionsHandle }) {
  const isOn = useIsSuggesting(mode)
  const isForced = useIsForced(mode)
  if (!canWrite || isForced) return null
  const shortcut = shortcutText('Mod-Alt-S')
  return (
    <>
      <MenuItem icon={<Tick isOn={!isOn} />} shortcut={isOn ? shortcut : undefined} onSelect={() => mode.choose(false)}>
        Editing<span className="sr-only">{isOn ? '' : ', chosen'}</span>
        <span className="block text-ink-faint text-xs">What you write is the text</span>
      </MenuItem>
      <MenuItem icon={<Tick isOn={isOn} />} shortcut={isOn ? undefined : shortcut} onSelect={() => mode.choose(true)}>
        Suggesting<span className="sr-only">{isOn ? ', chosen' : ''}</span>
        <span className="block text-ink-faint text-xs">Readers get nothing of it until it is accepted</span>
      </MenuItem>
    </>
  )
}

function Tick({ isOn }: { isOn: boolean }) {
  return isOn ? <Check aria-hidden="true" /> : <span aria-hidden="true" className="size-4 shrink-0" />
}

/** What suggesting means right now, in a line above the text. */
export function SuggestingNote({ handle: { mode, canWrite } }: { handle: SuggestionsHandle }) {
  const isOn = useIsSuggesting(mode)
  const isForced = useIsForced(mode)
  if (!isOn || !canWrite) return null
  return (
    <div role="status" className="suggesting-note">
      <PenLine aria-hidden="true" className="size-4 shrink-0" />
      <span className="min-w-0 flex-1 text-balance">
        {isForced
          ? 'You can suggest changes. Its authors and editors accept or reject them; until then the text stays as it is.'
          : 'You are suggesting. The text stays as it is until somebody accepts.'}
      </span>
      {isForced ? null : (
        <button type="button" className="shrink-0 underline touch:min-h-11" onClick={() => mode.choose(false)}>
          Back to editing
        </button>
      )}
    </div>
  )
}

/** Offers suggesting to the command palette. */
export function SuggestingCommands({ handle: { mode, list, canWrite } }: { handle: SuggestionsHandle }) {
  const { editor, showPanel } = useSurface()
  const isOn = useIsSuggesting(mode)
  const isForced = useIsForced(mode)
  const whyNot = !canWrite
    ? 'You cannot change this article.'
    : isForced
      ? 'You can only suggest in this article.'
      : undefined
  const none = list.current().length === 0 ? 'There are no suggestions.' : undefined
  useCommands([
    {
      id: 'suggestions.mode',
      label: isOn ? 'Go back to editing' : 'Suggest instead of editing',
      group: 'Review',
      keys: 'Mod-Alt-S',
      alsoCalled: 'track changes suggesting mode propose',
      unavailable: whyNot,
      run: () => mode.choose(!mode.isOn),
    },
    {
      id: 'suggestions.show',
      label: 'Show suggestions',
      group: 'Review',
      run: () => showPanel('suggestions'),
    },
    {
      id: 'suggestions.next',
      label: 'Go to the next suggestion',
      group: 'Review',
      keys: 'Mod-Alt-J',
      unavailable: none,
      run: () => go(editor, 1),
    },
    {
      id: 'suggestions.previous',
      label: 'Go to the suggestion before',
      group: 'Review',
      keys: 'Mod-Alt-Shift-J',
      unavailable: none,
      run: () => go(editor, -1),
    },
  ])
  return null
}
