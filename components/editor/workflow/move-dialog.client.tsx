'use client'

import type { PlainMove } from '../api/workflow'
import { WordsDialog } from './words-dialog.client'

const WORDS: Partial<Record<PlainMove, { title: string; label: string; hint: string }>> = {
  sendBack: {
    title: 'Send it back?',
    label: 'What is missing',
    hint: 'Its writers are told, and read this.',
  },
  spike: {
    title: 'Spike this article?',
    label: 'Why',
    hint: 'It can be found among the spiked and brought back. Its writers are told.',
  },
  pause: { title: 'Put it on hold?', label: 'Why', hint: 'Kept in its record. It comes back to where it is now.' },
}

/** Asks for the word that goes with a move. */
export function MoveDialog({
  move,
  name,
  isNoteRequired,
  onGo,
  onClose,
}: {
  move: PlainMove
  name: string
  isNoteRequired: boolean
  /** @throws with a sentence when it cannot be done */
  onGo: (note: string) => Promise<void>
  onClose: () => void
}) {
  const { title = name, label = 'Note', hint } = WORDS[move] ?? {}
  return (
    <WordsDialog
      size="small"
      title={title}
      label={label}
      hint={hint}
      confirmLabel={name}
      most={1000}
      isRequired={isNoteRequired}
      isDangerous={move === 'spike'}
      onGo={onGo}
      onClose={onClose}
    />
  )
}
