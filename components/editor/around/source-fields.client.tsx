'use client'

import type { ReactNode } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field.client'
import { Select } from '@/components/ui/select.client'
import { Textarea } from '@/components/ui/textarea.client'
import { IMPORTED_MOST, isTheirText, ORIGINS, type Origin } from '@/lib/articles/origins'
import { FieldBox } from './field-box.client'
import type { FieldSaver } from './field-saver'
import { FirstSeenField } from './first-seen-field.client'
import { LineField } from './line-field.client'
import { useField } from './use-field.client'

const ORIGIN_WORDS: Record<Origin, string> = {
  OWN: 'Our own',
  WIRE: 'Wire: as an agency sent it',
  PARTNER: 'Partner: as another publisher let us print it',
  REWRITTEN: 'Rewritten from somebody else’s report',
}

/** Whose words these are, on what terms they are printed, and how much of them is ours. */
export function SourceFields({ saver, ownWords }: { saver: FieldSaver; ownWords: ReactNode }) {
  const origin = useField(saver, 'origin')
  const canonical = useField(saver, 'isSourceCanonical')
  const kept = useField(saver, 'isNotRepublished')
  const isOwn = origin.value === 'OWN'

  function choose(chosen: Origin) {
    origin.set(chosen)
    // Their page is the canonical one only while the text is theirs.
    if (canonical.value && !isTheirText(chosen)) canonical.set(false)
  }

  return (
    <>
      <FieldBox
        saver={saver}
        name="origin"
        entry={{ ...origin, field: 'origin' }}
        inWords={(value) => ORIGIN_WORDS[value as Origin]}
      >
        <Field label="Origin">
          <Select value={origin.value} onChange={(event) => choose(event.target.value as Origin)}>
            {ORIGINS.map((each) => (
              <option key={each} value={each}>
                {ORIGIN_WORDS[each]}
              </option>
            ))}
          </Select>
        </Field>
      </FieldBox>
      {ownWords}
      <LineField
        saver={saver}
        field="sourceName"
        box="source"
        label="Source name"
        most={120}
        hint="Where this was first published."
      />
      <LineField
        saver={saver}
        field="sourceUrl"
        label="Source address"
        most={2048}
        inputMode="url"
        placeholder="https://"
      />
      {isOwn ? null : (
        <>
          <LineField
            saver={saver}
            field="licence"
            label="Licence"
            most={200}
            placeholder="CC BY 4.0"
            hint="On what terms it is printed. Readers see it."
          />
          <FirstSeenField saver={saver} />
          <LongField saver={saver} field="whatWeAdded" label="What we added" hint="Readers see it, below the text." />
          <LongField
            saver={saver}
            field="importedText"
            label="Paste the original text"
            hint="To compare with. Readers never see it."
          />
        </>
      )}
      {isOwn ? (
        <FieldBox
          saver={saver}
          name="isNotRepublished"
          entry={{ ...kept, field: 'isNotRepublished' }}
          inWords={(value) => (value === true ? 'yes' : 'no')}
        >
          <Checkbox
            label="Others may not republish it"
            hint="Where the paper gives its articles away, not this one."
            checked={kept.value}
            onChange={(event) => kept.set(event.currentTarget.checked)}
          />
        </FieldBox>
      ) : null}
      {isTheirText(origin.value) || canonical.value ? (
        <FieldBox
          saver={saver}
          name="isSourceCanonical"
          entry={{ ...canonical, field: 'isSourceCanonical' }}
          inWords={(value) => (value === true ? 'yes' : 'no')}
        >
          <Checkbox
            label="The original is the canonical page"
            hint="Search engines are sent to the source."
            checked={canonical.value}
            onChange={(event) => canonical.set(event.currentTarget.checked)}
          />
        </FieldBox>
      ) : null}
    </>
  )
}

const MOST = { whatWeAdded: 1000, importedText: IMPORTED_MOST } as const

function LongField({
  saver,
  field,
  label,
  hint,
}: {
  saver: FieldSaver
  field: 'whatWeAdded' | 'importedText'
  label: string
  hint: string
}) {
  const entry = useField(saver, field)
  return (
    <FieldBox saver={saver} name={field} entry={{ ...entry, field }} inWords={(value) => String(value ?? '')}>
      <Field label={label} hint={hint}>
        <Textarea
          rows={3}
          maxLength={MOST[field]}
          className="max-h-60"
          value={entry.value ?? ''}
          onChange={(event) => entry.set(event.target.value)}
        />
      </Field>
    </FieldBox>
  )
}
