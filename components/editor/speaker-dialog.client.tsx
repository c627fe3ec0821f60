'use client'

import type { Editor } from '@tiptap/react'
import { type FormEvent, useId, useMemo, useRef, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { markAt } from './extensions/links'
import { quotedRange, speakersIn } from './extensions/quotes'
import { FocusAtOnce } from './focus-at-once.client'
import { removeMark } from './mark-bubble.client'

/** Asks who said the selected words. Everybody who speaks in this article already is offered. */
export function SpeakerDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const formId = useId()
  const listId = useId()
  const field = useRef<HTMLInputElement>(null)
  const finalFocus = useMemo(() => ({ current: editor.view.dom }), [editor])
  const [existing] = useState(() => markAt(editor.state, 'quote'))
  const [range] = useState(() => existing ?? quotedRange(editor.state))
  const [speakers] = useState(() => speakersIn(editor.state.doc))
  const [speaker, setSpeaker] = useState<string>(existing?.mark.attrs.speaker ?? '')

  function save(event: FormEvent) {
    event.preventDefault()
    onClose()
    if (range === null) return
    const mark = editor.schema.mark('quote', { speaker: speaker.trim() })
    editor.view.dispatch(editor.state.tr.addMark(range.from, range.to, mark).removeStoredMark(mark.type))
    editor.view.focus()
  }

  if (range === null) {
    return (
      <Dialog
        open
        onOpenChange={(open) => !open && onClose()}
        size="small"
        title="Who is quoted?"
        description="Select the quoted words first, or put the cursor between their quotation marks."
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
      title="Who is quoted?"
      description="Readers see the words as they stand; the newsroom sees whose they are."
      initialFocus={field}
      footer={
        <>
          {existing === null ? (
            <DialogClose render={<Button>Cancel</Button>} />
          ) : (
            <Button
              onClick={() => {
                onClose()
                removeMark(editor, 'quote')
              }}
            >
              Remove
            </Button>
          )}
          <Button variant="primary" type="submit" form={formId}>
            Save speaker
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={save} className="flex flex-col gap-3">
        <blockquote className="line-clamp-3 border-accent border-l-2 pl-3 font-serif text-ink-soft">
          {editor.state.doc.textBetween(range.from, Math.min(range.to, editor.state.doc.content.size), ' ')}
        </blockquote>
        <FocusAtOnce field={field} />
        <Field label="Speaker">
          <Input
            ref={field}
            list={listId}
            maxLength={200}
            autoComplete="off"
            value={speaker}
            onChange={(event) => setSpeaker(event.target.value)}
          />
        </Field>
        <datalist id={listId}>
          {speakers.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </form>
    </Dialog>
  )
}
