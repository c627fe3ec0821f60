'use client'

import type { Editor } from '@tiptap/react'
import { type FormEvent, type KeyboardEvent, useId, useMemo, useRef, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { Field } from '@/components/ui/field.client'
import { Textarea } from '@/components/ui/textarea.client'
import { EXPLANATION_MOST } from '@/lib/document/marks/annotation'
import { markAt } from './extensions/links'
import { FocusAtOnce } from './focus-at-once.client'
import { removeMark } from './mark-bubble.client'

/** Asks what the selected words mean: readers open it from the words. */
export function ExplanationDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const formId = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const finalFocus = useMemo(() => ({ current: editor.view.dom }), [editor])
  const [existing] = useState(() => markAt(editor.state, 'annotation'))
  const [range] = useState(() => existing ?? explainableRange(editor))
  const [explanation, setExplanation] = useState<string>(existing?.mark.attrs.explanation ?? '')
  const words = explanation.replace(/\s+/g, ' ').trim()

  function save(event?: FormEvent) {
    event?.preventDefault()
    if (words === '' || range === null) return
    onClose()
    const { tr, schema } = editor.state
    const mark = schema.mark('annotation', { explanation: words })
    editor.view.dispatch(tr.addMark(range.from, range.to, mark).removeStoredMark(mark.type))
    editor.view.focus()
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    save()
  }

  if (range === null) {
    return (
      <Dialog
        open
        onOpenChange={(open) => !open && onClose()}
        size="small"
        title="Explain words"
        description="Select the words that readers may not know first. Headlines, crossheads and pull quotes take no explanations."
        finalFocus={finalFocus}
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
      title="Explain words"
      description="Readers press the words and read this beside them."
      initialFocus={field}
      footer={
        <>
          {existing === null ? (
            <DialogClose render={<Button>Cancel</Button>} />
          ) : (
            <Button
              onClick={() => {
                onClose()
                removeMark(editor, 'annotation')
              }}
            >
              Remove
            </Button>
          )}
          <Button variant="primary" type="submit" form={formId} disabled={words === ''}>
            Save explanation
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={save} className="flex flex-col gap-3">
        <p className="line-clamp-3 border-accent border-l-2 pl-3 font-serif text-ink-soft">
          {editor.state.doc.textBetween(range.from, Math.min(range.to, editor.state.doc.content.size), ' ')}
        </p>
        <FocusAtOnce field={field} />
        <Field label="Explanation" aside={`${words.length} of ${EXPLANATION_MOST}`}>
          <Textarea
            ref={field}
            rows={4}
            maxLength={EXPLANATION_MOST}
            value={explanation}
            onChange={(event) => setExplanation(event.target.value)}
            onKeyDown={onKeyDown}
          />
        </Field>
      </form>
    </Dialog>
  )
}

/** The selected words, where they stand in one line that takes an explanation. */
function explainableRange({ state }: Editor): { from: number; to: number } | null {
  const { $from, $to, from, to, empty } = state.selection
  const isAllowed = $from.parent.inlineContent && $from.parent.type.allowsMarkType(state.schema.mark('annotation').type)
  return !empty && isAllowed && $from.sameParent($to) ? { from, to } : null
}
