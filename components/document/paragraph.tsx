import { Dateline } from './dateline'
import type { NodeProps } from './printing'
import { QuestionLink } from './question-link'

/** An empty paragraph is a place where somebody stopped typing; readers get no gap. */
export function Paragraph({ node, printing, children }: NodeProps) {
  if (node.content.size === 0) return null
  return (
    <p>
      {printing.dateline === undefined ? null : (
        <>
          <Dateline>{printing.dateline}</Dateline>
          {' – '}
        </>
      )}
      {children}
      <QuestionLink paragraph={node} printing={printing} />
    </p>
  )
}
