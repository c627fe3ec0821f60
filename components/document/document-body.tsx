import { createElement, Fragment } from 'react'
import type { Document } from '@/lib/document/document'
import { DocumentNode } from './document-node'
import type { Printing } from './printing'

/** The text of an article below headline and standfirst, which stand in the page's header. */
export function DocumentBody({ document, printing }: { document: Document; printing: Printing }) {
  const blocks = document.children.slice(2)
  return createElement(Fragment, null, ...blocks.map((node) => DocumentNode({ node, printing })))
}
