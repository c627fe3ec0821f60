'use client'

import { Checkbox } from '@/components/ui/checkbox'
import { FIELD_WORDS, REQUIRED_FIELDS, type RequiredField } from '@/lib/templates/field-words'

/** Which fields articles of a template have to have. */
export function RequiredFields({
  value,
  onChange,
}: {
  value: readonly RequiredField[]
  onChange: (fields: RequiredField[]) => void
}) {
  return (
    <fieldset className="flex flex-col">
      <legend className="mb-1 font-medium text-sm">Required fields</legend>
      <p className="mb-1.5 text-pretty text-ink-faint text-xs">
        The checklist asks for these. Section, slug and byline every article must have anyway.
      </p>
      <div className="grid grid-cols-2 gap-x-4">
        {REQUIRED_FIELDS.map((field) => (
          <Checkbox
            key={field}
            label={FIELD_WORDS[field]}
            checked={value.includes(field)}
            onChange={(event) =>
              onChange(event.currentTarget.checked ? [...value, field] : value.filter((other) => other !== field))
            }
          />
        ))}
      </div>
    </fieldset>
  )
}
