import { isSessionLive } from '../auth/is-session-live'
import { database } from '../db/database'
import { listen } from '../db/listen'
import type { PersonActor } from '../policy/actor'
import { listSteps, type StoredStep } from './list-steps'
import { loadArticle } from './load-article'

export type ArticleEvent =
  | { kind: 'steps'; version: number; steps: StoredStep[] }
  /** State or fields changed: read the article again. */
  | { kind: 'state' }
  /** A conversation changed: read them again. */
  | { kind: 'comments' }
  /** The house style changed: read it again. */
  | { kind: 'style' }
  /** The session is over; nothing follows. */
  | { kind: 'ended'; reason: string }
  | { kind: 'ping' }

const PING_MILLISECONDS = 20_000

/**
 * Tells an open tab what happens to an article: first what it missed after `since`, then everything as it is saved, by
 * whichever process. The session is looked at again when somebody ends it, and at every ping.
 *
 * @returns stops telling
 * @throws NotFound
 */
export async function watchArticle(
  actor: PersonActor,
  { articleId, since }: { articleId: string; since: number },
  tell: (event: ArticleEvent) => void,
): Promise<() => void> {
  await loadArticle(database(), actor, articleId)
  let version = since
  let isOver = false

  const tellSteps = async () => {
    const missed = await listSteps(actor, articleId, version)
    if (missed.steps.length === 0) return
    version = missed.version
    tell({ kind: 'steps', ...missed })
  }
  const tellIfEnded = async () => {
    if (await isSessionLive(actor.sessionId)) return
    tell({ kind: 'ended', reason: await reasonFor(actor) })
    stop()
  }

  // One at a time and in order, whatever arrives while the database answers.
  let turn = Promise.resolve()
  const inTurn = (work: () => Promise<void>) => {
    turn = turn.then(() => (isOver ? undefined : work())).catch(() => undefined)
  }

  const stops = [
    listen('standfirst_steps', {
      onPayload: (payload) => {
        if (JSON.parse(payload).articleId === articleId) inTurn(tellSteps)
      },
      onGap: () => inTurn(tellSteps),
    }),
    listen('standfirst_article', (payload) => {
      if (payload === articleId) inTurn(async () => tell({ kind: 'state' }))
    }),
    listen('standfirst_comments', (payload) => {
      if (payload === articleId) inTurn(async () => tell({ kind: 'comments' }))
    }),
    listen('standfirst_style', () => inTurn(async () => tell({ kind: 'style' }))),
    listen('standfirst_sessions', (payload) => {
      if (payload === actor.id) inTurn(tellIfEnded)
    }),
  ]
  const ping = setInterval(() => {
    tell({ kind: 'ping' })
    inTurn(tellIfEnded)
    inTurn(tellSteps)
  }, PING_MILLISECONDS)

  function stop(): void {
    isOver = true
    clearInterval(ping)
    for (const end of stops) end()
  }

  inTurn(tellSteps)
  return stop
}

async function reasonFor(actor: PersonActor): Promise<string> {
  const person = await database().person.findUnique({ where: { id: actor.id }, select: { status: true } })
  return person?.status === 'ACTIVE'
    ? 'You were signed out. Sign in again to go on.'
    : 'Your account was deactivated. An administrator can tell you more.'
}
