import type { ReactNode } from 'react'
import { headingOf } from '@/lib/document/box-headings'
import type { NodeProps } from './printing'

/** A part of the article with a heading of its own. One without words is not there. */
function Box({ node, number, printing, className, children }: NodeProps & { className: string }) {
  if (node.textContent.trim() === '') return null
  const id = `box-${number}`
  return (
    <aside className={`box ${className}`} aria-labelledby={id}>
      <h2 id={id} className="box-heading">
        {headingOf(node, printing.time.language)}
      </h2>
      {children}
    </aside>
  )
}

export function KeyPoints({ children, ...rest }: NodeProps) {
  return (
    <Box {...rest} className="key-points">
      <ul>{children}</ul>
    </Box>
  )
}

export function KeyPoint({ node, children }: NodeProps) {
  return node.content.size === 0 ? null : <li>{children}</li>
}

export function FactBox(props: NodeProps) {
  return <Box {...props} className="fact-box" />
}

export function Timeline({ children, ...rest }: NodeProps) {
  return (
    <Box {...rest} className="timeline">
      <ol>{children}</ol>
    </Box>
  )
}

export function TimelineEntry({ node, children }: NodeProps) {
  const { when } = node.attrs
  if (when === '' && node.textContent.trim() === '') return null
  return (
    <li>
      {when === '' ? null : <p className="timeline-when">{when}</p>}
      {children}
    </li>
  )
}

export function QuestionAndAnswer(props: NodeProps) {
  return <Box {...props} className="questions" />
}

export function QuestionEntry({ children }: NodeProps): ReactNode {
  return children
}

export function Question({ node, children }: NodeProps) {
  return node.content.size === 0 ? null : <h3 className="question">{children}</h3>
}
