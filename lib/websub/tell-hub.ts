import { now } from '../clock'
import { database, type Transaction, transaction } from '../db/database'
import { env } from '../env'
import { log } from '../log'
import { readSettings } from '../settings/settings'
import { askHub } from './ask-hub'
import { feedsOfTags } from './feeds-of-tags'

const MOST_ATTEMPTS = 8
/** More at once would keep a transaction open for long; what is left is taken the next time. */
const CHANGES_AT_ONCE = 500
/** The hub reads a feed when it is told. What changes again so soon after is told of together. */
const PAUSE_SECONDS = 30

/**
 * Tells the hub of each feed that changed, once, however many articles changed it. Any number of processes may do this at once: a feed is
 * taken by moving its next try into the future before the hub is asked, as mail is. A hub that cannot be reached is asked once in each run.
 *
 * @returns of how many feeds the hub was told
 */
export async function tellHub(ask: typeof askHub = askHub): Promise<number> {
  const { hub } = await readSettings()
  if (hub === '') {
    await forgetAll()
    return 0
  }
  while (await transaction(takeIn));
  let told = 0
  for (let notice = await claimNext(); notice !== undefined; notice = await claimNext()) {
    const answer = await ask(hub, env().SITE_URL + notice.topic)
    await settle(notice, answer)
    if (answer.kind === 'told') told += 1
    if (answer.kind === 'unreachable') break
  }
  return told
}

/** Changes of before, for a hub that there is no more. */
async function forgetAll(): Promise<void> {
  await database().feedChange.deleteMany()
  await database().hubNotice.deleteMany()
}

/** Makes notices of what was written down. @returns whether there may be more */
async function takeIn(tx: Transaction): Promise<boolean> {
  const changes = await tx.$queryRaw<{ tags: string[] }[]>`
    DELETE FROM "FeedChange"
    WHERE id IN (SELECT id FROM "FeedChange" ORDER BY id LIMIT ${CHANGES_AT_ONCE} FOR UPDATE SKIP LOCKED)
    RETURNING tags`
  if (changes.length === 0) return false
  const topics = await feedsOfTags(tx, [...new Set(changes.flatMap(({ tags }) => tags))])
  await tx.$executeRaw`
    INSERT INTO "HubNotice" AS notice (topic, "nextTryAt")
    SELECT topic, clock_timestamp() FROM unnest(${topics}::text[]) AS topic
    ON CONFLICT (topic) DO UPDATE
      SET change = notice.change + 1, attempts = 0, failure = NULL,
          "nextTryAt" = greatest(clock_timestamp(), notice."toldAt" + make_interval(secs => ${PAUSE_SECONDS}))`
  return changes.length === CHANGES_AT_ONCE
}

type Claimed = { topic: string; change: number; attempts: number }

async function claimNext(): Promise<Claimed | undefined> {
  const claimed = await database().$queryRaw<Claimed[]>`
    UPDATE "HubNotice" SET attempts = attempts + 1,
           "nextTryAt" = clock_timestamp() + make_interval(mins => (2 ^ least(attempts, 6))::int)
    WHERE topic = (
            SELECT topic FROM "HubNotice" WHERE "nextTryAt" <= clock_timestamp()
            ORDER BY "nextTryAt", topic LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING topic, change, attempts`
  return claimed[0]
}

async function settle({ topic, change, attempts }: Claimed, answer: Awaited<ReturnType<typeof askHub>>): Promise<void> {
  // What has changed again meanwhile is told of again.
  const where = { topic, change }
  if (answer.kind === 'told') {
    await database().hubNotice.updateMany({
      where,
      data: { toldAt: now(), nextTryAt: null, attempts: 0, failure: null },
    })
    return
  }
  const isOver = answer.kind === 'refused' || attempts >= MOST_ATTEMPTS
  log.warn({ topic, attempts, isOver, why: answer.why }, 'the hub was not told')
  await database().hubNotice.updateMany({
    where,
    data: { failure: answer.why, ...(isOver ? { nextTryAt: null } : {}) },
  })
}
