import { Fragment, type Node } from 'prosemirror-model'
import { safePageUrl } from '../document/addresses'
import type { Document } from '../document/document'
import { openingParagraph } from '../document/opening-paragraph'
import { schema } from '../document/schema'

/** What is of no use on another site, or not ours to give: pictures, and what leads readers on. */
const LEFT_OUT: ReadonlySet<string> = new Set(['image', 'readMore', 'related', 'newsletterSignUp'])

type Around = { byline: string; dateline: string }

/**
 * An article's words as another publisher gets them: signed below the standfirst, the dateline before the first of them, a link in the place
 * of each post. What is empty then is gone.
 */
export function republishedDocument(document: Document, { byline, dateline }: Around): Document {
  const [headline, standfirst, ...blocks] = withoutRest(withDateline(document, dateline)).children
  const signed = byline === '' ? [] : [paragraph(byline)]
  return document.copy(Fragment.fromArray([headline, standfirst, ...signed, ...blocks].filter((node) => node != null)))
}

function withDateline(document: Document, dateline: string): Document {
  if (dateline === '') return document
  const at = openingParagraph(document)
  const opening = at === -1 ? null : document.child(at)
  if (opening === null) return insertAt(document, paragraph(dateline), 2)
  const dated = opening.copy(Fragment.from(schema.text(`${dateline} – `)).append(opening.content))
  return document.copy(document.content.replaceChild(at, dated))
}

function insertAt(document: Document, node: Node, index: number): Document {
  return document.copy(Fragment.fromArray(document.children.toSpliced(index, 0, node)))
}

function withoutRest(node: Node): Node {
  if (node.isTextblock || node.isLeaf) return node
  const kept = node.children
    .filter((child) => !LEFT_OUT.has(child.type.name))
    .flatMap((child) => (child.type.name === 'socialPost' ? linkToPost(child) : [withoutRest(child)]))
  return node.copy(Fragment.fromArray(kept))
}

/** "Post by Ada Marsh on Mastodon", with the link on it; nothing where there is nowhere to go. */
function linkToPost({ attrs }: Node): Node[] {
  const address = safePageUrl(attrs.url)
  if (address === null) return []
  const by = attrs.author === '' ? '' : ` by ${attrs.author}`
  const on = attrs.network === '' ? '' : ` on ${attrs.network}`
  const words = attrs.title || `${POST_WORDS[attrs.kind] ?? 'Post'}${by}${on}`
  const link = schema.marks.link.create({ articleId: null, href: address })
  return [schema.nodes.paragraph.create(null, [schema.text(words, [link]), schema.text(` (${address})`)])]
}

const POST_WORDS: Readonly<Record<string, string>> = { video: 'Video', audio: 'Recording' }

function paragraph(words: string): Node {
  return schema.nodes.paragraph.create(null, schema.text(words))
}
