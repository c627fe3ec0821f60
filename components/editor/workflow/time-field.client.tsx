'use client'

import { useEffect, useId, useState } from 'react'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { Radio } from '@/components/ui/radio'
import { Select } from '@/components/ui/select.client'
import { readZonedTime, type TimeInput, type ZonedTimeInWords } from '../api/workflow'

/** What was given so far: `local` may be empty. */
export type GivenTime = { local: string; zone: string; which: 'earlier' | 'later' | undefined }

/** A day and a time on the clocks of a zone, with what that means in others: clocks that change are explained. */
export function TimeField({
  value,
  newsroomZone,
  error,
  isDisabled = false,
  onChange,
}: {
  value: GivenTime
  newsroomZone: string
  error: string | null
  isDisabled?: boolean
  onChange: (value: GivenTime) => void
}) {
  const said = useZonedTime(value)
  const group = useId()
  return (
    <div className="flex flex-col gap-3">
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label="Day and time" isRequired error={error}>
          <Input
            type="datetime-local"
            required
            disabled={isDisabled}
            value={value.local}
            onChange={(event) => onChange({ ...value, local: event.target.value.slice(0, 16), which: undefined })}
          />
        </Field>
        <Field label="Time zone">
          <Select
            disabled={isDisabled}
            value={value.zone}
            onChange={(event) => onChange({ ...value, zone: event.target.value, which: undefined })}
          >
            {zonesWith(newsroomZone).map((zone) => (
              <option key={zone} value={zone}>
                {zone === newsroomZone ? `${nameOf(zone)} (newsroom)` : nameOf(zone)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <div aria-live="polite" className="min-h-5 text-ink-soft text-sm">
        {said?.kind === 'once' ? (
          <p>
            {said.time.words}
            {said.isPast ? <span className="font-medium text-danger-ink"> That has passed.</span> : null}
          </p>
        ) : null}
        {said?.kind === 'skipped' ? (
          <Callout tone="warn" title={said.sentence}>
            {said.earlier.words} or {said.later.words}
          </Callout>
        ) : null}
        {said?.kind === 'twice' ? (
          <fieldset className="flex flex-col gap-2 rounded-md border border-warn/30 bg-warn-wash px-3 py-2.5 text-warn-ink">
            <legend className="sr-only">Which of the two</legend>
            <p>{said.sentence}</p>
            {(['earlier', 'later'] as const).map((which) => (
              <label key={which} className="flex items-center gap-2.5 touch:min-h-11">
                <Radio
                  name={group}
                  checked={value.which === which}
                  disabled={isDisabled}
                  onChange={() => onChange({ ...value, which })}
                />
                {said[which].words}
              </label>
            ))}
          </fieldset>
        ) : null}
      </div>
    </div>
  )
}

/** What the server takes; null while the time is not whole. */
export function timeInputOf({ local, zone, which }: GivenTime): TimeInput | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local)) return null
  return { local, zone, ...(which === undefined ? {} : { which }) }
}

const PAUSE_MILLISECONDS = 150

function useZonedTime({ local, zone }: GivenTime): ZonedTimeInWords | null {
  const [said, setSaid] = useState<ZonedTimeInWords | null>(null)
  useEffect(() => {
    setSaid(null)
    if (local === '') return
    const abort = new AbortController()
    const timer = setTimeout(() => {
      readZonedTime(local, zone, abort.signal).then(setSaid, () => undefined)
    }, PAUSE_MILLISECONDS)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [local, zone])
  return said
}

function zonesWith(newsroom: string): string[] {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  return [...new Set([newsroom, own, 'UTC', ...Intl.supportedValuesOf('timeZone')])]
}

function nameOf(zone: string): string {
  return zone.replaceAll('_', ' ')
}
