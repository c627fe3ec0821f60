import { EditionMetadata } from '../articles/edition-metadata'
import { pathOf } from '../articles/paths'
import { database } from '../db/database'
import { parseDocument } from '../document/document'
import { recordTags } from '../reader-cache/record'
import { tag } from '../reader-cache/tags'
import { type Paragraph, paragraphsOf } from './paragraphs'
import { takesReports } from './question-switch'

// What readers may see of what they question: the live edition, nothing else. These functions take no actor and tell the reader cache
// what they read.

export type QuestionedArticle = {
  id: string
  path: string
  headline: string
  section: { slug: string }
  editionId: string
  paragraphs: Paragraph[]
}

export type Questioned =
  | { kind: 'live'; article: QuestionedArticle }
  | { kind: 'gone'; reason: string; at: Date }
  | { kind: 'unknown' }

/** The article whose words somebody questions. Withdrawn or never public, it answers as its own address does. */
export async function findQuestioned(articleId: string): Promise<Questioned> {
  recordTags(tag.article(articleId))
  const publication = await database().publication.findUnique({
    where: { articleId },
    select: {
      slug: true,
      section: { select: { slug: true } },
      edition: { select: { id: true, metadata: true, document: true } },
    },
  })
  if (publication === null) return findWithdrawn(articleId)
  if (!(await takesReports())) return { kind: 'unknown' }
  const { slug, section, edition } = publication
  return {
    kind: 'live',
    article: {
      id: articleId,
      path: pathOf(section.slug, slug),
      headline: EditionMetadata.parse(edition.metadata).headline,
      section,
      editionId: edition.id,
      paragraphs: paragraphsOf(parseDocument(edition.document)),
    },
  }
}

async function findWithdrawn(articleId: string): Promise<Questioned> {
  recordTags(tag.everything, tag.settings)
  const article = await database().article.findUnique({
    where: { id: articleId },
    select: { unpublishedAt: true, unpublishReason: true },
  })
  if (article === null || article.unpublishedAt === null) return { kind: 'unknown' }
  return { kind: 'gone', reason: article.unpublishReason ?? '', at: article.unpublishedAt }
}
