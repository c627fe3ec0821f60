import type { NodeProps } from './printing'

export function Crosshead({ node, children }: NodeProps) {
  return node.content.size === 0 ? null : <h2 className="crosshead">{children}</h2>
}
