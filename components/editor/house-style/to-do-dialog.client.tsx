'use client'

import type { Editor } from '@tiptap/react'
import { type FormEvent, useId, useMemo, useRef, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { markAt } from '../extensions/links'
import { FocusAtOnce } from '../focus-at-once.client'
import { markToDo, wordsForToDo } from './to-do-marks'

/** Asks what is to be done about the selected words. They hold the article back until somebody says that it is done. */
export function ToDoDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const formId = useId()
  const field = useRef<HTMLInputElement>(null)
  const finalFocus = useMemo(() => ({ current: editor.view.dom }), [editor])
  const [existing] = useState(() => markAt(editor.state, 'toDo'))
  const [range] = useState(() => existing ?? wordsForToDo(editor.state))
  const [note, setNote] = useState<string>(existing?.mark.attrs.note ?? '')

  function save(event: FormEvent) {
    event.preventDefault()
    onClose()
    const tr = range && markToDo(editor.state, range, note.trim())
    if (tr) editor.view.dispatch(tr)
    editor.view.focus()
  }

  if (range === null) {
    return (
      <Dialog
        open
        onOpenChange={(open) => !open && onClose()}
        size="small"
        finalFocus={finalFocus}
        title="What is to be done?"
        description="Select the words first, or put the cursor into a word."
        footer={<DialogClose render={<Button variant="primary">Back to the text</Button>} />}
      />
    )
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="small"
      finalFocus={finalFocus}
      initialFocus={field}
      title="What is to be done?"
      description="The words are marked for the newsroom, and hold the article back until it is done."
      footer={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button variant="primary" type="submit" form={formId}>
            Save to-do
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={save} className="flex flex-col gap-3">
        <blockquote className="line-clamp-3 border-accent border-l-2 pl-3 font-serif text-ink-soft">
          {editor.state.doc.textBetween(range.from, Math.min(range.to, editor.state.doc.content.size), ' ')}
        </blockquote>
        <FocusAtOnce field={field} />
        <Field label="To do" hint="Such as: ask the harbour master for his age. May stay empty.">
          <Input
            ref={field}
            maxLength={200}
            autoComplete="off"
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </Field>
      </form>
    </Dialog>
  )
}
