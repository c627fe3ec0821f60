import { createHash } from 'node:crypto'

/** SHA-256, in hexadecimal, of what makes a post this post. The same words give the same hash on every look. */
export function hashOfPost({
  author,
  handle,
  words,
  title,
  url,
}: Record<'author' | 'handle' | 'words' | 'title' | 'url', string>): string {
  // A list has one order, whatever wrote the object.
  return createHash('sha256')
    .update(JSON.stringify([author, handle, words, title, url]))
    .digest('hex')
}
