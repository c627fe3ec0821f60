import { classes } from './classes'

const TINTS = [
  'bg-accent-wash text-accent-ink',
  'bg-note-wash text-note-ink',
  'bg-good-wash text-good-ink',
  'bg-warn-wash text-warn-ink',
  'bg-danger-wash text-danger-ink',
]

/** Initials in a circle, for beside a name: the circle itself is silent. The same name has the same tint everywhere. */
export function Avatar({
  name,
  size = 'medium',
  className,
}: {
  name: string
  size?: 'small' | 'medium' | 'large' | undefined
  className?: string | undefined
}) {
  return (
    <span
      aria-hidden="true"
      className={classes(
        'inline-flex shrink-0 select-none items-center justify-center rounded-full font-semibold',
        size === 'small' && 'size-6 text-[0.625rem]',
        size === 'medium' && 'size-8 text-xs',
        size === 'large' && 'size-11 text-sm',
        tintOf(name),
        className,
      )}
    >
      {initialsOf(name)}
    </span>
  )
}

/** The first letters of the first and the last word. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const first = words[0] ?? ''
  const last = words.length > 1 ? (words.at(-1) ?? '') : ''
  return [first, last]
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase()
}

function tintOf(name: string): string | undefined {
  let sum = 0
  for (const letter of name) sum += letter.codePointAt(0) ?? 0
  return TINTS[sum % TINTS.length]
}
