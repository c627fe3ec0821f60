import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { schema } from '@/lib/document/schema'
import type { Random } from './seeded'

export const pick = <Item>(random: Random, items: readonly Item[]): Item =>
  items[Math.floor(random() * items.length)] as Item
const upTo = (random: Random, most: number) => Math.floor(random() * (most + 1))
const WORDS = ['ferry', 'a', 'aa', 'river', 'the', 'the', 'mayor', '🚢', 'said', 'ab', '\u0065\u0301']
const ID = '01900000-0000-7000-8000-00000000000'

function words(random: Random, most = 6): string {
  return Array.from({ length: upTo(random, most) }, () => pick(random, WORDS)).join(pick(random, [' ', ' ', '']))
}

function inline(random: Random): Node[] {
  return Array.from({ length: upTo(random, 3) }, () => {
    const text = words(random, 4) || 'x'
    const marks = [
      ...(random() < 0.2 ? [schema.mark('bold')] : []),
      ...(random() < 0.2 ? [schema.mark('italic')] : []),
      ...(random() < 0.15 ? [schema.mark('link', { articleId: null, href: 'https://example.org/' })] : []),
    ]
    return random() < 0.1 ? schema.node('hardBreak') : schema.text(text, marks)
  })
}

function plain(random: Random, most = 6): Node[] {
  const text = words(random, most)
  return text === '' ? [] : [schema.text(text)]
}

const paragraph = (random: Random) => schema.node('paragraph', null, inline(random))

function randomBlock(random: Random): Node {
  const kind = pick(random, [
    'p',
    'p',
    'p',
    'p',
    'crosshead',
    'list',
    'quotation',
    'pull',
    'image',
    'divider',
    'card',
    'post',
  ])
  const some = () => Array.from({ length: 1 + upTo(random, 2) }, () => paragraph(random))
  if (kind === 'crosshead') return schema.node('crosshead', null, plain(random))
  if (kind === 'list')
    return schema.node(
      pick(random, ['bulletedList', 'numberedList']),
      null,
      some().map((each) => schema.node('listItem', null, [each])),
    )
  if (kind === 'quotation') return schema.node('quotation', { speaker: words(random, 1) }, some())
  if (kind === 'pull') return schema.node('pullQuote', { speaker: words(random, 1) }, plain(random))
  if (kind === 'image') return schema.node('image', { mediaId: ID + upTo(random, 3), alt: words(random, 2) })
  if (kind === 'divider') return schema.node('divider')
  if (kind === 'card') return schema.node('readMore', { articleId: ID + upTo(random, 3) })
  if (kind === 'post') return schema.node('socialPost', { author: 'Bo' }, some())
  return paragraph(random)
}

export function randomDocument(random: Random): Node {
  return schema.node('doc', null, [
    schema.node('headline', null, plain(random)),
    schema.node('standfirst', null, plain(random)),
    ...Array.from({ length: 1 + upTo(random, 5) }, () => randomBlock(random)),
  ])
}

export type Edit = { name: string; after: Node; head: number; cursorBefore: number | null; isText: boolean }

/** Something that an editor lets a person do to a document; null when it was nothing. */
export function randomEdit(random: Random, doc: Node): Edit | null {
  const tr = new Transform(doc)
  const bodyStart = doc.child(0).nodeSize + doc.child(1).nodeSize
  const textblocks: { node: Node; pos: number }[] = []
  doc.descendants((node, pos) => {
    if (node.isTextblock) textblocks.push({ node, pos })
  })
  const at = pick(random, textblocks)
  const place = (block = at) => block.pos + 1 + upTo(random, block.node.content.size)
  const head = place()
  const blockIndex = 2 + upTo(random, doc.childCount - 3)
  const startOf = (index: number) => doc.children.slice(0, index).reduce((sum, node) => sum + node.nodeSize, 0)
  const name = pick(random, [
    'type',
    'type',
    'type',
    'backspace',
    'delete',
    'erase',
    'erase across',
    'erase across',
    'type over',
    'split',
    'split',
    'join',
    'join',
    'bold',
    'unmark',
    'link',
    'kind',
    'insert block',
    'remove block',
    'move',
    'move',
    'paste',
    'paste',
    'wrap',
    'attribute',
    'replace all',
    'split item',
  ])
  const isText = [
    'type',
    'backspace',
    'delete',
    'erase',
    'erase across',
    'type over',
    'split',
    'join',
    'bold',
    'unmark',
    'link',
  ].includes(name)
  let after = head
  let cursorBefore: number | null = head
  try {
    if (name === 'type') {
      const text = words(random, 2) || 'x'
      tr.insert(head, schema.text(text, doc.resolve(head).marks()))
      after = head + text.length
    } else if (name === 'backspace' && head > at.pos + 1) {
      tr.delete(head - 1, head)
      after = head - 1
    } else if (name === 'delete' && head < at.pos + 1 + at.node.content.size) tr.delete(head, head + 1)
    else if (name === 'erase' || name === 'type over') {
      const [from = 0, to = 0] = [head, place()].sort((one, other) => one - other)
      cursorBefore = null
      if (name === 'erase') tr.delete(from, to)
      else tr.replaceWith(from, to, schema.text('new', doc.resolve(from).marks()))
      after = name === 'erase' ? from : from + 3
    } else if (name === 'erase across') {
      const tops = textblocks.filter(({ pos }) => pos >= bodyStart && doc.resolve(pos).depth === 0)
      if (tops.length < 2) return null
      const [from = 0, to = 0] = [place(pick(random, tops)), place(pick(random, tops))].sort(
        (one, other) => one - other,
      )
      cursorBefore = null
      tr.delete(from, to)
      after = from
    } else if (name === 'split' && head > bodyStart && doc.resolve(head).depth === 1) {
      tr.split(head)
      after = head + 2
    } else if (name === 'join') {
      const start = startOf(blockIndex)
      const joinable = blockIndex > 2 && doc.child(blockIndex).isTextblock && doc.child(blockIndex - 1).isTextblock
      if (!joinable) return null
      tr.join(start)
      after = start - 1
      cursorBefore = start + 1
    } else if (name === 'bold' || name === 'link' || name === 'unmark') {
      const to = place()
      const mark =
        name === 'link'
          ? schema.mark('link', { articleId: ID + upTo(random, 3), href: null })
          : schema.mark(name === 'bold' ? 'bold' : pick(random, ['bold', 'italic'] as const))
      if (name === 'unmark') tr.removeMark(Math.min(head, to), Math.max(head, to))
      else tr.addMark(Math.min(head, to), Math.max(head, to), mark)
      cursorBefore = null
      if (name === 'unmark') {
        // What is not a format stays: nobody can take those off by a key.
        doc.nodesBetween(Math.min(head, to), Math.max(head, to), (node, pos) => {
          if (!node.isInline) return
          for (const one of node.marks)
            if (['inserted', 'removed', 'reformatted'].includes(one.type.name))
              tr.addMark(Math.max(pos, Math.min(head, to)), Math.min(pos + node.nodeSize, Math.max(head, to)), one)
        })
      }
    } else if (name === 'kind') {
      if (!doc.child(blockIndex).isTextblock) return null
      const start = startOf(blockIndex)
      tr.setBlockType(
        start + 1,
        start + 1,
        schema.nodes[pick(random, ['paragraph', 'crosshead', 'pullQuote'] as const)],
      )
      after = start + 1
    } else if (name === 'insert block') {
      tr.insert(startOf(blockIndex), randomBlock(random))
      after = startOf(blockIndex) + 1
    } else if (name === 'remove block' && doc.childCount > 3) {
      tr.delete(startOf(blockIndex), startOf(blockIndex + 1))
      after = Math.min(startOf(blockIndex) + 1, tr.doc.content.size)
      cursorBefore = null
    } else if (name === 'move' && doc.childCount > 3) {
      const block = doc.child(blockIndex)
      const gap = pick(random, [blockIndex - 1, blockIndex + 2, 2 + upTo(random, doc.childCount - 2)])
      if (gap < 2 || gap > doc.childCount || gap === blockIndex || gap === blockIndex + 1) return null
      const target = gap > blockIndex ? startOf(gap) - block.nodeSize : startOf(gap)
      tr.delete(startOf(blockIndex), startOf(blockIndex + 1)).insert(target, block)
      after = target + 1
    } else if (name === 'paste') {
      if (head < bodyStart) return null
      const source = randomDocument(random)
      const from = upTo(random, source.content.size)
      tr.replace(head, head, source.slice(from, from + upTo(random, source.content.size - from)))
      after = Math.min(tr.mapping.map(head), tr.doc.content.size)
    } else if (name === 'wrap') {
      const start = startOf(blockIndex)
      const $at = tr.doc.resolve(start + 1)
      const range = $at.blockRange()
      if (!range || doc.child(blockIndex).type.name !== 'paragraph') return null
      tr.wrap(range, [{ type: schema.nodes.bulletedList }, { type: schema.nodes.listItem }])
    } else if (name === 'attribute') {
      const block = doc.child(blockIndex)
      const attribute = Object.keys(block.attrs).find((key) => ['alt', 'speaker', 'author', 'articleId'].includes(key))
      if (attribute === undefined) return null
      tr.setNodeAttribute(startOf(blockIndex), attribute, attribute === 'articleId' ? `${ID}9` : words(random, 2))
    } else if (name === 'replace all') {
      const found: number[] = []
      doc.descendants((node, pos) => {
        for (const { index } of node.text?.matchAll(/the/g) ?? []) found.push(pos + index)
      })
      for (const pos of found.toReversed())
        tr.replaceWith(pos, pos + 3, schema.text('one', doc.resolve(pos + 1).marks()))
    } else if (name === 'split item') {
      const depth = doc.resolve(head).depth
      if (depth < 3) return null
      tr.split(head, 2)
      after = head + 4
    } else return null
    if (tr.doc.eq(doc) || tr.doc.child(0).type.name !== 'headline' || tr.doc.childCount < 3) return null
    tr.doc.check()
    return { name, after: tr.doc, head: Math.min(after, tr.doc.content.size), cursorBefore, isText }
  } catch (error) {
    // What does not fit is no edit.
    if (error instanceof RangeError || (error instanceof Error && /^(Replace|Transform)Error$/.test(error.name)))
      return null
    throw error
  }
}
