import type { Difference } from '@/lib/quotes/differences'

/** Nearly the same words: what only the other story has is underlined, what it has not is struck through. */
export function WordDifference({ pieces }: Pick<Difference, 'pieces'>) {
  let at = 0
  return pieces.map(({ change, text }) => {
    const key = `${at}${change}`
    at += text.length
    if (change === 'added')
      return (
        <ins key={key} className="rounded-sm bg-good-wash text-good-ink decoration-1 underline-offset-2">
          {text}
        </ins>
      )
    if (change === 'removed')
      return (
        <del key={key} className="rounded-sm bg-danger-wash text-danger-ink decoration-1">
          {text}
        </del>
      )
    return text
  })
}
