import type { NodeProps } from './printing'
import { Speaker } from './speaker'

export function Quotation({ node, children }: NodeProps) {
  return (
    <figure className="quotation">
      <blockquote>{children}</blockquote>
      <Speaker node={node} />
    </figure>
  )
}
