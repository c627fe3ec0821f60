import type { z } from 'zod'
import { EditionMetadata } from '../articles/edition-metadata'
import { teaserColumns } from '../articles/public-article'
import { resolveReferences } from '../articles/resolve-references'
import { currentTopics } from '../articles/shelf-readers'
import { correctedBy } from '../corrections/corrected-by'
import { correctionPath } from '../corrections/correction-path'
import { correctionsOf } from '../corrections/readers'
import { database } from '../db/database'
import type { Document } from '../document/document'
import { parseDocument, toJson } from '../document/document'
import { forReaders } from '../document/for-readers'
import { renditionPath } from '../document/picture-source'
import { printHtml } from '../document/print-html'
import { printText } from '../document/print-text'
import type { Resolved } from '../document/resolved'
import { env } from '../env'
import { Gone, NotFound } from '../errors'
import { mayRepublish } from '../republishing/may-republish'
import { readSettings } from '../settings/settings'
import { summariesOf } from './list-articles'
import { withoutPrivateLinks } from './public-json'
import type { ArticleWhole } from './shapes'

// As lib/articles/readers.ts: Publication and the edition that it points at, and nothing else.

/**
 * An article as readers have it now.
 * @throws Gone where readers had it, with the sentence that they find at its address
 * @throws NotFound for everything else: nobody learns that there is a draft
 */
export async function getArticle({ id }: { id: string }): Promise<z.input<typeof ArticleWhole>> {
  const row = await database().publication.findUnique({
    where: { articleId: id },
    select: {
      ...teaserColumns,
      edition: { select: { number: true, metadata: true, document: true, publishedAt: true } },
    },
  })
  if (row === null) return refuse(id)
  const document = forReaders(parseDocument(row.edition.document))
  const frozen = EditionMetadata.parse(row.edition.metadata)
  const [[summary], resolved, settings, topics, notes] = await Promise.all([
    summariesOf([row]),
    resolveReferences(document),
    readSettings(),
    currentTopics(frozen.topics),
    correctionsOf(id),
  ])
  if (summary === undefined) throw new NotFound()
  const metadata = { ...frozen, topics }
  const { source, dateline } = metadata
  const origin = env().SITE_URL
  return {
    ...summary,
    dateline,
    editionPublishedAt: row.edition.publishedAt.toISOString(),
    canonicalUrl: source?.isCanonical === true && source.url !== '' ? source.url : summary.url,
    source: source === null ? null : { ...source, origin: ORIGIN_WORDS[source.origin] },
    corrections: notes.map(({ id, kind, text, at }) => ({
      id,
      kind: KIND_WORDS[kind],
      text,
      publishedAt: at.toISOString(),
      url: correctionPath(summary.url, id),
    })),
    mayBeRepublished: await mayRepublish({ metadata, section: row.section, corrected: correctedBy(notes) }, settings),
    pictures: picturesOf(document, metadata, resolved, origin),
    document: {
      html: printHtml(document, { resolved, origin, language: settings.language, dateline }),
      text: printText(document).trim(),
      json: withoutPrivateLinks(toJson(document), resolved),
    },
  }
}

const KIND_WORDS = {
  CORRECTION: 'correction',
  CLARIFICATION: 'clarification',
  UPDATE: 'update',
  RETRACTION: 'retraction',
} as const

const ORIGIN_WORDS = { OWN: 'own', WIRE: 'wire', PARTNER: 'partner', REWRITTEN: 'rewritten' } as const

async function refuse(id: string): Promise<never> {
  const article = await database().article.findUnique({
    where: { id },
    select: { unpublishedAt: true, unpublishReason: true },
  })
  if (article === null || article.unpublishedAt === null) throw new NotFound('Readers have no such article.')
  throw new Gone(article.unpublishReason || 'This article was withdrawn.')
}

type PublicPictures = z.input<typeof ArticleWhole>['pictures']

/** The one above the article first, then those in the text, each as it is described there. */
function picturesOf(document: Document, metadata: EditionMetadata, resolved: Resolved, origin: string): PublicPictures {
  const renditions = (picture: { id: string; widths: readonly number[] }) =>
    picture.widths.toSorted((a, b) => a - b).map((width) => ({ width, url: origin + renditionPath(picture, width) }))
  const pictures: PublicPictures = []
  const { mainImage } = metadata
  if (mainImage !== null) pictures.push({ ...mainImage, isMain: true, renditions: renditions(mainImage) })
  document.descendants(({ type, attrs }) => {
    const picture = type.name === 'image' ? resolved.pictures.get(attrs.mediaId) : undefined
    if (picture === undefined) return
    const { id, width, height } = picture
    const { alt, caption, credit } = attrs
    pictures.push({ id, isMain: false, alt, caption, credit, width, height, renditions: renditions(picture) })
  })
  return pictures
}
