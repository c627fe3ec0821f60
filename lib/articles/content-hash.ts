import { createHash } from 'node:crypto'
import { UNSAID } from '../document/attribution'
import { type Document, toJson } from '../document/document'
import { forReaders } from '../document/for-readers'
import type { FrozenFields } from './edition-metadata'

/**
 * What an approval or a signature is about: the words and fields that readers would get, in 64 hexadecimal digits. Comments and
 * open suggestions make no difference; neither does the address, nor the topics, which say nothing about anybody.
 */
export function contentHash(document: Document, fields: FrozenFields): string {
  const { kicker, trailText, dateline, shortHeadline, searchHeadline, socialHeadline, mailHeadline, mainImage } = fields
  const picture = mainImage && [mainImage.id, mainImage.alt, mainImage.caption, mainImage.credit]
  const content = [
    toJson(forReaders(document)),
    [kicker, trailText, dateline, shortHeadline, searchHeadline, socialHeadline, mailHeadline],
    fields.bylines.map(({ id, role }) => [id, role]),
    sourceInOrder(fields.source),
    picture,
  ]
  return createHash('sha256').update(JSON.stringify(content, withoutNotes)).digest('hex')
}

/** What is noted of quotations is nothing that readers get; what was signed before it could be noted stays signed. */
function withoutNotes(key: string, value: unknown): unknown {
  return key in UNSAID ? undefined : value
}

/** Fields that were frozen come back from the database with their keys in another order. */
function sourceInOrder(source: FrozenFields['source']): unknown {
  if (source === null) return null
  const { name, url, isCanonical, origin, licence, firstSeenAt, whatWeAdded } = source
  return [name, url, isCanonical, origin, licence, firstSeenAt, whatWeAdded]
}
