import { NOTES, type NoteRead, notesRead, type PublicCorrection } from '@/lib/corrections/readers'
import { database } from '@/lib/db/database'
import { sqlOn, sqlText } from '@/lib/db/sql'
import { type Document, parseDocument } from '@/lib/document/document'
import { recordTags } from '@/lib/reader-cache/record'
import { tag } from '@/lib/reader-cache/tags'
import { BYLINES_NOW, type BylineNow, bylinesNow } from './byline-readers'
import { EditionMetadata } from './edition-metadata'
import { findFormerArticle } from './find-former-article'
import { PAGE_LENGTH } from './page-length'
import { pathOf } from './paths'
import { newestFirst, type PublicPicture, type Teaser, type TeaserRow, teaserOf, teaserWith } from './public-article'
import { readNewest, readNewestOfSections, readTeasersOf, TEASERS } from './read-teasers'
import { findPublicShelf, type PublicShelf, TOPICS_NOW, type TopicNow, topicsNow } from './shelf-readers'

// What readers may see: Publication and the edition that it points at, nothing else. These functions take no actor and
// never look at a draft or at an article's working fields. Each tells the reader cache what it read.

export type PublicArticle = Teaser & {
  document: Document
  metadata: EditionMetadata
  /** What readers were told of what changed, the newest first. */
  corrections: PublicCorrection[]
}

export type Found =
  /** With the ids of the claims that it tells, in the order in which it does; none where their box is not switched on. */
  | { kind: 'live'; article: PublicArticle; claimIds: string[] }
  | { kind: 'moved'; path: string }
  | { kind: 'gone'; reason: string; at: Date }
  | { kind: 'unknown' }

export type Section = { id: string; slug: string; name: string; description: string }
export type Listing<Subject> = { subject: Subject; articles: Teaser[]; page: number; hasMore: boolean }

/**
 * What stands at `/section/slug`: an article, another address of it, the notice that it was withdrawn, or nothing.
 * A withdrawn article's headline is not told.
 */
export async function findArticleByPath(sectionSlug: string, slug: string): Promise<Found> {
  const [row] = await sqlOn(database())<LiveRow>`
    SELECT p."articleId", p.slug, p."firstPublishedAt", p."updatedAt", p."correctedAs"::text, p."correctedAt",
      jsonb_build_object('id', s.id, 'slug', s.slug, 'name', s.name) AS section,
      jsonb_build_object('number', e.number, 'metadata', e.metadata) AS edition, e.document,
      ${TOPICS_NOW}, ${BYLINES_NOW}, ${NOTES}, ${CLAIMS_TOLD}
    FROM "Publication" p JOIN "Section" s ON s.id = p."sectionId" JOIN "Edition" e ON e.id = p."editionId"
    WHERE p.slug = ${slug} AND s.slug = ${sectionSlug}`
  if (row !== undefined) {
    recordTags(tag.article(row.articleId))
    const frozen = EditionMetadata.parse(row.edition.metadata)
    const bylines = bylinesNow(row.bylines)(frozen.bylines)
    const metadata = { ...frozen, topics: topicsNow(row.topics)(frozen.topics), bylines }
    const document = parseDocument(row.document)
    const article = { ...teaserWith(row, frozen), bylines, metadata, document, corrections: notesRead(row.notes) }
    return { kind: 'live', article, claimIds: [...new Set(row.claims)] }
  }
  return findFormerPath(sectionSlug, slug)
}

type LiveRow = TeaserRow & {
  document: unknown
  topics: TopicNow[]
  bylines: BylineNow[]
  notes: NoteRead[]
  claims: string[]
}

const CLAIMS_TOLD = sqlText`coalesce((
  SELECT jsonb_agg(u."claimId" ORDER BY u.position) FROM "ClaimUse" u JOIN "Article" a ON a.id = u."articleId"
  WHERE a.id = p."articleId" AND a."showsClaims" AND u.layer = 'PUBLIC'), '[]') AS claims`

async function findFormerPath(sectionSlug: string, slug: string): Promise<Found> {
  const articleId = await findFormerArticle(sectionSlug, slug)
  if (articleId === null) {
    // Whatever is published next may stand here.
    recordTags(tag.everything)
    return { kind: 'unknown' }
  }
  recordTags(tag.article(articleId), tag.everything, tag.settings)
  const { publication, unpublishedAt, unpublishReason } = await database().article.findUniqueOrThrow({
    where: { id: articleId },
    select: {
      unpublishedAt: true,
      unpublishReason: true,
      publication: { select: { slug: true, section: { select: { slug: true } } } },
    },
  })
  if (publication !== null) return { kind: 'moved', path: pathOf(publication.section.slug, publication.slug) }
  return unpublishedAt === null
    ? { kind: 'unknown' }
    : { kind: 'gone', reason: unpublishReason ?? '', at: unpublishedAt }
}

/** All sections, in the paper's order. Those below another have their place on its front, not in the masthead. */
export async function listSections(): Promise<(Section & { parentId: string | null })[]> {
  recordTags(tag.settings)
  return sqlOn(database())`SELECT id, slug, name, description, "parentId" FROM "Section" ORDER BY position`
}

/** The newest articles of all. */
export async function listNewest(length: number): Promise<Teaser[]> {
  recordTags(tag.everything)
  return readNewest({ take: length })
}

/** The articles of a section and of those below it, newest first; null when there is no such section or page. */
export async function listSection(slug: string, page: number): Promise<Listing<PublicShelf> | null> {
  const found = await findPublicShelf('section', slug)
  if (found === null) return nothing()
  const { shelf, shelfIds } = found
  recordTags(tag.section(shelf.id), tag.settings)
  const listing = pageOf(shelf, await readNewestOfSections(shelfIds, partOf(page)), page)
  // A section stands in the masthead, so it has a first page before it has an article.
  return listing.articles.length === 0 && page > 1 ? null : listing
}

/** The articles of a topic and of those below it, newest first. A topic without any of them does not exist for readers. */
export async function listTopic(slug: string, page: number): Promise<Listing<PublicShelf> | null> {
  const found = await findPublicShelf('topic', slug)
  if (found === null) return nothing()
  const { shelf, shelfIds } = found
  recordTags(tag.topic(shelf.id))
  // Each article once, though it may have the topic and one below it.
  const ids = await database().publicationTopic.groupBy({
    by: ['articleId', 'firstPublishedAt'],
    where: { topicId: { in: shelfIds } },
    ...partOf(page),
    orderBy: [...newestFirst],
  })
  if (ids.length === 0) return null
  return pageOf(shelf, await readTeasersOf(ids.map(({ articleId }) => articleId)), page)
}

/** Whoever writes, as the page of the byline shows them. Empty texts where nothing is said. */
export type Author = {
  id: string
  slug: string
  name: string
  jobTitle: string
  biography: string
  email: string
  /** Addresses of their pages elsewhere. */
  profiles: string[]
  picture: PublicPicture | null
}

/** The articles that carry a byline, newest first. A byline without a public article does not exist for readers. */
export async function listByline(slug: string, page: number): Promise<Listing<Author> | null> {
  const byline = await database().byline.findUnique({
    where: { slug },
    select: {
      id: true,
      slug: true,
      name: true,
      jobTitle: true,
      biography: true,
      email: true,
      profiles: true,
      pictureAlt: true,
      picture: { select: { id: true, width: true, height: true, widths: true } },
    },
  })
  if (byline === null) return nothing()
  const { pictureAlt, picture, ...words } = byline
  recordTags(tag.byline(byline.id))
  const { skip, take } = partOf(page)
  const rows = await sqlOn(database())<TeaserRow>`
    ${TEASERS} JOIN "PublicationByline" b ON b."articleId" = p."articleId" WHERE b."bylineId" = ${byline.id}::uuid
    ORDER BY b."firstPublishedAt" DESC, b."articleId" DESC LIMIT ${take} OFFSET ${skip}`
  const author = { ...words, picture: picture === null ? null : { ...picture, alt: pictureAlt } }
  return rows.length === 0 ? null : pageOf(author, rows.map(teaserOf), page)
}

function nothing(): null {
  recordTags(tag.everything, tag.settings)
  return null
}

/** One more than a page shows says whether there is another; counting a million rows would say no more. */
function partOf(page: number): { skip: number; take: number } {
  return { skip: (page - 1) * PAGE_LENGTH, take: PAGE_LENGTH + 1 }
}

function pageOf<Subject>(subject: Subject, teasers: readonly Teaser[], page: number): Listing<Subject> {
  return { subject, articles: teasers.slice(0, PAGE_LENGTH), page, hasMore: teasers.length > PAGE_LENGTH }
}

/**
 * The articles that came before this one in its section. Older ones, because those stay the same when something new is
 * published: a page is drawn again when what it shows has changed, not whenever its section has news.
 */
export async function listEarlierInSection(article: Teaser, length: number): Promise<Teaser[]> {
  const { id, publishedAt, section } = article
  // The index begins where the first condition says; what the second says alone would be looked for from the newest on.
  const rows = await sqlOn(database())<TeaserRow>`
    ${TEASERS} WHERE p."sectionId" = ${section.id}::uuid AND p."firstPublishedAt" <= ${publishedAt}::timestamptz
      AND (p."firstPublishedAt", p."articleId") < (${publishedAt}::timestamptz, ${id}::uuid)
    ORDER BY p."firstPublishedAt" DESC, p."articleId" DESC LIMIT ${length}`
  recordTags(...rows.map((row) => tag.article(row.articleId)))
  return rows.map(teaserOf)
}
