import type { Mark, Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { schema } from '@/lib/document/schema'
import type { Random } from './seeded'

const { nodes, marks } = schema

const WORDS =
  'ferry quay mayor island budget night harbour council vote plan cost road school nurse winter tide fish boat bill court judge storm train bridge market garden letter engine ticket museum river library doctor farmer'.split(
    ' ',
  )

/** A document with a headline, a standfirst and blocks of about forty words. */
export function randomDocument(random: Random, blocks = 3 + Math.floor(random() * 10)): Node {
  return nodes.doc.create(null, [
    nodes.headline.create(null, schema.text(sentence(random, 6))),
    nodes.standfirst.create(null, schema.text(sentence(random, 14))),
    ...Array.from({ length: blocks }, () => randomBlock(random)),
  ])
}

/** The document after one change that a person could have made. */
export function randomEdit(document: Node, random: Random): Node {
  return randomChange(document, random).doc
}

/** One change that a person could have made: typed, deleted, marked, split, moved, put in, made another block. */
export function randomChange(document: Node, random: Random): Transform {
  const transform = new Transform(document)
  const index = 2 + Math.floor(random() * (document.childCount - 2))
  const block = document.child(index)
  let at = 0
  for (let before = 0; before < index; before += 1) at += document.child(before).nodeSize
  const inside = wordsIn(document, random)
  switch (Math.floor(random() * 8)) {
    case 0:
    case 1:
      return inside ? transform.insert(inside.at, schema.text(`${pick(random, WORDS)} `)) : transform
    case 2:
      return inside
        ? transform.delete(inside.at, Math.min(inside.end, inside.at + Math.floor(random() * 20)))
        : transform
    case 3:
      return inside?.isBody
        ? transform.addMark(inside.at, Math.min(inside.end, inside.at + 9), aMark(random))
        : transform
    case 4:
      return transform.insert(at, randomBlock(random))
    case 5:
      return document.childCount > 3 ? transform.delete(at, at + block.nodeSize) : transform
    case 6: {
      // Moved: taken out here and put in elsewhere, as dragging does it.
      if (document.childCount < 4) return transform
      transform.delete(at, at + block.nodeSize)
      const to = 2 + Math.floor(random() * (transform.doc.childCount - 2))
      let target = 0
      for (let before = 0; before < to; before += 1) target += transform.doc.child(before).nodeSize
      return transform.insert(target, block)
    }
    default:
      return block.type === nodes.paragraph && block.content.size > 4
        ? transform.split(at + 1 + Math.floor(random() * block.content.size))
        : transform
  }
}

function wordsIn(document: Node, random: Random): { at: number; end: number; isBody: boolean } | null {
  const found: { at: number; end: number; isBody: boolean }[] = []
  document.descendants((node, position) => {
    if (!node.isTextblock) return
    const start = position + 1
    const at = start + Math.floor(random() * (node.content.size + 1))
    found.push({ at, end: start + node.content.size, isBody: node.type === nodes.paragraph })
  })
  return found.length === 0 ? null : pick(random, found)
}

function randomBlock(random: Random): Node {
  const kind = Math.floor(random() * 12)
  if (kind === 0) return nodes.crosshead.create(null, schema.text(sentence(random, 4)))
  if (kind === 1) return nodes.divider.create()
  if (kind === 2) return nodes.image.create({ alt: sentence(random, 4), caption: sentence(random, 6) })
  if (kind === 3)
    return nodes.bulletedList.create(
      null,
      Array.from({ length: 3 }, () => nodes.listItem.create(null, paragraph(random, 6))),
    )
  if (kind === 4) return nodes.quotation.create({ speaker: 'Ada' }, [paragraph(random, 12), paragraph(random, 8)])
  if (kind === 5) return nodes.paragraph.create()
  return paragraph(random, 40)
}

function paragraph(random: Random, words: number): Node {
  return nodes.paragraph.create(null, [
    schema.text(`${sentence(random, words)} `),
    schema.text(pick(random, WORDS), [aMark(random)]),
    schema.text('. ⛵'),
  ])
}

function aMark(random: Random): Mark {
  return pick(random, [
    marks.bold.create(),
    marks.italic.create(),
    marks.link.create({ articleId: null, href: 'https://example.org/' }),
  ])
}

function sentence(random: Random, words: number): string {
  return Array.from({ length: words }, () => pick(random, WORDS)).join(' ')
}

function pick<Value>(random: Random, values: readonly Value[]): Value {
  return values[Math.floor(random() * values.length)] as Value
}
