import type { NodeProps } from './printing'

/** An empty paragraph is a place where somebody stopped typing; readers get no gap. */
export function Paragraph({ node, children }: NodeProps) {
  return node.content.size === 0 ? null : <p>{children}</p>
}
