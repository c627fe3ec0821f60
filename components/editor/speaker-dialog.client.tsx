'use client'

import { TextSelection } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/react'
import { type FormEvent, useId, useMemo, useRef, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { Radio } from '@/components/ui/radio'
import { Select } from '@/components/ui/select.client'
import { guessTelling } from '@/lib/claims/guess-telling'
import { type Attribution, type Form, ORIGIN_WORDS, ORIGINS, UNSAID } from '@/lib/document/attribution'
import { speakersIn } from './extensions/quotes'
import { FocusAtOnce } from './focus-at-once.client'
import { lastOriginOf, type QuoteTarget, quoteTarget, type Range, withAttribution } from './quotes/quote-target'
import { useFollowedPlace } from './quotes/use-followed-place.client'

type DialogProps = { editor: Editor; onClose: () => void }

/**
 * Asks who said the words at the cursor or at `place`, where we have them from, and when. What the text says itself is filled in: who
 * agrees presses Enter.
 */
export function SpeakerDialog({ editor, place, onClose }: DialogProps & { place?: Range | undefined }) {
  const [target] = useState(() => quoteTarget(editor.state, place))
  if (target !== null)
    return <NoteDialog editor={editor} target={target} isElsewhere={place !== undefined} onClose={onClose} />
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

function NoteDialog({
  editor,
  target,
  isElsewhere,
  onClose,
}: DialogProps & { target: QuoteTarget; isElsewhere: boolean }) {
  const formId = useId()
  const field = useRef<HTMLInputElement>(null)
  const finalFocus = useMemo(() => ({ current: editor.view.dom }), [editor])
  const followed = useFollowedPlace(editor, target)
  const [noted, setNoted] = useState<Attribution>(() => target.noted ?? guessed(editor, target))
  const [hasChosen, setHasChosen] = useState(noted.origin !== '' && target.noted !== null)
  // Where this story last had words of the same person from, until somebody says otherwise.
  const origin = hasChosen || noted.origin !== '' ? noted.origin : lastOriginOf(editor.state.doc, noted.speaker)
  const change = (what: Partial<Attribution>) => setNoted((before) => ({ ...before, ...what }))

  function save(event: FormEvent) {
    event.preventDefault()
    onClose()
    const { kind } = target
    const tr = withAttribution(
      editor.state,
      { kind, ...followed.current },
      { ...noted, speaker: noted.speaker.trim(), origin },
    )
    if (tr !== null) {
      // Whoever came by the sign at the margin goes on behind the words.
      if (isElsewhere) tr.setSelection(TextSelection.near(tr.doc.resolve(followed.current.to), -1))
      editor.view.dispatch(tr)
    }
    editor.view.focus()
  }

  function remove() {
    onClose()
    const { from, to } = followed.current
    const type = editor.schema.marks.quote
    if (type !== undefined && from < to) editor.view.dispatch(editor.state.tr.removeMark(from, to, type))
    editor.view.focus()
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="small"
      finalFocus={finalFocus}
      title="Who is quoted?"
      description="Readers see the words as they stand; the newsroom sees whose they are, where we have them from, and when they were said."
      initialFocus={field}
      footer={
        <>
          {target.noted === null || target.kind === 'block' ? (
            <DialogClose render={<Button>Cancel</Button>} />
          ) : (
            <Button onClick={remove}>Remove</Button>
          )}
          <Button variant="primary" type="submit" form={formId}>
            Save speaker
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={save} className="flex flex-col gap-4">
        <blockquote className="line-clamp-3 border-accent border-l-2 pl-3 font-serif text-ink-soft">
          {target.words}
        </blockquote>
        <FocusAtOnce field={field} />
        <SpeakerField field={field} editor={editor} value={noted.speaker} onChange={(speaker) => change({ speaker })} />
        <Field label="Origin">
          <Select
            value={origin}
            onChange={(event) => {
              setHasChosen(true)
              change({ origin: event.target.value as Attribution['origin'] })
            }}
          >
            <option value="">Not said</option>
            {ORIGINS.map((each) => (
              <option key={each} value={each}>
                {ORIGIN_WORDS[each]}
              </option>
            ))}
          </Select>
        </Field>
        <DayField value={noted.saidOn} onChange={(saidOn) => change({ saidOn })} />
        {target.kind === 'block' ? null : <FormField value={noted.form} onChange={(form) => change({ form })} />}
      </form>
    </Dialog>
  )
}

function SpeakerField({
  field,
  editor,
  value,
  onChange,
}: {
  field: React.RefObject<HTMLInputElement | null>
  editor: Editor
  value: string
  onChange: (speaker: string) => void
}) {
  const listId = useId()
  const [speakers] = useState(() => speakersIn(editor.state.doc))
  return (
    <>
      <Field label="Speaker">
        <Input
          ref={field}
          list={listId}
          maxLength={200}
          autoComplete="off"
          value={value}
          // A guess goes with the first letter that is typed.
          onFocus={(event) => event.target.select()}
          onChange={(event) => onChange(event.target.value)}
        />
      </Field>
      <datalist id={listId}>
        {speakers.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  )
}

function DayField({ value, onChange }: { value: string; onChange: (day: string) => void }) {
  return (
    <Field label="Said on">
      <span className="flex gap-2">
        <Input
          type="date"
          className="min-w-0"
          max="9999-12-31"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
        <Button onClick={() => onChange(today())}>Today</Button>
      </span>
    </Field>
  )
}

const FORM_LABELS: Record<Form, string> = { direct: 'Word for word', paraphrase: 'Paraphrase' }

function FormField({ value, onChange }: { value: Form; onChange: (form: Form) => void }) {
  const name = useId()
  return (
    <fieldset className="flex flex-wrap gap-x-5">
      <legend className="sr-only">Form</legend>
      {(['direct', 'paraphrase'] as const).map((form) => (
        <label key={form} className="flex items-center gap-2 py-1 text-sm touch:min-h-11">
          <Radio name={name} checked={value === form} onChange={() => onChange(form)} />
          {FORM_LABELS[form]}
        </label>
      ))}
    </fieldset>
  )
}

/** The day of this machine. */
function today(): string {
  const at = new Date()
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}

/** Who seems to speak, by the names near the words; without quotation marks it is a paraphrase. */
function guessed(editor: Editor, { from, to }: QuoteTarget): Attribution {
  const { doc } = editor.state
  const $from = doc.resolve(from)
  const paragraph = $from.parent.textBetween(0, $from.parent.content.size, ' ', ' ')
  const [start, end] = [from - $from.start(), Math.min(paragraph.length, to - $from.start())]
  const { speaker } = guessTelling({
    paragraph,
    from: start,
    to: end,
    before: doc.textBetween(0, $from.before(), '\n', ' '),
    story: doc.textBetween(0, doc.content.size, '\n', ' '),
    quotedSpeaker: '',
    claims: [],
  })
  const form = /["“”„«»‘]/u.test(paragraph.slice(Math.max(0, start - 1), end + 1)) ? 'direct' : 'paraphrase'
  return { ...UNSAID, speaker, form }
}
