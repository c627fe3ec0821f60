import type { Suggestion } from '@/lib/document/suggestions'

const MOST = 160

/** What a suggestion would do, in words: what is there now, struck, and what would be there instead. */
export function SuggestionWords({ suggestion }: { suggestion: Suggestion }) {
  const { kind, before, after, changes } = suggestion
  if (kind === 'move') {
    return (
      <>
        <Verb>Move</Verb> {short(after)}
      </>
    )
  }
  if (kind === 'format' || (kind === 'block' && changes.length > 0)) {
    return (
      <>
        <Verb>{kind === 'format' ? 'Make' : 'Change'}</Verb> {short(before)} <span aria-hidden="true">→</span>{' '}
        <span className="text-note-ink">{changes.join(', ') || 'otherwise'}</span>
      </>
    )
  }
  return (
    <>
      <Verb>{after === '' ? 'Remove' : before === '' ? 'Insert' : 'Replace'}</Verb>{' '}
      {before === '' ? null : <del className="text-danger-ink">{short(before)}</del>}
      {before !== '' && after !== '' ? ' → ' : null}
      {after === '' ? null : <ins className="text-good-ink">{short(after)}</ins>}
    </>
  )
}

/** The same in one line of plain text, for labels. */
export function sayOf({ kind, before, after, changes }: Suggestion): string {
  if (kind === 'move') return `move “${short(after)}”`
  if (changes.length > 0) return `${changes.join(', ')} for “${short(before)}”`
  if (before === '') return `insert “${short(after)}”`
  return after === '' ? `remove “${short(before)}”` : `“${short(after)}” for “${short(before)}”`
}

function Verb({ children }: { children: string }) {
  return <span className="text-ink-faint">{children}</span>
}

function short(words: string): string {
  return words.length > MOST ? `${words.slice(0, MOST).trimEnd()}…` : words
}
