'use client'

import type { Editor } from '@tiptap/react'
import { BookPlus, ListChecks, ListTodo } from 'lucide-react'
import { useCommands } from '@/components/newsroom/commands/use-commands.client'
import { MenuItem } from '@/components/ui/menu.client'
import { notify } from '@/components/ui/toaster.client'
import { addToDictionary } from '../api/house-style'
import { messageOf } from '../api/request'
import { useSurface } from '../surface-context.client'
import { findingAt } from './check-marks'
import type { Checker } from './checker'
import { fixPlace, toNextMark } from './fixes'
import { wordAt } from './to-do-marks'
import { useCheck } from './use-checker.client'

/** Offers what can be done with checks to the command palette. */
export function CheckCommands({ checker }: { checker: Checker }) {
  const { editor, facts, ask, showPanel } = useSurface()
  const mayEdit = useCheck(checker, (checks) => checks.mayEdit)
  const unavailable = facts.can.edit ? undefined : 'You cannot change this article.'
  useCommands([
    { id: 'checks.show', label: 'Show checks', group: 'Review', run: () => showPanel('checks') },
    {
      id: 'checks.next',
      label: 'Go to the next mark',
      group: 'Review',
      keys: 'Mod-Shift-Enter',
      run: () => {
        const tr = toNextMark(editor.state)
        if (tr) editor.view.dispatch(tr)
        editor.view.focus()
      },
    },
    {
      id: 'checks.fix',
      label: 'Put right what the house style marks here',
      group: 'Review',
      keys: 'Alt-Enter',
      unavailable,
      run: () => {
        const place = findingAt(editor.state, editor.state.selection.head)
        const tr = place && fixPlace(editor.state, place)
        if (tr) editor.view.dispatch(tr)
        editor.view.focus()
      },
    },
    {
      id: 'text.to-do',
      label: 'Mark as to-do',
      group: 'Text',
      keys: 'Mod-Alt-K',
      alsoCalled: 'TK todo',
      unavailable,
      run: () => ask({ kind: 'to-do' }),
    },
    ...(mayEdit
      ? [
          {
            id: 'dictionary.add',
            label: ADD_LABEL,
            group: 'Review',
            alsoCalled: 'spelling spell',
            run: () => void addSelectedWord(editor),
          },
        ]
      : []),
  ])
  return null
}

/** The same for the menu of the article. */
export function CheckMenuItems({ checker }: { checker: Checker }) {
  const { editor, facts, ask, showPanel } = useSurface()
  const mayEdit = useCheck(checker, (checks) => checks.mayEdit)
  return (
    <>
      <MenuItem icon={<ListChecks aria-hidden="true" />} onSelect={() => showPanel('checks')}>
        Show checks
      </MenuItem>
      {facts.can.edit ? (
        <MenuItem icon={<ListTodo aria-hidden="true" />} onSelect={() => ask({ kind: 'to-do' })}>
          Mark as to-do
        </MenuItem>
      ) : null}
      {mayEdit ? (
        <MenuItem icon={<BookPlus aria-hidden="true" />} onSelect={() => void addSelectedWord(editor)}>
          {ADD_LABEL}
        </MenuItem>
      ) : null}
    </>
  )
}

const ADD_LABEL = 'Add to the house dictionary'

/** The selected word, or the one at the cursor, without an apostrophe and s. */
async function addSelectedWord(editor: Editor): Promise<void> {
  const { state } = editor
  const span = state.selection.empty ? wordAt(state) : { from: state.selection.from, to: state.selection.to }
  const word =
    span === null
      ? ''
      : state.doc
          .textBetween(span.from, span.to, ' ')
          .trim()
          .replace(/['’]s$/u, '')
  if (word === '' || /\s/u.test(word)) {
    notify.problem('Select one word first, or put the cursor into it.')
    return
  }
  try {
    const { added } = await addToDictionary(word)
    notify.done(
      added > 0 ? `“${word}” is in the house dictionary now.` : `“${word}” is in the house dictionary already.`,
    )
  } catch (error) {
    notify.problem(messageOf(error))
  }
}
