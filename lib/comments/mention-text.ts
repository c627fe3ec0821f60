/**
 * A comment is plain text in which `@[Name](personId)` names somebody. The name is what it was when it was written; the id
 * says who is meant.
 */
const MENTION = /@\[([^[\]\n]{1,120})\]\(([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\)/gu

export type CommentPart = { kind: 'words'; text: string } | { kind: 'mention'; name: string; personId: string }

/** The words and the names of a comment, in order. */
export function partsOf(text: string): CommentPart[] {
  const parts: CommentPart[] = []
  let at = 0
  for (const match of text.matchAll(MENTION)) {
    const [whole, name = '', personId = ''] = match
    if (match.index > at) parts.push({ kind: 'words', text: text.slice(at, match.index) })
    parts.push({ kind: 'mention', name, personId })
    at = match.index + whole.length
  }
  if (at < text.length) parts.push({ kind: 'words', text: text.slice(at) })
  return parts
}

/** The ids of everybody who is named, each once, in order of appearance. */
export function mentionsIn(text: string): string[] {
  return [...new Set(partsOf(text).flatMap((part) => (part.kind === 'mention' ? [part.personId] : [])))]
}

/** The comment as it is read: "@Name" for each mention. */
export function readableText(text: string): string {
  return partsOf(text)
    .map((part) => (part.kind === 'words' ? part.text : `@${part.name}`))
    .join('')
}

/** A mention as it is stored. */
export function mentionOf({ id, name }: { id: string; name: string }): string {
  return `@[${name.replace(/[[\]\n]/gu, ' ')}](${id})`
}
