import { now } from '../clock'
import { database } from '../db/database'
import { log } from '../log'
import { readSettings } from '../settings/settings'
import { directionOf } from '../settings/text-direction'
import { wordsFor } from '../site-words/words-for'
import { type Alert, readAlerts } from './read-alerts'
import { type Pushed, sendPush } from './send-push'

const BATCH = 40
const AT_ONCE = 10
const MOST_ATTEMPTS = 4
/** A browser that is off hears of a withdrawal for so long: two days. */
const NOTICE_SECONDS = 2 * 24 * 60 * 60

/**
 * Pushes one batch of what is due. A delivery is taken by moving its next try into the future before it is sent, as mail is: no two
 * processes take the same one, and one that dies while sending leaves it to be tried again. Then it may reach the push service twice, but
 * the browser shows it once: both have one topic and one tag.
 *
 * @returns false when nothing is due
 */
export async function pushBatch(): Promise<boolean> {
  const claimed = await claim()
  if (claimed.length === 0) return false
  const [alerts, { language }] = await Promise.all([
    readAlerts(database(), [...new Set(claimed.map(({ alertId }) => alertId))]),
    readSettings(),
  ])
  const waiting = [...claimed]
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        const alert = alerts.get(next.alertId)
        await settle(next, await pushOne(next, alert, language))
      }
    }),
  )
  return true
}

const GONE = 'The article was withdrawn, or the time of its alert was over.'

type Claimed = { alertId: string; receiverId: string; attempts: number }

function claim(): Promise<Claimed[]> {
  return database().$queryRaw<Claimed[]>`
    UPDATE "AlertDelivery" SET attempts = attempts + 1,
           "nextTryAt" = clock_timestamp() + make_interval(mins => (2 ^ least(attempts, 4))::int)
    WHERE ("alertId", "receiverId") IN (
            SELECT "alertId", "receiverId" FROM "AlertDelivery"
            WHERE channel = 'PUSH' AND "nextTryAt" <= clock_timestamp()
            ORDER BY "nextTryAt" LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
    RETURNING "alertId", "receiverId", attempts`
}

async function pushOne({ receiverId }: Claimed, alert: Alert | undefined, language: string): Promise<Pushed> {
  if (alert === undefined || (alert.kind === 'BREAKING' && (!alert.isPublic || alert.seconds === 0)))
    return { kind: 'refused', why: GONE }
  const { id, kind, text, path } = alert
  const subscription = await database().pushSubscription.findUnique({ where: { id: receiverId } })
  if (subscription === null) return { kind: 'refused', why: 'Turned off since.' }
  try {
    const { push } = wordsFor(language).alerts
    const title = kind === 'BREAKING' ? push.breaking : push.withdrawn
    const seconds = kind === 'BREAKING' ? alert.seconds : NOTICE_SECONDS
    return await sendPush(
      subscription,
      { title, body: text, path, tag: id.replaceAll('-', ''), lang: language, dir: directionOf(language) },
      seconds,
    )
  } catch (error) {
    log.error({ alertId: id, error: error instanceof Error ? error.message : String(error) }, 'a push was not sent')
    return { kind: 'later', why: 'Something went wrong on our side.' }
  }
}

async function settle({ alertId, receiverId, attempts }: Claimed, pushed: Pushed): Promise<void> {
  const where = { alertId, receiverId }
  if (pushed.kind === 'sent') {
    await database().alertDelivery.updateMany({ where, data: { sentAt: now(), nextTryAt: null, failure: null } })
    return
  }
  if (pushed.kind === 'gone') await database().pushSubscription.deleteMany({ where: { id: receiverId } })
  const failure = pushed.kind === 'gone' ? 'The browser takes no more alerts.' : pushed.why
  const isOver = pushed.kind !== 'later' || attempts >= MOST_ATTEMPTS
  await database().alertDelivery.updateMany({
    // What was stopped meanwhile stays stopped.
    where: { ...where, nextTryAt: { not: null } },
    data: { failure, ...(isOver ? { nextTryAt: null } : {}) },
  })
}
