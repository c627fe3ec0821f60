import type { NodeProps } from './printing'

export function BulletedList({ children }: NodeProps) {
  return <ul>{children}</ul>
}

export function NumberedList({ children }: NodeProps) {
  return <ol>{children}</ol>
}

export function ListItem({ children }: NodeProps) {
  return <li>{children}</li>
}
