import type { z } from 'zod'
import { type LoadedArticle, lockArticle, ownersOf } from '../articles/load-article'
import { parseOverrideReason } from '../articles/override-reason'
import { recordEvent } from '../audit'
import { lineIssues } from '../claims/claim-checks'
import { type Transaction, transaction } from '../db/database'
import { databaseTime } from '../db/database-time'
import { Conflict, Forbidden, Invalid } from '../errors'
import { newId } from '../ids'
import { nudgeAlerts } from '../jobs/nudge-alerts'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { notifyPurge, purgeLocally } from '../reader-cache/purge'
import { tag } from '../reader-cache/tags'
import { BREAKING_TEXT_MOST, type StartBreaking } from './breaking-alert'
import { enlistReceivers } from './enlist-receivers'
import { refusalOf } from './refusal-of'

/**
 * Puts a banner on every public page until a moment from now, and has those told who asked for alerts. There is one banner at a time: what
 * stood before ends.
 *
 * @throws Forbidden, NotFound
 * @throws Conflict when readers do not have the article, or it is under embargo
 * @throws Invalid without words, with too many, or where they state as fact what somebody only says and no reason is given
 */
export async function startBreaking(
  actor: Actor,
  { articleId, text, minutes, isAlerting, overrideReason }: { articleId: string } & z.infer<typeof StartBreaking>,
): Promise<{ until: string }> {
  const words = parseBreakingText(text)
  const until = await transaction(async (tx) => {
    const article = await lockArticle(tx, actor, articleId)
    authorise(actor, 'article.break', ownersOf(article))
    if (actor.kind !== 'person') throw new Forbidden('Only a person calls something breaking.')
    const at = await databaseTime(tx)
    const refusal = refusalOf(article, at)
    if (refusal !== null) throw new Conflict(refusal)
    const passedOver = await refuseStated(tx, actor, article, { words, overrideReason })
    const replaced = await endOthers(tx, at)
    const until = new Date(at.getTime() + minutes * 60_000)
    const id = newId()
    await tx.breakingAlert.create({
      data: {
        id,
        articleId,
        text: words,
        startedAt: at,
        startedById: actor.id,
        until,
        alertedAt: isAlerting ? at : null,
      },
    })
    if (isAlerting) await enlistReceivers(tx, id)
    await recordEvent(tx, actor, {
      action: 'article.break',
      thing: 'article',
      thingId: articleId,
      detail: {
        minutes,
        isAlerting,
        until: until.toISOString(),
        ...passedOver,
        ...(replaced.length === 0 ? {} : { replaced }),
      },
    })
    await notifyPurge(tx, [tag.breaking])
    for (const id of [articleId, ...replaced]) await tx.$executeRaw`SELECT pg_notify('standfirst_article', ${id})`
    return until
  })
  purgeLocally([tag.breaking])
  if (isAlerting) await nudgeAlerts()
  return { until: until.toISOString() }
}

/** What the banner says, on one line. @throws Invalid */
function parseBreakingText(text: string): string {
  const words = text.replace(/[\p{Cc}\s]+/gu, ' ').trim()
  if (words !== '' && words.length <= BREAKING_TEXT_MOST) return words
  const message =
    words === '' ? 'Say what the banner says.' : `At most ${BREAKING_TEXT_MOST} characters fit on the banner.`
  throw new Invalid(message, [{ field: 'text', code: 'text', message, severity: 'blocking' }])
}

/** An alert cannot be called back: what nobody has confirmed goes out in it with its speaker, or with a reason. */
async function refuseStated(
  tx: Transaction,
  actor: Actor,
  article: LoadedArticle,
  { words, overrideReason }: { words: string; overrideReason: string | undefined },
): Promise<{ overrideReason?: string }> {
  const issues = await lineIssues(tx, { articleId: article.id, field: 'text', name: 'banner', line: words })
  if (issues.length === 0) return {}
  if (overrideReason === undefined || overrideReason === '')
    throw new Invalid(issues.map(({ message }) => message).join(' '), issues)
  authorise(actor, 'article.override', ownersOf(article))
  return { overrideReason: parseOverrideReason(overrideReason) }
}

/** Two who press at the same moment come one after the other: the later one's stands. @returns the articles whose banner ended */
async function endOthers(tx: Transaction, at: Date): Promise<string[]> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('standfirst breaking'))::text`
  const ended = await tx.$queryRaw<{ articleId: string }[]>`
    UPDATE "BreakingAlert" SET "endedAt" = ${at}
    WHERE kind = 'BREAKING' AND "endedAt" IS NULL AND "until" > clock_timestamp() RETURNING "articleId"`
  return ended.map(({ articleId }) => articleId)
}
