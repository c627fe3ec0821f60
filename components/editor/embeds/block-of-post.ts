import type { Node, Schema } from '@tiptap/pm/model'
import type { CapturedPost, UnknownPost } from '../api/embeds'

/**
 * The block for what a network answered: filled, or empty where it is a network of ours that did not answer. Null where
 * nothing is known that makes the address more than a link.
 */
export function blockOfPost(post: CapturedPost | UnknownPost, url: string, schema: Schema): Node | null {
  if (post.kind === 'unknown') {
    const { expected, network } = post
    if (expected === null || expected === 'page') return null
    return schema.node('socialPost', { kind: expected, network, url }, schema.node('paragraph'))
  }
  const { kind, words, ...attributes } = post
  if (kind === 'page') return null
  const paragraphs = (kind === 'post' ? words : '').split(/\n+/).map((line) => paragraphOf(line, schema))
  // A post has no title of its own: networks make one of its words.
  const title = kind === 'post' ? '' : attributes.title
  return schema.node('socialPost', { ...attributes, kind, title }, paragraphs)
}

function paragraphOf(line: string, schema: Schema): Node {
  return schema.node('paragraph', null, line === '' ? [] : schema.text(line))
}
