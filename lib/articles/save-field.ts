import { isDeepStrictEqual } from 'node:util'
import { recordEvent } from '../audit'
import { now } from '../clock'
import { type Prisma, type Transaction, transaction } from '../db/database'
import { forReaders } from '../document/for-readers'
import { Forbidden, Invalid } from '../errors'
import { deriveLinks } from '../links/derive-links'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { lockThreads } from '../threads/lock-threads'
import { refuseCircle } from '../threads/refuse-circle'
import { type FieldName, type FieldValues, type FieldVersions, fieldSchemas, fieldsOf } from './fields'
import { assertWordsTakenIn } from './holds'
import { type LoadedArticle, loadDraft, lockArticle, ownersOf } from './load-article'
import { slugFrom } from './slug'

type FieldInput = {
  articleId: string
  field: FieldName
  value: unknown
  /** The version of this field that the person saw. */
  baseVersion: number
}

export type FieldResult =
  | { kind: 'saved'; version: number }
  | { kind: 'clash'; version: number; value: unknown; by: string }

/**
 * Saves one field around the text. When somebody else changed it meanwhile nothing is written and both values are known:
 * the person decides.
 *
 * @throws Forbidden, NotFound
 * @throws Invalid when the value cannot stand in this field
 */
export async function saveField(
  actor: Actor,
  { articleId, field, value, baseVersion }: FieldInput,
): Promise<FieldResult> {
  const parsed = parseValue(field, value)
  return transaction(async (tx) => {
    const article = await lockArticle(tx, actor, articleId)
    authorise(actor, 'article.edit', ownersOf(article))
    await assertWordsTakenIn(tx, actor, article)
    if (actor.kind !== 'person') throw new Forbidden('Only a person writes.')
    const versions = article.fieldVersions as FieldVersions
    const current = versions[field] ?? { version: 0, by: '' }
    const standing = fieldsOf(article)[field]
    if (isDeepStrictEqual(standing, parsed)) return { kind: 'saved', version: current.version }
    if (current.version !== baseVersion)
      return { kind: 'clash', version: current.version, value: standing, by: current.by }

    const version = current.version + 1
    await write(tx, article, field, parsed)
    await tx.article.update({
      where: { id: articleId },
      data: {
        fieldVersions: { ...versions, [field]: { version, by: actor.name } } as Prisma.InputJsonObject,
        editedAt: now(),
        editedById: actor.id,
        ...(article.publication === null || NEWSROOM_ALONE.has(field) ? {} : { hasUnpublishedChanges: true }),
      },
    })
    await recordEvent(tx, actor, { action: 'article.edit', thing: 'article', thingId: articleId, detail: { field } })
    await tx.$executeRaw`SELECT pg_notify('standfirst_article', ${articleId})`
    return { kind: 'saved', version }
  })
}

/** How long it was ordered, and the original to compare with: readers get the same whatever stands there. */
const NEWSROOM_ALONE: ReadonlySet<FieldName> = new Set(['commissionedWords', 'importedText', 'firstSeenAt'])

function parseValue<Name extends FieldName>(field: Name, value: unknown): FieldValues[Name] {
  const parsed = fieldSchemas[field].safeParse(value)
  if (parsed.success) return parsed.data as FieldValues[Name]
  const message = parsed.error.issues[0]?.message ?? 'This value cannot stand here.'
  throw new Invalid(message, [{ field, code: 'invalid', message, severity: 'blocking' }])
}

async function write(
  tx: Transaction,
  article: LoadedArticle,
  field: FieldName,
  value: FieldValues[FieldName],
): Promise<void> {
  const writers: { [Name in FieldName]: (value: FieldValues[Name]) => Promise<unknown> } = {
    slug: (slug) =>
      // Emptied before the first publication, the slug follows the headline again.
      update({ slug: slug || slugFrom(article.headline) || null, isSlugByHand: slug !== '' }),
    sectionId: async (sectionId) => {
      await assertExists(field, sectionId === null ? [] : [sectionId], (ids) =>
        tx.section.count({ where: { id: { in: ids } } }),
      )
      await update({ sectionId })
    },
    kicker: (kicker) => update({ kicker }),
    trailText: (trailText) => update({ trailText }),
    dateline: (dateline) => update({ dateline }),
    shortHeadline: (shortHeadline) => update({ shortHeadline }),
    searchHeadline: (searchHeadline) => update({ searchHeadline }),
    socialHeadline: (socialHeadline) => update({ socialHeadline }),
    mailHeadline: (mailHeadline) => update({ mailHeadline }),
    commissionedWords: (commissionedWords) => update({ commissionedWords }),
    followsId: async (followsId) => {
      await lockThreads(tx)
      await assertExists(field, followsId === null ? [] : [followsId], (ids) =>
        tx.article.count({ where: { id: { in: ids } } }),
      )
      await refuseCircle(tx, { articleId: article.id, followsId })
      await update({ followsId })
      await relink({ followsId })
    },
    sourceName: async (sourceName) => {
      await update({ sourceName })
      await relink({ source: { name: sourceName, url: article.sourceUrl } })
    },
    sourceUrl: async (sourceUrl) => {
      await update({ sourceUrl })
      await relink({ source: { name: article.sourceName, url: sourceUrl } })
    },
    isSourceCanonical: (isSourceCanonical) => update({ isSourceCanonical }),
    isNotRepublished: (isNotRepublished) => update({ isNotRepublished }),
    isLive: (isLive) => update({ isLive }),
    origin: (origin) => update({ origin }),
    licence: (licence) => update({ licence }),
    firstSeenAt: (firstSeenAt) => update({ firstSeenAt: firstSeenAt === null ? null : new Date(firstSeenAt) }),
    whatWeAdded: (whatWeAdded) => update({ whatWeAdded }),
    importedText: (importedText) => update({ importedText: importedText || null }),
    mainImage: async (image) => {
      await assertExists(field, image === null ? [] : [image.mediaId], (ids) =>
        tx.mediaAsset.count({ where: { id: { in: ids } } }),
      )
      await update({
        mainImageId: image?.mediaId ?? null,
        mainImageAlt: image?.alt ?? '',
        mainImageCaption: image?.caption ?? '',
        mainImageCredit: image?.credit ?? '',
      })
    },
    topics: async (topics) => {
      await assertExists(field, topics, (ids) => tx.topic.count({ where: { id: { in: ids } } }))
      await tx.articleTopic.deleteMany({ where: { articleId: article.id } })
      await tx.articleTopic.createMany({
        data: topics.map((topicId, position) => ({ articleId: article.id, topicId, position })),
      })
    },
    bylines: async (bylines) => {
      const ids = bylines.map(({ bylineId }) => bylineId)
      await assertExists(field, ids, (known) => tx.byline.count({ where: { id: { in: known } } }))
      await tx.articleByline.deleteMany({ where: { articleId: article.id } })
      await tx.articleByline.createMany({
        data: bylines.map(({ bylineId, role }, position) => ({ articleId: article.id, bylineId, role, position })),
      })
    },
  }
  const update = (data: Prisma.ArticleUncheckedUpdateInput) => tx.article.update({ where: { id: article.id }, data })
  const relink = async (changed: { source?: { name: string; url: string }; followsId?: string | null }) => {
    const { document } = await loadDraft(tx, article.id)
    await deriveLinks(tx, {
      articleId: article.id,
      layer: 'DRAFT',
      document: forReaders(document),
      source: { name: article.sourceName, url: article.sourceUrl },
      followsId: article.followsId,
      ...changed,
    })
  }
  const writer = writers[field] as (value: FieldValues[FieldName]) => Promise<unknown>
  await writer(value)
}

/** A foreign key would refuse too, but with a sentence that nobody can read. */
async function assertExists(field: FieldName, ids: string[], count: (ids: string[]) => Promise<number>): Promise<void> {
  if (ids.length === 0 || (await count(ids)) === ids.length) return
  const message = 'What was chosen here does not exist any more.'
  throw new Invalid(message, [{ field, code: 'unknown', message, severity: 'blocking' }])
}
