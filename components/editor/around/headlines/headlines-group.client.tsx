'use client'

import { Pencil } from 'lucide-react'
import { useId } from 'react'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { FieldBox } from '../field-box.client'
import type { FieldSaver } from '../field-saver'
import { useField } from '../use-field.client'
import { LengthMeter } from './length-meter.client'
import { CARD, MAIL_SUBJECT, PHONE_PAGE, SEARCH_RESULT, SOCIAL_CARD, type Surface } from './surfaces'

type HeadlineField = 'shortHeadline' | 'searchHeadline' | 'socialHeadline' | 'mailHeadline'

const FIELDS: readonly {
  field: HeadlineField
  label: string
  most: number
  surface: Surface
  place: string
  wraps?: boolean
}[] = [
  { field: 'shortHeadline', label: 'Short headline', most: 80, surface: CARD, place: 'on a card', wraps: true },
  { field: 'searchHeadline', label: 'Search headline', most: 120, surface: SEARCH_RESULT, place: 'in search results' },
  { field: 'socialHeadline', label: 'Social headline', most: 160, surface: SOCIAL_CARD, place: 'on social cards' },
  { field: 'mailHeadline', label: 'Mail headline', most: 120, surface: MAIL_SUBJECT, place: 'in a phone’s mail' },
]

/** The headline on each surface: its own, or the one above the text, each measured where it will be read. */
export function HeadlinesGroup({
  saver,
  headline,
  onHeadline,
}: {
  saver: FieldSaver
  headline: string
  /** Goes to the headline in the text. */
  onHeadline: () => void
}) {
  return (
    <>
      <WebHeadline headline={headline} onPress={onHeadline} />
      {FIELDS.map((props) => (
        <SurfaceHeadline key={props.field} saver={saver} headline={headline} {...props} />
      ))}
    </>
  )
}

/** Written in the text itself; here to be compared with the others. */
function WebHeadline({ headline, onPress }: { headline: string; onPress: () => void }) {
  const hint = useId()
  return (
    <div className="flex flex-col gap-1.5">
      <p className="font-medium text-sm">Web headline</p>
      <button
        type="button"
        aria-label={`Web headline: ${headline || 'none yet'}. Edit it in the text`}
        aria-describedby={hint}
        onClick={onPress}
        className="flex min-h-9 items-center gap-2 rounded-md border border-line border-dashed px-3 py-1.5 text-left text-sm hover:border-line-strong hover:bg-sunken touch:min-h-11"
      >
        <span className="min-w-0 flex-1 wrap-anywhere">
          {headline || <span className="text-ink-faint">No headline yet</span>}
        </span>
        <Pencil aria-hidden="true" className="size-3.5 shrink-0 text-ink-faint" />
      </button>
      <div id={hint} className="text-xs">
        <LengthMeter words={headline} surface={PHONE_PAGE} place="on a phone" wraps />
      </div>
    </div>
  )
}

function SurfaceHeadline({
  saver,
  headline,
  field,
  label,
  most,
  surface,
  place,
  wraps = false,
}: { saver: FieldSaver; headline: string } & (typeof FIELDS)[number]) {
  const entry = useField(saver, field)
  return (
    <FieldBox saver={saver} name={field} entry={{ ...entry, field }} inWords={String}>
      <Field
        label={label}
        hint={<LengthMeter words={entry.value || headline} surface={surface} place={place} wraps={wraps} />}
      >
        <Input
          maxLength={most}
          autoComplete="off"
          placeholder={headline || 'The headline above the text'}
          value={entry.value}
          onChange={(event) => entry.set(event.target.value)}
        />
      </Field>
    </FieldBox>
  )
}
