import type { Node } from 'prosemirror-model'
import { memo } from 'react'
import type { HeadlineOf } from '@/lib/document/compare/rows'
import type { Document } from '@/lib/document/document'
import { Block } from './block'
import { inPlace } from './in-place'
import type { Tinted } from './track'
import { type ShownWords, Words } from './words'

/** A version of the text with the last changes marked. A block that did not change is not rendered again. */
export function PlayedDocument({
  document,
  tinted,
  headlineOf,
}: {
  document: Document
  tinted: readonly Tinted[]
  headlineOf: HeadlineOf
}) {
  let at = 0
  return inPlace(document.children, (node, place) => {
    const start = at
    at += node.nodeSize
    const inside = tinted
      .filter(({ from, to }) => from < start + node.nodeSize && to > start)
      .map(({ from, to, tint }) => ({ from: from - start, to: to - start, tint }))
    return <TopBlock key={place} node={node} tinted={inside} headlineOf={headlineOf} />
  })
}

type BlockProps = { node: Node; tinted: readonly Tinted[]; headlineOf: HeadlineOf }

const TopBlock = memo(
  function TopBlock({ node, tinted, headlineOf }: BlockProps) {
    return (
      <div data-touched={tinted.length > 0 || undefined}>
        <PlayedBlock node={node} tinted={tinted} headlineOf={headlineOf} />
      </div>
    )
  },
  (one, other) =>
    one.node === other.node &&
    one.headlineOf === other.headlineOf &&
    JSON.stringify(one.tinted) === JSON.stringify(other.tinted),
)

/** Positions are counted from where the block begins. */
function PlayedBlock({ node, tinted, headlineOf }: BlockProps) {
  return (
    <Block type={node.type.name} attrs={node.attrs} headlineOf={headlineOf}>
      {node.isTextblock ? <Words words={tintedWords(node, tinted)} /> : insidesOf({ node, tinted, headlineOf })}
    </Block>
  )
}

function insidesOf({ node, tinted, headlineOf }: BlockProps) {
  let at = 1
  return inPlace(node.children, (child, place) => {
    const start = at
    at += child.nodeSize
    const inside = tinted.map(({ from, to, tint }) => ({ from: from - start, to: to - start, tint }))
    return <PlayedBlock key={place} node={child} tinted={inside} headlineOf={headlineOf} />
  })
}

function tintedWords(block: Node, tinted: readonly Tinted[]): ShownWords[] {
  const words: ShownWords[] = []
  const add = (text: string, marks: Node['marks'], from: number, size: number) => {
    const cuts = new Set([0, size])
    for (const range of tinted)
      for (const cut of [range.from - from, range.to - from]) if (cut > 0 && cut < size) cuts.add(cut)
    const sorted = [...cuts].sort((one, other) => one - other)
    sorted.slice(0, -1).forEach((cut, index) => {
      const end = sorted[index + 1] ?? size
      const tint = tinted.findLast((range) => range.from < from + end && range.to > from + cut)?.tint
      // A line break is one position and one character; a footnote is not cut.
      words.push({ text: text.length === size ? text.slice(cut, end) : text, marks, tint })
    })
  }
  block.forEach((node, offset) => {
    const from = offset + 1
    if (node.isText) add(node.text ?? '', node.marks, from, node.nodeSize)
    else if (node.type.spec.leafText) add(node.type.spec.leafText(node), node.marks, from, 1)
    else words.push({ text: `[${node.textContent}]`, marks: node.marks, tint: undefined })
  })
  return words
}
