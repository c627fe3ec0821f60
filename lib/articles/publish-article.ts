import { recordEvent } from '../audit'
import { deriveClaimUses } from '../claims/derive-claim-uses'
import { claimsOnPagesOf, claimTags, settleReaders } from '../claims/settle-readers'
import { addCorrection, correctedState } from '../corrections/add-correction'
import type { CorrectionInput } from '../corrections/correction-input'
import { assertMayCorrect } from '../corrections/may-correct'
import { isUniqueViolation, type Transaction, transaction } from '../db/database'
import { databaseTime } from '../db/database-time'
import { sqlOn } from '../db/sql'
import { titlesOf } from '../document/document'
import { forReaders } from '../document/for-readers'
import { Conflict, Forbidden } from '../errors'
import { feedsOfEditions } from '../feeds/feeds-of-editions'
import { newId } from '../ids'
import { nudgeHub } from '../jobs/nudge-hub'
import { nudgeMail } from '../jobs/nudge-mail'
import { nudgeSoon } from '../jobs/nudge-soon'
import { deriveLinks } from '../links/derive-links'
import { withdrawLinkNotices } from '../links/raise-link-notices'
import { menuTags } from '../menus/menu-tags'
import { tell } from '../notifications/tell'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { withPlacedPromos } from '../promos/place-promos'
import { deriveQuotes } from '../quotes/derive-quotes'
import { notifyPurge, purgeLocally } from '../reader-cache/purge'
import { tag } from '../reader-cache/tags'
import { nothingToGoOut } from '../schedule/nothing-scheduled'
import { seriesTagsOf } from '../series/series-tags'
import { lockThreadsOf } from '../threads/lock-threads'
import { refusePublicCircle } from '../threads/refuse-circle'
import { rethread } from '../threads/rethread'
import { tellWebhooks } from '../webhooks/tell-webhooks'
import { noteFeedChange } from '../websub/note-feed-change'
import { cutRevision } from './cut-revision'
import { documentAt } from './document-at'
import { type EditionMetadata, editionPath, metadataOf } from './edition-metadata'
import { leaveAddress, takeAddress } from './former-addresses'
import { assertNotHeld } from './holds'
import { LiveCoverage, nextCoverage } from './live-coverage'
import { type LoadedArticle, type LoadedDraft, lockArticle, lockDraft, ownersOf } from './load-article'
import { isNotableChange, toldBy } from './notable-change'
import { pathOf } from './paths'
import { publicationTags } from './publication-tags'
import { refuseUnready } from './refuse-unready'
import { stateAfter } from './state'
import { cutEdition, pointPublicationAt, recordEdition } from './write-edition'

type PublishInput = {
  articleId: string
  /** The version that the person saw: what goes out, even when somebody typed on meanwhile. */
  version: number
  /** Why it goes out although something on the checklist says `override`. 10 to 500 characters. */
  overrideReason?: string | undefined
  /** What readers are told of what changed; only where they have had the article. */
  correction?: CorrectionInput | undefined
}

/**
 * Puts an article, or the changes to it, before readers: one transaction that cuts an immutable edition and points the
 * article's publication at it. Readers see all of it or nothing. What was scheduled for it is done with.
 *
 * @throws Forbidden, NotFound
 * @throws Invalid with the checklist when something on it is blocking, or asks for a reason and there is none
 * @throws Conflict when the version is not saved yet, another article took the address at the same moment, or there is a note to readers and
 * they never had the article
 */
export async function publishArticle(actor: Actor, input: PublishInput): Promise<{ path: string; edition: number }> {
  const { path, edition, tags } = await refusingTakenAddress(() =>
    transaction(async (tx) => {
      const [, article, stands] = await Promise.all([
        keepPlans(tx),
        lockArticle(tx, actor, input.articleId),
        // Behind the lock of the article, and so answered with what holds once it is ours.
        readStanding(tx, input.articleId),
      ])
      return putBeforeReaders(tx, actor, article, input, stands)
    }),
  )
  purgeLocally(tags, [path])
  nudgeSoon(nudgeMail, nudgeHub)
  return { path, edition }
}

/**
 * What a publication asks for it asks by ids: the plan that was made once fits the next one. PostgreSQL would make most of them anew each
 * time, which takes longer than to follow them.
 */
function keepPlans(tx: Transaction): Promise<object[]> {
  return sqlOn(tx)`SET LOCAL plan_cache_mode = force_generic_plan`
}

type GoingOut = {
  version: number
  overrideReason?: string | undefined
  /** The codes that the reason was given for; whatever is on the list, where the person has just read it. */
  overridable?: readonly string[]
  /** The fields as they were when it was scheduled; as they are now where it was not. */
  metadata?: EditionMetadata | undefined
  /** The note that readers get with it. */
  correction?: CorrectionInput | undefined
  /** What happened by itself at its time is nobody's hold to stop. */
  isScheduled?: boolean
}

/**
 * The publication itself, in the caller's transaction, with the article locked. After the commit the caller purges `tags` here.
 * @param stands what {@link readStanding} gave, where the caller has asked for it already
 * @throws as {@link publishArticle}
 */
export async function putBeforeReaders(
  tx: Transaction,
  actor: Actor,
  article: LoadedArticle,
  { version, overrideReason, overridable, metadata: frozen, correction, isScheduled = false }: GoingOut,
  stands?: Standing,
): Promise<{ path: string; edition: number; tags: string[] }> {
  authorise(actor, 'article.publish', ownersOf(article))
  if (!isScheduled) assertNotHeld(actor, article)
  if (actor.kind !== 'person') throw new Forbidden('Only a person publishes.')
  if (correction !== undefined) assertMayCorrect(actor, article, correction)
  const after = stateAfter('publish', article)
  const { draft, at, last, notes } = stands ?? (await readStanding(tx, article.id))
  const whole = await documentAt(tx, article.id, draft, version)
  const { followsId } = frozen ?? article
  const edition = { id: newId(), number: last.number + 1, publishedAt: at }
  const wasPutRight = correction !== undefined && correction.kind !== 'UPDATE'
  // The lock first: what is asked for at once is answered in this order.
  const [, , { passedOver, checklist }, placed, toldBefore] = await Promise.all([
    lockThreadsOf(tx, article.publishedFollowsId, followsId),
    refusePublicCircle(tx, { articleId: article.id, followsId }),
    refuseUnready(
      tx,
      actor,
      { article, document: whole, fields: frozen, at },
      { overrideReason, overridable, refusal: 'This article is not ready to be published.' },
    ),
    withPlacedPromos(tx, whole),
    claimsOnPagesOf(tx, article.id),
    tell(tx, {
      kind: wasPutRight ? 'CORRECTED' : 'PUBLISHED',
      article,
      by: actor,
      about: `edition ${edition.id}`,
      to: ownersOf(article).ownerIds,
      ...(wasPutRight ? { text: correction.text } : {}),
    }),
  ])

  const document = forReaders(placed.document)
  const fields = frozen ?? metadataOf(article, titlesOf(document))
  const metadata = { ...fields, live: nextCoverage(last.live, { document, isLive: fields.isLive, at }) }
  const cut = [
    cutEdition(tx, edition, { articleId: article.id, version, document, metadata, publishedById: actor.id }),
    recordEdition(tx, edition, checklist, passedOver.overrideReason),
  ]
  let { hasNotes, ...corrected } = notes
  if (correction !== undefined) {
    await Promise.all(cut)
    const { id: editionId, publishedAt } = edition
    await addCorrection(tx, { ...correction, articleId: article.id, editionId, publishedAt, publishedById: actor.id })
    ;({ hasNotes, ...corrected } = await correctedState(tx, article.id))
  }
  const isNotable =
    correction !== undefined || last.told === null || isNotableChange(toldBy(last.told), { document, metadata })
  const written = Promise.all([
    ...cut,
    pointPublicationAt(tx, article, edition, { document, metadata, corrected, isNotable }),
    sqlOn(tx)`
      UPDATE "Article" SET state = ${after.state}::"ArticleState", "stateBefore" = ${after.stateBefore}::"ArticleState", ${nothingToGoOut},
        "stateChangedAt" = ${at}::timestamptz, "stateChangedById" = ${actor.id}::uuid,
        "firstPublishedAt" = ${article.firstPublishedAt ?? at}::timestamptz, "unpublishedAt" = NULL, "unpublishReason" = NULL,
        "publishedFollowsId" = ${followsId}::uuid, "hasUnpublishedChanges" = ${draft.version > version}
      WHERE id = ${article.id}::uuid`,
    // The database works on these while the rest is put into words here.
    keepOldAddressWorking(tx, article, editionPath(metadata)),
    cutRevision(tx, actor, { articleId: article.id, version, document: whole, reason: 'PUBLISHED' }),
    deriveLinks(tx, { articleId: article.id, layer: 'PUBLIC', document, source: metadata.source, followsId }),
    deriveClaimUses(sqlOn(tx), { articleId: article.id, layer: 'PUBLIC', document: whole }),
    deriveQuotes(sqlOn(tx), { articleId: article.id, layer: 'PUBLIC', document: whole }),
    withdrawLinkNotices(tx, article.id, 'UNPUBLISHED'),
    recordEvent(tx, actor, {
      action: 'article.publish',
      at,
      thing: 'article',
      thingId: article.id,
      detail: {
        edition: edition.number,
        version,
        path: editionPath(metadata),
        ...(correction === undefined ? {} : { correction }),
        ...(isScheduled ? { isScheduled } : {}),
        ...passedOver,
      },
    }),
  ])
  // Asked behind what is written, and so answered with what it changed.
  const read = Promise.all([
    rethread(tx, article.id, article.publication?.threadId ?? null),
    // What comes back leaves its tombstones.
    article.publication === null ? feedsOfEditions(tx, article.id) : [],
    seriesTagsOf(tx, article.id),
    claimsOnPagesOf(tx, article.id),
    menuTags(tx, article.id, [
      ...(article.publication?.topics ?? []).map(({ topicId }) => topicId),
      ...metadata.topics.map(({ id }) => id),
    ]),
  ])
  const [[thread, feeds, series, toldNow, menus]] = await Promise.all([read, written])
  const told = [...toldBefore, ...toldNow]
  // A note of before comes back with its article.
  const corrections = correction !== undefined || (hasNotes && article.publication === null) ? [tag.corrections] : []
  const tags = publicationTags(article, metadata, {
    thread,
    series,
    feeds,
    claims: claimTags(told),
    menus,
    corrections,
  })
  await Promise.all([
    settleReaders(tx, told),
    notifyPurge(tx, tags),
    noteFeedChange(tx, tags),
    tellWebhooks(tx, {
      kind: article.publication === null ? 'article.published' : 'article.updated',
      articleId: article.id,
      at,
    }),
    sqlOn(tx)`SELECT pg_notify('standfirst_article', ${article.id})::text`,
  ])
  return { path: editionPath(metadata), edition: edition.number, tags }
}

/** How an article stands that is to go out. */
type Standing = {
  draft: LoadedDraft
  /** When it goes out. */
  at: Date
  last: LastEdition
  notes: Awaited<ReturnType<typeof correctedState>>
}

/** Asks for all of it at once. The draft is held until the transaction ends. @throws NotFound */
async function readStanding(tx: Transaction, articleId: string): Promise<Standing> {
  const [draft, at, last, notes] = await Promise.all([
    lockDraft(tx, articleId),
    databaseTime(tx),
    lastEdition(tx, articleId),
    correctedState(tx, articleId),
  ])
  return { draft, at, last, notes }
}

type LastEdition = {
  /** 0 where there is none. */
  number: number
  live: LiveCoverage | undefined
  /** What readers have; null where they have nothing now. */
  told: { document: unknown; metadata: unknown } | null
}

/** The edition before this one. What readers have is always the last. */
async function lastEdition(tx: Transaction, articleId: string): Promise<LastEdition> {
  const [last] = await sqlOn(tx)<{ number: number; live: unknown; metadata: unknown; document: unknown }>`
    SELECT number, metadata->'live' AS live, metadata,
      CASE WHEN id = (SELECT "editionId" FROM "Publication" WHERE "articleId" = ${articleId}::uuid) THEN document END AS document
    FROM "Edition" WHERE "articleId" = ${articleId}::uuid ORDER BY number DESC LIMIT 1`
  if (last === undefined) return { number: 0, live: undefined, told: null }
  const { number, live, document, metadata } = last
  return {
    number,
    live: LiveCoverage.optional().parse(live ?? undefined),
    told: document === null ? null : { document, metadata },
  }
}

async function keepOldAddressWorking(tx: Transaction, { id, publication }: LoadedArticle, path: string): Promise<void> {
  const before = publication === null ? null : pathOf(publication.section.slug, publication.slug)
  if (publication !== null && before !== path) await leaveAddress(tx, id, publication)
  if (before !== path) await takeAddress(tx, path)
}

/** The checklist looks before it leaps; when two leap at once, the database lets one through. */
export async function refusingTakenAddress<Result>(publish: () => Promise<Result>): Promise<Result> {
  try {
    return await publish()
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    throw new Conflict('Another article took this address at the same moment. Choose another slug.')
  }
}
