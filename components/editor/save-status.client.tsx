'use client'

import { Check, CloudOff, TriangleAlert } from 'lucide-react'
import { classes } from '@/components/ui/classes'
import type { FieldsSummary } from './around/field-saver'
import { type SaveStatus, statusText } from './session/status'
import type { StatusStore } from './session/status-store'
import { useSaveStatus } from './session/use-save-status.client'

/** Where everything that was typed is now: the text's own status, and the fields' where they are worse off. */
export function SaveStatusLine({ saving, fields }: { saving: StatusStore; fields: FieldsSummary }) {
  const { words, mood } = together(useSaveStatus(saving), fields)
  return (
    <p
      role="status"
      aria-label="Save status"
      data-mood={mood}
      className={classes(
        'flex min-w-0 items-center gap-1.5 text-xs',
        mood === 'calm' || mood === 'busy' ? 'text-ink-faint' : 'text-warn-ink',
      )}
    >
      <span aria-hidden="true" className="flex size-4 shrink-0 items-center justify-center [&_svg]:size-3.5">
        {/* Nothing turns here: whoever types is always saving, and each of its frames would make the next key wait. */}
        {mood === 'calm' || mood === 'busy' ? <Check className={mood === 'busy' ? 'invisible' : ''} /> : null}
        {mood === 'away' ? <CloudOff /> : null}
        {mood === 'trouble' ? <TriangleAlert /> : null}
      </span>
      <span className="editor-status-words tabular truncate">{words}</span>
    </p>
  )
}

type Mood = 'calm' | 'busy' | 'away' | 'trouble'

function together(text: SaveStatus, fields: FieldsSummary): { words: string; mood: Mood } {
  if (text.kind === 'offline' || text.kind === 'signed-out') return { words: statusText(text), mood: 'away' }
  if (text.kind === 'stuck' || text.kind === 'refused') return { words: statusText(text), mood: 'trouble' }
  if (fields.kind === 'not-saved') return { words: 'A field is not saved', mood: 'trouble' }
  if (fields.kind === 'saving' || text.kind === 'saving') return { words: 'Saving…', mood: 'busy' }
  return { words: statusText(text), mood: 'calm' }
}
