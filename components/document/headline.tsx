import type { NodeProps } from './printing'

export function Headline({ children }: NodeProps) {
  return <h1 className="headline">{children}</h1>
}
