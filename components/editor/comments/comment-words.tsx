import { partsOf } from '@/lib/comments/mention-text'

/** A comment as it is read: its lines, and the people it names. */
export function CommentWords({ text }: { text: string }) {
  let at = 0
  return (
    <p className="whitespace-pre-wrap break-words text-sm">
      {partsOf(text).map((part) => {
        const key = at++
        if (part.kind === 'words') return <span key={key}>{part.text}</span>
        return (
          <span key={key} className="font-medium text-accent-ink">
            @{part.name}
          </span>
        )
      })}
    </p>
  )
}
