'use client'

import { type GivenTime, TimeField } from '@/components/editor/workflow/time-field.client'
import { Checkbox } from '@/components/ui/checkbox'
import { localTime, readZonedTime } from '@/lib/schedule/zoned-time'

/** A beginning or an end as it is being given; null where there is none. */
export type SpanDraft = { from: GivenTime | null; until: GivenTime | null }
export type Span = { from: string | null; until: string | null }
export type SpanErrors = { from: string | null; until: string | null }

/** Readers have something from a time on, until a time, or always. */
export function SpanFields({
  value,
  zone,
  errors,
  isDisabled,
  onChange,
}: {
  value: SpanDraft
  /** The paper's. */
  zone: string
  errors: SpanErrors
  isDisabled: boolean
  onChange: (value: SpanDraft) => void
}) {
  return (
    <div className="flex flex-col gap-2">
      {(['from', 'until'] as const).map((end) => {
        const time = value[end]
        const words = end === 'from' ? 'Shown from a time on' : 'Shown until a time'
        return (
          <fieldset key={end}>
            <legend className="sr-only">{words}</legend>
            <Checkbox
              label={words}
              checked={time !== null}
              disabled={isDisabled}
              onChange={(event) =>
                onChange({ ...value, [end]: event.target.checked ? { local: '', zone, which: undefined } : null })
              }
            />
            {time === null ? null : (
              <div className="mt-1 mb-2 pl-6">
                <TimeField
                  value={time}
                  newsroomZone={zone}
                  error={errors[end]}
                  isDisabled={isDisabled}
                  onChange={(next) => onChange({ ...value, [end]: next })}
                />
              </div>
            )}
          </fieldset>
        )
      })}
    </div>
  )
}

/** A span as the form shows it. */
export function spanDraftOf({ from, until }: Span, zone: string): SpanDraft {
  return { from: givenOf(from, zone), until: givenOf(until, zone) }
}

/** The instants that were given, or what is wrong with them. */
export function spanOf(draft: SpanDraft): { span: Span } | { errors: SpanErrors } {
  const from = instantOf(draft.from)
  const until = instantOf(draft.until)
  const errors = { from: from.error, until: until.error }
  if (from.at !== null && until.at !== null && from.at >= until.at) errors.until = 'It has to end after it begins.'
  if (errors.from !== null || errors.until !== null) return { errors }
  return { span: { from: from.at?.toISOString() ?? null, until: until.at?.toISOString() ?? null } }
}

function givenOf(iso: string | null, zone: string): GivenTime | null {
  if (iso === null) return null
  const at = new Date(iso)
  const local = localTime(at, zone)
  const read = readZonedTime(local, zone)
  const which = read?.kind === 'twice' ? (read.earlier.getTime() === at.getTime() ? 'earlier' : 'later') : undefined
  return { local, zone, which }
}

function instantOf(given: GivenTime | null): { at: Date | null; error: string | null } {
  if (given === null) return { at: null, error: null }
  const time = readZonedTime(given.local, given.zone)
  if (given.local === '' || time === null) return { at: null, error: 'Give a day and a time.' }
  if (time.kind === 'once') return { at: time.at, error: null }
  if (time.kind === 'skipped') return { at: null, error: 'Clocks leave this time out. Choose another.' }
  if (given.which === undefined) return { at: null, error: 'This time comes twice. Say which one is meant.' }
  return { at: time[given.which], error: null }
}
