'use client'

import type { Ref } from 'react'
import { Field } from '@/components/ui/field.client'
import { Select } from '@/components/ui/select.client'
import { Textarea } from '@/components/ui/textarea.client'
import { CORRECTION_LENGTH, type CorrectionInput } from '@/lib/corrections/correction-input'
import { CORRECTION_KINDS, type CorrectionKind } from '@/lib/corrections/correction-kinds'

/** A note to readers as it is being written. */
export type Note = { kind: CorrectionKind | null; text: string }

export const NO_NOTE: Note = { kind: null, text: '' }

const KINDS = Object.entries(CORRECTION_KINDS) as [CorrectionKind, { name: string; hint: string }][]

/** What readers are told of what changed since they had the article: nothing, or one note of one kind. */
export function CorrectionFields({
  note,
  error,
  mayRetract,
  isDisabled,
  onChange,
  ref,
}: {
  note: Note
  /** What is wrong with the text. */
  error: string | null
  mayRetract: boolean
  isDisabled: boolean
  onChange: (note: Note) => void
  ref: Ref<HTMLTextAreaElement>
}) {
  const { kind, text } = note
  return (
    <div className="mt-4 flex flex-col gap-3 border-line border-t pt-4">
      <Field
        label="Note to readers"
        hint={
          kind === null
            ? 'Was something wrong, unclear or new? A note says so below the article, on the page of corrections and in feeds.'
            : CORRECTION_KINDS[kind].hint
        }
      >
        <Select
          value={kind ?? ''}
          disabled={isDisabled}
          onChange={(event) => onChange({ text, kind: (event.target.value || null) as CorrectionKind | null })}
        >
          <option value="">No note</option>
          {KINDS.filter(([value]) => value !== 'RETRACTION' || mayRetract).map(([value, { name }]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      {kind === null ? null : (
        <Field
          label="What readers are told"
          hint="It stays: what was said is not taken back, only followed by another note."
          error={error}
          isRequired
          aside={`${text.trim().length} of ${CORRECTION_LENGTH.most}`}
        >
          <Textarea
            ref={ref}
            rows={3}
            maxLength={CORRECTION_LENGTH.most}
            value={text}
            disabled={isDisabled}
            onChange={(event) => onChange({ kind, text: event.target.value })}
          />
        </Field>
      )}
    </div>
  )
}

/** The note in the form, or the one that waits on the server where nobody has written a word here yet. */
export function orWaiting(note: Note, waiting: CorrectionInput | null): Note {
  return waiting === null || note.text.trim() !== '' ? note : waiting
}

/** What is wrong with this note, in a sentence; null when it will do. */
export function problemOfNote({ kind, text }: Note): string | null {
  const { least } = CORRECTION_LENGTH
  return kind === null || text.trim().length >= least ? null : `Tell readers in at least ${least} characters.`
}

/** The note as the server wants it. */
export function noteToSend({ kind, text }: Note): CorrectionInput | undefined {
  return kind === null ? undefined : { kind, text: text.trim() }
}
