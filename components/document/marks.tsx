import type { Mark } from 'prosemirror-model'
import type { ReactNode } from 'react'
import type { Printing } from './printing'

/** What the component of a mark is given: `children` are the words under it. */
export type MarkProps = {
  mark: Mark
  /** One that nothing else on the page has. */
  number: number
  isInLink: boolean
  printing: Printing
  children?: ReactNode
}

export function Bold({ children }: MarkProps) {
  return <strong>{children}</strong>
}

export function Italic({ children }: MarkProps) {
  return <em>{children}</em>
}

/** Readers see prose: the quotation marks are typed, and who speaks is for the newsroom. */
export function QuotedWords({ children }: MarkProps) {
  return children
}

/** A mark that readers do not see. */
export function PlainWords({ children }: MarkProps) {
  return children
}
