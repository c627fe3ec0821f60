'use client'

import type { Editor } from '@tiptap/core'
import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useCommands } from '@/components/newsroom/commands/use-commands.client'
import { useSurface } from '../surface-context.client'
import { FindBar } from './find-bar.client'
import { stopFinding } from './find-commands'
import { answerFind } from './find-door'
import { QUERY_CHARACTERS_MOST, type Query } from './search'
import { useFindKeys } from './use-find-keys.client'
import { useSearch } from './use-search.client'

/** A menu or a list of commands gives the focus back when it closes; the field takes it after that. */
const AFTER_MENU_MILLISECONDS = 80

const EMPTY: Query = { text: '', matchCase: false, wholeWord: false, isPattern: false }

/** Find and replace in the text: the bar above it, and the keys and commands that open it. */
export function Find() {
  const { editor, facts } = useSurface()
  const canReplace = facts.can.edit
  const field = useRef<HTMLInputElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const [withReplace, setWithReplace] = useState(false)
  const [query, setQuery] = useState(EMPTY)
  const [words, setWords] = useState('')
  const { problem, isReady } = useSearch(editor, query, isOpen)

  function open(replaces: boolean) {
    const selected = selectedWords(editor)
    // At once: the next key already belongs to the field.
    flushSync(() => {
      setIsOpen(true)
      setWithReplace((before) => (replaces || (isOpen && before)) && canReplace)
      if (selected !== '' && !field.current?.matches(':focus')) setQuery({ ...query, text: selected, isPattern: false })
    })
    field.current?.focus()
    field.current?.select()
  }

  function openFromMenu(replaces: boolean) {
    open(replaces)
    setTimeout(() => {
      field.current?.focus()
      field.current?.select()
    }, AFTER_MENU_MILLISECONDS)
  }

  function close() {
    setIsOpen(false)
    stopFinding(editor.view)
    editor.view.focus()
  }

  const latest = useRef(openFromMenu)
  latest.current = openFromMenu
  useEffect(() => answerFind((replaces) => latest.current(replaces)), [])
  useFindKeys(open)
  useCommands([
    {
      id: 'text.find',
      label: 'Find',
      group: 'Text',
      keys: 'Mod-F',
      alsoCalled: 'search',
      run: () => openFromMenu(false),
    },
    {
      id: 'text.replace',
      label: 'Find and replace',
      group: 'Text',
      keys: 'Mod-Alt-F',
      unavailable: canReplace ? undefined : 'You can read this article, but not change it.',
      run: () => openFromMenu(true),
    },
  ])

  if (!isOpen) return null
  return (
    <FindBar
      editor={editor}
      field={field}
      query={query}
      onQuery={(change) => setQuery({ ...query, ...change })}
      problem={problem}
      isReady={isReady}
      canReplace={canReplace}
      withReplace={withReplace && canReplace}
      onWithReplace={setWithReplace}
      words={words}
      onWords={setWords}
      onClose={close}
    />
  )
}

/** The selected words, when they stand in one line. */
function selectedWords({ state }: Editor): string {
  const { $from, $to, empty } = state.selection
  if (empty || !$from.sameParent($to) || !$from.parent.isTextblock) return ''
  const text = $from.parent.textBetween($from.parentOffset, $to.parentOffset, '\n', '\n')
  return text.includes('\n') || text.length > QUERY_CHARACTERS_MOST ? '' : text
}
