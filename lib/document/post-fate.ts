/** The original of a post that is quoted, as it was last seen. Instants are ISO 8601. */
export type SeenPost = {
  /** SHA-256 of what it says (lib/embeds/hash-of-post.ts); empty until it was first seen. */
  hash: string
  /** When it was first seen to say that; null until then. */
  changedAt: string | null
  /** The first look that did not find it any more; null while it is there. */
  deletedAt: string | null
}

export type PostFate = { state: 'deleted' | 'edited'; since: string }

/**
 * What is to be said of the original beside a block that quotes it, by what was captured for this block: the same edit makes
 * one block out of date and leaves a later one true. Words that were typed in were never the network's, and are not edited.
 */
export function fateOfPost(captured: string, seen: SeenPost | null | undefined): PostFate | null {
  if (!seen) return null
  if (seen.deletedAt !== null) return { state: 'deleted', since: seen.deletedAt }
  const isEdited = captured !== '' && seen.hash !== '' && captured !== seen.hash
  return isEdited && seen.changedAt !== null ? { state: 'edited', since: seen.changedAt } : null
}
