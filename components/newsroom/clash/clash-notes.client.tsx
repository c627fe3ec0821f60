'use client'

import { Callout } from '@/components/ui/callout'
import { MineOrTheirs } from './mine-or-theirs.client'
import type { Clash } from './use-clash.client'

type ClashNotesProps<Values> = {
  clash: Clash<Values> | null
  values: Values
  /** What the fields are called on the form. */
  labels: Record<keyof Values & string, string>
  /** A value in words, to show it beside another. */
  inWords: (field: keyof Values & string, values: Values) => string
  onDecide: (field: keyof Values & string, whose: 'mine' | 'theirs') => void
}

/** Says above a form that somebody else saved it meanwhile, what was taken over, and asks about what both changed. */
export function ClashNotes<Values>({ clash, values, labels, inWords, onDecide }: ClashNotesProps<Values>) {
  if (clash === null) return null
  const who = clash.by || 'Somebody'
  const { asked, taken, standing } = clash
  return (
    <div role="alert" className="flex flex-col gap-3">
      <Callout tone="warn" title={`${who} changed this meanwhile`}>
        {taken.length === 0 ? null : `Taken over: ${taken.map((field) => labels[field]).join(', ')}. `}
        {asked.length === 0 ? 'Nothing is saved yet: look it over and save again.' : 'Decide below, then save again.'}
      </Callout>
      {asked.map((field) => (
        <MineOrTheirs
          key={field}
          title={labels[field]}
          mine={inWords(field, values)}
          theirs={inWords(field, standing)}
          onDecide={(whose) => onDecide(field, whose)}
        />
      ))}
    </div>
  )
}
