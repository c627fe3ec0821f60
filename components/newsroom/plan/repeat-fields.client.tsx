'use client'

import { useState } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { Select } from '@/components/ui/select.client'
import { FREQUENCIES, type Frequency, type Repeat, repeatOf, ruleOf, WEEKDAY_NAMES } from './repeat-form'

type RepeatFieldsProps = {
  rule: string
  onChange: (rule: string) => void
  /** The day that a new end begins with. */
  day: string
  error: string | undefined
}

/** When an event comes again: in words, or by its rule. */
export function RepeatFields({ rule, onChange, day, error }: RepeatFieldsProps) {
  const repeat = repeatOf(rule)
  const [isOwn, setIsOwn] = useState(rule !== '' && repeat === null)
  const choice = isOwn ? 'OWN' : (repeat?.frequency ?? '')

  function choose(next: string) {
    setIsOwn(next === 'OWN')
    if (next === '') onChange('')
    else if (next !== 'OWN') put({ frequency: next as Frequency })
  }

  function put(part: Partial<Repeat>) {
    const before = repeat ?? { frequency: 'WEEKLY', interval: '1', days: [], end: 'never', until: day, count: '10' }
    onChange(ruleOf({ ...before, ...part }))
  }

  return (
    <fieldset className="flex flex-col gap-4">
      <Field label="Repeats" error={isOwn ? undefined : error}>
        <Select value={choice} onChange={(event) => choose(event.target.value)}>
          <option value="">Never</option>
          {Object.entries(FREQUENCIES).map(([value, { name }]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
          <option value="OWN">By a rule of its own</option>
        </Select>
      </Field>
      {isOwn ? (
        <Field
          label="Rule"
          error={error}
          hint="As calendars write it (RFC 5545): FREQ=MONTHLY;BYDAY=-1FR is the last Friday of every month."
        >
          <Input
            maxLength={320}
            autoComplete="off"
            spellCheck={false}
            autoCapitalize="characters"
            className="font-mono"
            value={rule}
            onChange={(event) => onChange(event.target.value)}
          />
        </Field>
      ) : repeat === null ? null : (
        <Words repeat={repeat} put={put} day={day} />
      )}
    </fieldset>
  )
}

function Words({ repeat, put, day }: { repeat: Repeat; put: (part: Partial<Repeat>) => void; day: string }) {
  const { unit } = FREQUENCIES[repeat.frequency]
  return (
    <>
      {repeat.frequency !== 'WEEKLY' ? null : (
        <fieldset>
          <legend className="font-medium text-ink text-sm">On</legend>
          <div className="mt-1 flex flex-wrap gap-x-4">
            {WEEKDAY_NAMES.map(([weekday, name]) => (
              <Checkbox
                key={weekday}
                label={name}
                checked={repeat.days.includes(weekday)}
                onChange={(event) => {
                  const chosen = new Set(repeat.days)
                  if (event.target.checked) chosen.add(weekday)
                  else chosen.delete(weekday)
                  put({ days: WEEKDAY_NAMES.map(([each]) => each).filter((each) => chosen.has(each)) })
                }}
              />
            ))}
          </div>
          <p className="text-ink-faint text-xs">None: on the day of the week that it begins on.</p>
        </fieldset>
      )}
      <div className="grid gap-4 md:grid-cols-3">
        <Field label={`Every so many ${unit}`}>
          <Input
            type="number"
            required
            min={1}
            max={99}
            value={repeat.interval}
            onChange={(event) => put({ interval: event.target.value })}
          />
        </Field>
        <Field label="Ends">
          <Select
            value={repeat.end}
            onChange={(event) => put({ end: event.target.value as Repeat['end'], until: repeat.until || day })}
          >
            <option value="never">Never</option>
            <option value="until">On a day</option>
            <option value="count">After so many times</option>
          </Select>
        </Field>
        {repeat.end === 'until' ? (
          <Field label="Last day">
            <Input type="date" required value={repeat.until} onChange={(event) => put({ until: event.target.value })} />
          </Field>
        ) : repeat.end === 'count' ? (
          <Field label="Times">
            <Input
              type="number"
              required
              min={1}
              max={400}
              value={repeat.count}
              onChange={(event) => put({ count: event.target.value })}
            />
          </Field>
        ) : null}
      </div>
    </>
  )
}
