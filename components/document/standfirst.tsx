import type { NodeProps } from './printing'

export function Standfirst({ node, children }: NodeProps) {
  return node.content.size === 0 ? null : <p className="standfirst">{children}</p>
}
