import { printDateTime } from '@/lib/settings/paper-time'
import type { NodeProps } from './printing'

/** In live coverage it begins an entry, which says of when it is. */
export function Crosshead({ node, printing, children }: NodeProps) {
  if (node.content.size === 0) return null
  const at = printing.entries?.get(node)
  return (
    <>
      {at === undefined ? null : (
        <p className="entry-time">
          <time dateTime={at.toISOString()}>{printDateTime(at, printing.time)}</time>
        </p>
      )}
      <h2 className="crosshead">{children}</h2>
    </>
  )
}
