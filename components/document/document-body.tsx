import { createElement, Fragment } from 'react'
import type { Document } from '@/lib/document/document'
import { openingParagraph } from '@/lib/document/opening-paragraph'
import { Dateline } from './dateline'
import { DocumentNode } from './document-node'
import { Footnotes } from './footnotes'
import { Numbering } from './numbering'
import type { Printing } from './printing'

/**
 * The text of an article below headline and standfirst, which stand in the page's header. The dateline stands before its
 * first words; on a line of its own where no paragraph opens the text.
 */
export function DocumentBody({ document, printing }: { document: Document; printing: Printing }) {
  const { dateline = '', ...plain } = printing
  const numbering = new Numbering()
  const opening = dateline === '' ? -1 : openingParagraph(document)
  const blocks = document.children
    .slice(2)
    .map((node, index) => DocumentNode({ node, numbering, printing: index + 2 === opening ? printing : plain }))
  if (dateline !== '' && opening === -1)
    blocks.unshift(
      <p>
        <Dateline>{dateline}</Dateline>
      </p>,
    )
  return createElement(Fragment, null, ...blocks, <Footnotes notes={numbering.notes} printing={printing} />)
}
