import { EditionMetadata } from '../articles/edition-metadata'
import { type LoadedArticle, lockArticle } from '../articles/load-article'
import { putBeforeReaders, refusingTakenAddress } from '../articles/publish-article'
import { takeFromReaders } from '../articles/unpublish-article'
import { database, type Transaction, transaction } from '../db/database'
import { databaseTime } from '../db/database-time'
import { Conflict, Forbidden, KnownError } from '../errors'
import { nudgeMail } from '../jobs/nudge-mail'
import { log } from '../log'
import type { Actor, PersonActor } from '../policy/actor'
import { purgeLocally } from '../reader-cache/purge'

/** One run takes so many; the next begins at once. */
const BATCH = 50

const SCHEDULE: Actor = { kind: 'system', name: 'schedule' }

/**
 * Publishes and unpublishes what is due by the clock of the database. Any number of processes may run it at any time: the article
 * is locked, what was done by another is not due any more, and what a killed process left half-done never happened.
 * What cannot happen is marked with the reason, and waits for a person.
 *
 * @returns how many went out or away
 */
export async function runDue(): Promise<number> {
  const due = await database().$queryRaw<{ id: string; isGoingOut: boolean }[]>`
    SELECT id, "publishAt" <= clock_timestamp() AS "isGoingOut" FROM "Article"
    WHERE "scheduleFailure" IS NULL AND ("publishAt" <= clock_timestamp() OR "unpublishAt" <= clock_timestamp())
    ORDER BY least("publishAt", "unpublishAt"), id LIMIT ${BATCH}`
  let done = 0
  for (const { id, isGoingOut } of due) {
    if (await runOne(id, isGoingOut === true ? goOut : goAway)) done++
  }
  return done
}

type Outcome = { tags: string[]; path?: string } | null

async function runOne(
  articleId: string,
  run: (tx: Transaction, article: LoadedArticle) => Promise<Outcome>,
): Promise<boolean> {
  try {
    const outcome = await refusingTakenAddress(() =>
      transaction(async (tx) => run(tx, await lockArticle(tx, SCHEDULE, articleId))),
    )
    if (outcome === null) return false
    purgeLocally(outcome.tags, outcome.path === undefined ? [] : [outcome.path])
    await nudgeMail()
    return true
  } catch (error) {
    if (error instanceof KnownError) await markFailed(articleId, error)
    // A database that is gone, a defect: it is due still, and tried again at the next turn. The alarm comes after a minute.
    else
      log.error({ articleId, error: error instanceof Error ? error.message : String(error) }, 'a schedule did not run')
    return false
  }
}

async function goOut(tx: Transaction, article: LoadedArticle): Promise<Outcome> {
  const { publishAt, publishVersion, scheduledById } = article
  if (publishAt === null || publishAt > (await databaseTime(tx))) return null
  if (publishVersion === null) throw new Conflict('Nobody said which version was to go out.')
  return putBeforeReaders(tx, await personOf(tx, scheduledById), article, {
    version: publishVersion,
    metadata: await scheduledMetadata(tx, article),
    overrideReason: article.publishOverride ?? undefined,
    overridable: article.publishOverridden,
    isScheduled: true,
  })
}

async function goAway(tx: Transaction, article: LoadedArticle): Promise<Outcome> {
  const { unpublishAt, unpublishAtById, unpublishAtReason } = article
  if (unpublishAt === null || unpublishAt > (await databaseTime(tx))) return null
  const actor = await personOf(tx, unpublishAtById)
  return { tags: await takeFromReaders(tx, actor, article, { reason: unpublishAtReason ?? '', isScheduled: true }) }
}

/** Whoever scheduled it, as they are now: who lost the right since then has lost it for this too. */
async function personOf(tx: Transaction, personId: string | null): Promise<PersonActor> {
  const person = personId === null ? null : await tx.person.findUnique({ where: { id: personId } })
  if (person?.status !== 'ACTIVE')
    throw new Forbidden(`${person?.name ?? 'Whoever'} scheduled it and is not with the paper any more.`)
  const { id, name, email, role } = person
  return { kind: 'person', id, name, email, role, sessionId: '' }
}

/**
 * The fields as they were when it was scheduled, under the names that sections, topics and bylines have now. What was merged away
 * meanwhile is what the article has now.
 */
export async function scheduledMetadata(tx: Transaction, article: LoadedArticle): Promise<EditionMetadata> {
  const frozen = EditionMetadata.parse(article.publishMetadata)
  const section = await tx.section.findUnique({ where: { id: frozen.section.id } })
  const topics = await tx.topic.findMany({ where: { id: { in: frozen.topics.map(({ id }) => id) } } })
  const bylines = await tx.byline.findMany({ where: { id: { in: frozen.bylines.map(({ id }) => id) } } })
  const here = section ?? article.section
  if (here === null) throw new Conflict('Its section does not exist any more.')
  const areTopicsThere = topics.length === frozen.topics.length
  return {
    ...frozen,
    section: { id: here.id, slug: here.slug, name: here.name },
    topics: (areTopicsThere
      ? frozen.topics.flatMap(({ id }) => topics.find((topic) => topic.id === id) ?? [])
      : article.topics.map(({ topic }) => topic)
    ).map(({ id, slug, name }) => ({ id, slug, name })),
    bylines: frozen.bylines.flatMap((byline) => {
      const now = bylines.find(({ id }) => id === byline.id)
      return now === undefined ? [] : [{ id: now.id, slug: now.slug, name: now.name, role: byline.role }]
    }),
  }
}

async function markFailed(articleId: string, error: KnownError): Promise<void> {
  const reasons = error.issues.filter(({ severity }) => severity !== 'warning').map(({ message }) => message)
  const scheduleFailure = [...new Set(reasons.length === 0 ? [error.message] : reasons)].join(' ').slice(0, 1000)
  await transaction(async (tx) => {
    await tx.article.updateMany({
      where: { id: articleId, OR: [{ publishAt: { not: null } }, { unpublishAt: { not: null } }] },
      data: { scheduleFailure },
    })
    await tx.$executeRaw`SELECT pg_notify('standfirst_article', ${articleId})`
  })
}
