import type { DocumentJson } from '../document/document'
import type { Resolved } from '../document/resolved'

type Json = { type?: string; attrs?: Record<string, unknown>; marks?: Json[]; content?: Json[]; text?: string }

/**
 * A document as JSON in which nothing points at an article or a newsletter that readers do not have: its words stay, its id does not. As every other output of
 * a document has it.
 */
export function withoutPrivateLinks(document: DocumentJson, resolved: Resolved): DocumentJson {
  return { type: 'doc', content: inside(document.content as Json[], resolved) }
}

function inside(nodes: readonly Json[], resolved: Resolved): Json[] {
  return nodes.flatMap((node) => {
    const attrs = node.attrs ?? {}
    if (node.type === 'readMore' && !isPublic(attrs.articleId, resolved)) return []
    if (node.type === 'newsletterSignUp' && !resolved.newsletters.has(String(attrs.newsletterId))) return []
    return [
      {
        ...node,
        ...(node.type === 'related' ? { attrs: { ...attrs, articleIds: publicIds(attrs.articleIds, resolved) } } : {}),
        ...(node.marks === undefined ? {} : { marks: node.marks.filter((mark) => leadsSomewhere(mark, resolved)) }),
        ...(node.content === undefined ? {} : { content: inside(node.content, resolved) }),
      },
    ]
  })
}

function isPublic(id: unknown, { articles }: Resolved): boolean {
  return typeof id === 'string' && articles.has(id)
}

function publicIds(ids: unknown, resolved: Resolved): unknown[] {
  return Array.isArray(ids) ? ids.filter((id) => isPublic(id, resolved)) : []
}

function leadsSomewhere({ type, attrs }: Json, resolved: Resolved): boolean {
  return type !== 'link' || attrs?.articleId == null || isPublic(attrs.articleId, resolved)
}
