import { accessNow } from '../auth/access-now'
import { isSecondFactorOverdue } from '../auth/second-factor-due'
import { database } from '../db/database'
import { listen } from '../db/listen'
import type { PersonActor } from '../policy/actor'
import type { PresentTab } from '../presence/present-tab'
import { followPresence } from '../presence/rooms'
import { tieToStream } from '../presence/stream-presence'
import { type StoredStep, stepsFrom } from './list-steps'
import { loadArticle } from './load-article'
import { readStepNews, type StepNews } from './step-news'

export type ArticleEvent =
  | { kind: 'steps'; version: number; steps: StoredStep[] }
  /** State or fields changed: read the article again. */
  | { kind: 'state' }
  /** A conversation changed: read them again. */
  | { kind: 'comments' }
  /** The house style changed: read it again. */
  | { kind: 'style' }
  /** Everybody who has the article open, and where their cursors are. */
  | { kind: 'presence'; tabs: readonly PresentTab[] }
  /** The session is over; nothing follows. */
  | { kind: 'ended'; reason: string }
  /** The session is good, and this person may not read articles any more; nothing follows. */
  | { kind: 'refused'; reason: string }
  | { kind: 'ping' }

type WatchInput = {
  articleId: string
  since: number
  /** The tab that watches: when it stops, it is not present any more. */
  clientId?: string | undefined
}

const PING_MILLISECONDS = 20_000
const REFUSED = 'You may not read articles any more: your rights were changed. An administrator can tell you more.'

/**
 * Tells an open tab what happens to an article: first what it missed after `since`, then everything as it is saved, by
 * whichever process. Session and rights are looked at again when somebody changes them, and at every ping: what this person may do with
 * the article has perhaps changed then, so they are told to read it again.
 *
 * @returns stops telling
 * @throws NotFound
 */
export async function watchArticle(
  actor: PersonActor,
  { articleId, since, clientId }: WatchInput,
  tell: (event: ArticleEvent) => void,
): Promise<() => void> {
  await loadArticle(database(), actor, articleId)
  let version = since
  let isOver = false

  const tellSteps = async () => {
    const missed = await stepsFrom(articleId, version)
    if (missed.steps.length === 0) return
    version = missed.version
    tell({ kind: 'steps', ...missed })
  }
  const tellNews = async (news: StepNews) => {
    if (news.version <= version) return
    if (news.steps === undefined || news.since > version) return tellSteps()
    const steps = news.steps.slice(version - news.since)
    version = news.version
    tell({ kind: 'steps', version, steps })
  }
  const tellIfEnded = async () => {
    const access = await accessNow(actor.sessionId, 'article.read')
    if (access === 'over') tell({ kind: 'ended', reason: await reasonFor(actor) })
    else if (access === 'refused') tell({ kind: 'refused', reason: REFUSED })
    else return
    end(true)
  }

  // One at a time and in order, whatever arrives while the database answers.
  let turn = Promise.resolve()
  const inTurn = (work: () => Promise<void>) => {
    turn = turn.then(() => (isOver ? undefined : work())).catch(() => undefined)
  }

  const untie = clientId === undefined ? null : tieToStream(articleId, { clientId, personId: actor.id })
  const stops = [
    followPresence(articleId, (tabs) => {
      if (!isOver) tell({ kind: 'presence', tabs })
    }),
    listen('standfirst_steps', {
      onPayload: (payload) => {
        const news = readStepNews(payload)
        if (news.articleId === articleId) inTurn(() => tellNews(news))
      },
      onGap: () => inTurn(tellSteps),
    }),
    listen('standfirst_article', {
      onPayload: (payload) => {
        if (payload === articleId) inTurn(async () => tell({ kind: 'state' }))
      },
      onGap: () => inTurn(async () => tell({ kind: 'state' })),
    }),
    listen('standfirst_comments', {
      onPayload: (payload) => {
        if (payload === articleId) inTurn(async () => tell({ kind: 'comments' }))
      },
      onGap: () => inTurn(async () => tell({ kind: 'comments' })),
    }),
    listen('standfirst_style', () => inTurn(async () => tell({ kind: 'style' }))),
    listen('standfirst_sessions', {
      onPayload: (payload) => {
        if (payload !== actor.id) return
        inTurn(tellIfEnded)
        inTurn(async () => tell({ kind: 'state' }))
      },
      // It may have ended before anybody listened.
      onGap: () => inTurn(tellIfEnded),
    }),
  ]
  const ping = setInterval(() => {
    tell({ kind: 'ping' })
    inTurn(tellIfEnded)
    inTurn(tellSteps)
  }, PING_MILLISECONDS)

  const stop = () => end(false)

  function end(isEnded: boolean): void {
    if (isOver) return
    isOver = true
    untie?.({ isEnded })
    clearInterval(ping)
    for (const unsubscribe of stops) unsubscribe()
  }

  inTurn(tellSteps)
  return stop
}

async function reasonFor(actor: PersonActor): Promise<string> {
  const person = await database().person.findUnique({ where: { id: actor.id }, select: { status: true } })
  if (person?.status === 'ACTIVE' && (await isSecondFactorOverdue(database(), actor.id)))
    return 'Your role asks for a second factor. Set one up at “Your account” to go on.'
  return person?.status === 'ACTIVE'
    ? 'You were signed out. Sign in again to go on.'
    : 'Your account was deactivated. An administrator can tell you more.'
}
