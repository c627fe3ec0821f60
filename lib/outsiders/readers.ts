import { now } from '../clock'
import { database } from '../db/database'
import type { Document } from '../document/document'
import { forReaders } from '../document/for-readers'
import { type Resolved, referencesOf } from '../document/resolved'
import { newId } from '../ids'
import { readRendition } from '../media/picture-files'
import { withPlacedPromos } from '../promos/place-promos'
import { resolveOnStory } from '../promos/sensitive'
import { findOpenLink } from './find-open-link'
import type { Purpose } from './limits'
import { type Shown, shownTo } from './shown-to'

// What a secret opens for whoever holds it. Like the readers of public pages these take no actor; unlike them they see drafts,
// and nothing that they answer is ever kept: lib/reader-cache/serve-preview.ts.

export type Preview = {
  label: string
  purpose: Purpose
  version: number
  /** As readers would get it: no comment, no suggestion. */
  document: Document
  fields: Omit<Shown['fields'], 'mainImage'>
  mainImage: (NonNullable<Shown['fields']['mainImage']> & { folder: string }) | null
  section: { slug: string; name: string } | null
  resolved: Resolved
  /** How the holder answered, where they were asked to sign and did. */
  signed: { name: string; verdict: 'SIGNED' | 'CONDITIONS' | 'REFUSED'; at: Date } | null
  /** The draft has gone on since the version that is shown. */
  isOlder: boolean
  /** For the form: what is sent twice with it is kept once. */
  once: string
}

/** What a secret shows; counts that it was opened. Null where it opens nothing, whatever the reason. */
export async function openPreview(secret: string): Promise<Preview | null> {
  const link = await findOpenLink(database(), secret)
  if (link === null) return null
  await database().outsiderLink.update({
    where: { id: link.id },
    data: { opened: { increment: 1 }, lastOpenedAt: now() },
  })
  const { article, document: whole, fields, version } = await shownTo(database(), link)
  const document = forReaders((await withPlacedPromos(database(), whole)).document)
  const resolved = await resolveOnStory(document, {
    sectionId: article.sectionId,
    topicIds: article.topics.map(({ topic }) => topic.id),
  })
  const folder = pictureFolder(secret)
  const draft = await database().draft.findUniqueOrThrow({
    where: { articleId: link.articleId },
    select: { version: true },
  })
  return {
    label: link.label,
    purpose: link.purpose,
    version,
    document,
    fields,
    mainImage: fields.mainImage && { ...fields.mainImage, folder },
    section: article.section && { slug: article.section.slug, name: article.section.name },
    resolved: {
      ...resolved,
      pictures: new Map([...resolved.pictures].map(([id, picture]) => [id, { ...picture, folder }])),
    },
    signed: await signatureOf(link.id),
    isOlder: version < draft.version,
    once: newId(),
  }
}

async function signatureOf(linkId: string): Promise<Preview['signed']> {
  const review = await database().legalReview.findFirst({
    where: { outsiderLinkId: linkId, signedAt: { not: null } },
    select: { signedByName: true, verdict: true, signedAt: true },
  })
  if (review === null || review.verdict === 'ASKED' || review.signedAt === null) return null
  return { name: review.signedByName ?? '', verdict: review.verdict, at: review.signedAt }
}

/** Where the pictures of a preview lie: for the holder of the secret and for nobody else. */
function pictureFolder(secret: string): string {
  return `/preview/${secret}/media`
}

/** A picture of just the article that the secret shows. Null for every other one. */
export async function findPreviewPicture(secret: string, mediaId: string, rendition: string): Promise<Buffer | null> {
  const link = await findOpenLink(database(), secret)
  if (link === null) return null
  const { document, fields } = await shownTo(database(), link)
  const shown = [...referencesOf(forReaders(document)).mediaIds, ...(fields.mainImage ? [fields.mainImage.id] : [])]
  return shown.includes(mediaId) ? readRendition(mediaId, rendition) : null
}
