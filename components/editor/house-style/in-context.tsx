import type { ReactNode } from 'react'

/** Words of the text with some of those around them; pressed, they lead there. */
export function InContext({
  before,
  found,
  after,
  onPress,
  children,
}: {
  before: string
  found: string
  after: string
  onPress: () => void
  /** A note below. */
  children?: ReactNode
}) {
  return (
    <button
      type="button"
      onClick={onPress}
      className="min-w-0 flex-1 rounded-sm border-line border-l-2 py-1 pl-2 text-left text-sm hover:bg-sunken touch:min-h-11"
    >
      <span className="line-clamp-2 break-words font-serif text-ink-soft">
        {before === '' ? null : `…${before}`}
        <b className="font-semibold text-ink">{found}</b>
        {after === '' ? null : `${after}…`}
      </span>
      {children ? <span className="block text-pretty text-xs">{children}</span> : null}
    </button>
  )
}
