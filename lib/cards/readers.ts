import { EditionMetadata } from '../articles/edition-metadata'
import { database } from '../db/database'
import { isId } from '../document/addresses'
import { readLookSettings } from '../look/look'
import { recordTags } from '../reader-cache/record'
import { tag } from '../reader-cache/tags'
import { readSettings } from '../settings/settings'
import { type CardWords, cardOf } from './card-of'

/** What the card of a public article says, of the edition that readers have; null where there is none. */
export async function findCard(articleId: string): Promise<CardWords | null> {
  const [settings, look, row] = await Promise.all([readSettings(), readLookSettings(), findLive(articleId)])
  if (row === null) {
    recordTags(tag.everything)
    return null
  }
  recordTags(tag.article(articleId))
  return cardOf(EditionMetadata.parse(row.edition.metadata), settings, look)
}

async function findLive(articleId: string) {
  if (!isId(articleId)) return null
  return database().publication.findUnique({
    where: { articleId },
    select: { edition: { select: { metadata: true } } },
  })
}
