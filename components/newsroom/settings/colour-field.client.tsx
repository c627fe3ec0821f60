'use client'

import { Check, TriangleAlert } from 'lucide-react'
import { Button } from '@/components/ui/button.client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { contrastInWords, parseColour } from '@/lib/look/colour'
import type { Verdict } from '@/lib/look/judge-colour'

type ColourFieldProps = {
  label: string
  hint: string
  value: string
  error: string | undefined
  judge: (colour: string) => Verdict
  /** What the picker begins with where nothing is chosen. */
  start: string
  isOptional?: boolean
  onChange: (value: string) => void
}

/** A colour as six digits or from the browser's own picker, and whether words can be read in it or on it. */
export function ColourField({ label, hint, value, error, judge, start, isOptional, onChange }: ColourFieldProps) {
  const colour = parseColour(value)
  const verdict = colour === null ? null : judge(colour)
  const nearest = verdict?.nearest ?? null
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-end gap-2">
        <Field
          label={label}
          error={error}
          hint={hint}
          className="flex-1"
          aside={verdict === null ? undefined : <ContrastLine verdict={verdict} />}
        >
          <Input
            maxLength={9}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={value}
            placeholder={isOptional ? 'As the page' : undefined}
            onChange={(event) => onChange(event.target.value)}
            suffix={
              <input
                type="color"
                aria-label={`${label}: pick`}
                value={colour ?? start}
                onChange={(event) => onChange(event.target.value)}
                className="h-6 w-7 cursor-pointer rounded-sm border-0 bg-transparent p-0"
              />
            }
          />
        </Field>
      </div>
      <div className="flex flex-wrap gap-2 empty:hidden">
        {nearest === null ? null : (
          <Button
            size="small"
            icon={<span aria-hidden="true" className="size-3.5 rounded-full" style={{ background: nearest }} />}
            onClick={() => onChange(nearest)}
          >
            Take {nearest}, the nearest that can be read
          </Button>
        )}
        {isOptional && value !== '' ? (
          <Button size="small" variant="quiet" onClick={() => onChange('')}>
            As the page
          </Button>
        ) : null}
      </div>
    </div>
  )
}

function ContrastLine({ verdict: { contrast, isReadable } }: { verdict: Verdict }) {
  const Icon = isReadable ? Check : TriangleAlert
  return (
    <span className={isReadable ? 'text-good-ink' : 'text-danger-ink'}>
      <Icon aria-hidden="true" className="mr-1 inline size-3.5 align-[-0.15em]" />
      {contrastInWords(contrast)}
      {isReadable ? '' : ', too little'}
    </span>
  )
}
