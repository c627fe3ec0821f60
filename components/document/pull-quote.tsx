import type { NodeProps } from './printing'
import { Speaker } from './speaker'

export function PullQuote({ node, children }: NodeProps) {
  if (node.content.size === 0) return null
  return (
    <figure className="pull-quote">
      <blockquote>
        <p>{children}</p>
      </blockquote>
      <Speaker node={node} />
    </figure>
  )
}
