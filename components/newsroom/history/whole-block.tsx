import type { Node } from 'prosemirror-model'
import type { ReactNode } from 'react'
import type { HeadlineOf } from '@/lib/document/compare/rows'
import { inlineOf } from '@/lib/document/compare/tokens'
import { Block } from './block'
import { inPlace } from './in-place'
import { Words } from './words'

/** A block with everything in it, as it stands in one version. */
export function WholeBlock({
  node,
  headlineOf,
  change,
  children,
}: {
  node: Node
  headlineOf: HeadlineOf
  change?: string | undefined
  children?: ReactNode
}) {
  return (
    <Block type={node.type.name} attrs={node.attrs} headlineOf={headlineOf} change={change}>
      {node.isTextblock ? <Words words={wordsOf(node)} /> : insides(node, headlineOf)}
      {children}
    </Block>
  )
}

function wordsOf(node: Node) {
  const { text, stretches } = inlineOf(node)
  return stretches.map(({ from, to, marks }) => ({ text: text.slice(from, to), marks }))
}

function insides(node: Node, headlineOf: HeadlineOf): ReactNode {
  return inPlace(node.children, (child, place) => <WholeBlock key={place} node={child} headlineOf={headlineOf} />)
}
