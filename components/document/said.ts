import { createElement, Fragment, type ReactNode } from 'react'
import type { Pieces } from '@/lib/site-words/pieces'

/** A sentence of lib/site-words with parts of the page in it. */
export function said(pieces: Pieces<ReactNode>): ReactNode {
  return createElement(Fragment, null, ...pieces)
}
