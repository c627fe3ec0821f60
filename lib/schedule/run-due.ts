import { EditionMetadata } from '../articles/edition-metadata'
import { type LoadedArticle, lockArticle } from '../articles/load-article'
import { putBeforeReaders, refusingTakenAddress } from '../articles/publish-article'
import { takeFromReaders } from '../articles/unpublish-article'
import { waitingCorrection } from '../corrections/waiting-correction'
import { database, type Transaction, transaction } from '../db/database'
import { databaseTime } from '../db/database-time'
import { Conflict, Forbidden, KnownError } from '../errors'
import { nudgeHub } from '../jobs/nudge-hub'
import { nudgeMail } from '../jobs/nudge-mail'
import { log } from '../log'
import { actorFields, actorOf } from '../people/actor-of'
import type { Actor, PersonActor } from '../policy/actor'
import { purgeLocally } from '../reader-cache/purge'
import type { Scheduled } from './missed'
import { raiseAlarm } from './raise-alarms'

/** One run takes so many; the next begins at once. */
const BATCH = 50
/** So many at the same time: most of each is waiting for the database. */
const AT_ONCE = 3

const SCHEDULE: Actor = { kind: 'system', name: 'schedule' }

type Due = { id: string; what: Scheduled; at: Date }

/**
 * Publishes and unpublishes what is due by the clock of the database. Any number of processes may run it at any time: each takes what no
 * other is at, what was done by another is not due any more, and what a killed process left half-done never happened.
 * What cannot happen is marked with the reason, and waits for a person.
 *
 * @param tried what was tried before and is not to be tried again, however it ended; what is tried now is added
 * @returns how many went out or away
 */
export async function runDue(tried: Set<string> = new Set()): Promise<number> {
  const due = await listDue(tried)
  let done = 0
  const work = async () => {
    for (let next = due.shift(); next !== undefined; next = due.shift()) {
      tried.add(nameOf(next))
      if (await runOne(next)) done++
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return done
}

/** What is live goes away at its time whatever keeps changes to it from going out; what never went out need not. */
function listDue(tried: ReadonlySet<string>): Promise<Due[]> {
  return database().$queryRaw<Due[]>`
    SELECT id, what, at FROM (
      SELECT id, 'publication' AS what, "publishAt" AS at FROM "Article"
      WHERE "publishAt" <= (SELECT clock_timestamp()) AND "scheduleFailure" IS NULL
      UNION ALL
      SELECT id, 'unpublishing', "unpublishAt" FROM "Article"
      WHERE "unpublishAt" <= (SELECT clock_timestamp()) AND "unpublishFailure" IS NULL AND state = 'PUBLISHED'
    ) AS due
    WHERE what || ' ' || id <> ALL(${[...tried]}::text[])
    ORDER BY at, what, id LIMIT ${BATCH}`
}

function nameOf({ id, what }: Due): string {
  return `${what} ${id}`
}

type Outcome = { tags: string[]; path?: string } | null

async function runOne(due: Due): Promise<boolean> {
  try {
    const outcome = await refusingTakenAddress(() =>
      transaction(async (tx) => {
        if (!(await isMine(tx, due))) return null
        const article = await lockArticle(tx, SCHEDULE, due.id)
        return due.what === 'publication' ? goOut(tx, article) : goAway(tx, article)
      }),
    )
    if (outcome === null) return false
    purgeLocally(outcome.tags, outcome.path === undefined ? [] : [outcome.path])
    await nudgeMail()
    await nudgeHub()
    return true
  } catch (error) {
    if (error instanceof KnownError) await markFailed(due, error)
    // A database that is gone, a defect: it is due still, and tried again at the next turn. The alarm comes after a minute.
    else
      log.error(
        { articleId: due.id, error: error instanceof Error ? error.message : String(error) },
        'a schedule did not run',
      )
    return false
  }
}

/** Whether nobody else is at the article, and it is due still. Who is at it may be another process: nobody waits for that. */
async function isMine(tx: Transaction, { id }: Due): Promise<boolean> {
  const mine = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Article"
    WHERE id = ${id}::uuid AND ("publishAt" <= clock_timestamp() OR "unpublishAt" <= clock_timestamp())
    FOR NO KEY UPDATE SKIP LOCKED`
  return mine.length > 0
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
    correction: waitingCorrection(article) ?? undefined,
    isScheduled: true,
  })
}

async function goAway(tx: Transaction, article: LoadedArticle): Promise<Outcome> {
  const { unpublishAt, unpublishAtById, unpublishAtReason, state } = article
  if (unpublishAt === null || unpublishAt > (await databaseTime(tx)) || state !== 'PUBLISHED') return null
  const actor = await personOf(tx, unpublishAtById)
  return { tags: await takeFromReaders(tx, actor, article, { reason: unpublishAtReason ?? '', isScheduled: true }) }
}

/** Whoever scheduled it, as they are now: who lost the right since then has lost it for this too. */
async function personOf(tx: Transaction, personId: string | null): Promise<PersonActor> {
  const select = { ...actorFields, status: true } as const
  const person = personId === null ? null : await tx.person.findUnique({ where: { id: personId }, select })
  if (person?.status !== 'ACTIVE')
    throw new Forbidden(`${person?.name ?? 'Whoever'} scheduled it and is not with the paper any more.`)
  return actorOf(person)
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

/** Says why, and tells of it: of just what was tried. Where somebody chose another time meanwhile, that has not failed. */
async function markFailed({ id, what, at }: Due, error: KnownError): Promise<void> {
  const reasons = error.issues.filter(({ severity }) => severity !== 'warning').map(({ message }) => message)
  const failure = [...new Set(reasons.length === 0 ? [error.message] : reasons)].join(' ').slice(0, 1000)
  await transaction(async (tx) => {
    await (what === 'publication'
      ? tx.article.updateMany({ where: { id, publishAt: at }, data: { scheduleFailure: failure } })
      : tx.article.updateMany({ where: { id, unpublishAt: at }, data: { unpublishFailure: failure } }))
    await raiseAlarm(tx, id, what)
    await tx.$executeRaw`SELECT pg_notify('standfirst_article', ${id})`
  })
  await nudgeMail()
  await nudgeHub()
}
