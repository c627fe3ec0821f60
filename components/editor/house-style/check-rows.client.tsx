'use client'

import type { Editor } from '@tiptap/react'
import { Check, EyeOff, ListChecks, Pencil } from 'lucide-react'
import { Button } from '@/components/ui/button.client'
import { IconButton } from '@/components/ui/icon-button.client'
import { Kbd } from '@/components/ui/kbd'
import type { Finding } from '@/lib/house-style/rule'
import { removeMark } from '../mark-bubble.client'
import { shortcutText } from '../shortcut-text'
import { useSurface } from '../surface-context.client'
import { findingAt } from './check-marks'
import type { Checker } from './checker'
import { fixPlace } from './fixes'
import { useCheck } from './use-checker.client'

/** What the house style says about the words at the cursor: why, and what to write instead. */
export function StyleRow({
  editor,
  checker,
  finding,
  isEditable,
}: {
  editor: Editor
  checker: Checker
  finding: Finding
  isEditable: boolean
}) {
  const { showPanel } = useSurface()
  const rules = useCheck(checker, (checks) => checks.rules)

  function fix() {
    const place = findingAt(editor.state, editor.state.selection.head)
    const tr = place && fixPlace(editor.state, place)
    if (tr) editor.view.dispatch(tr)
    editor.view.focus()
  }

  return (
    <div className="flex flex-col gap-2 px-3 py-2.5">
      <p className="text-pretty text-ink-soft">{rules.get(finding.ruleId)?.reason}</p>
      <div className="-ml-1 flex flex-wrap items-center gap-1">
        {isEditable && finding.replacement !== null ? (
          <Button size="small" onClick={fix}>
            {fixLabel(finding.replacement)}
            <Kbd className="max-md:hidden">{shortcutText('Alt-Enter')}</Kbd>
          </Button>
        ) : null}
        <Button
          size="small"
          variant="quiet"
          icon={<EyeOff aria-hidden="true" className="size-4" />}
          onClick={() => {
            checker.ignore(finding)
            editor.view.focus()
          }}
        >
          Ignore here
        </Button>
        <IconButton
          label="All checks"
          size="small"
          icon={<ListChecks aria-hidden="true" className="size-4" />}
          onClick={() => showPanel('checks')}
        />
      </div>
    </div>
  )
}

/** What a button says that writes what a rule wants. */
export function fixLabel(replacement: string): string {
  return replacement === '' ? 'Take it out' : `Use ‘${replacement}’`
}

/** What is to be done about the words at the cursor. */
export function ToDoRow({ editor, note, isEditable }: { editor: Editor; note: string; isEditable: boolean }) {
  const { ask } = useSurface()
  return (
    <div className="flex items-center gap-1 py-1 pr-1 pl-3">
      <span className="min-w-0 flex-1 text-pretty">
        <span className="text-ink-faint">To do</span>
        {note === '' ? null : <>: {note}</>}
      </span>
      {isEditable ? (
        <>
          <IconButton
            label="Edit to-do"
            size="small"
            icon={<Pencil aria-hidden="true" className="size-4" />}
            onClick={() => ask({ kind: 'to-do' })}
          />
          <Button
            size="small"
            variant="quiet"
            icon={<Check aria-hidden="true" className="size-4" />}
            onClick={() => removeMark(editor, 'toDo')}
          >
            Done
          </Button>
        </>
      ) : null}
    </div>
  )
}

export function TkRow() {
  return <p className="px-3 py-2 text-ink-soft">TK: something is still to come. It holds the article back.</p>
}
