import { accessNow } from '../auth/access-now'
import { now } from '../clock'
import { listen } from '../db/listen'
import { log } from '../log'
import type { PersonActor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { watchArrivals } from '../presence/watch-arrivals'
import type { BoardChange } from './apply-change'
import { type BoardFilter, countStories, isOnBoard } from './list-stories'
import { cardOf } from './read-board'
import { readTogether } from './read-together'
import { type StoryNews, watchStories } from './watch-stories'

const PING_MILLISECONDS = 20_000

export type BoardEvent =
  /** Null where the whole board is to be read anew. */
  | { kind: 'changed'; change: BoardChange | null }
  /** Somebody came to it, or left it. */
  | { kind: 'people'; articleId: string }
  | { kind: 'ended' }
  | { kind: 'ping' }

/**
 * Tells an open board what became of an article that moved, was planned or changed its fields, by whichever process; and who came to an
 * article or left it. Typing is no news to it. Session and rights are looked at again when somebody changes them, and at every ping: the board
 * is then read anew, with the moves that this person may make now.
 *
 * @returns stops telling
 */
export function watchBoard(opener: PersonActor, filter: BoardFilter, tell: (event: BoardEvent) => void): () => void {
  authorise(opener, 'article.read')
  let isOver = false
  let actor = opener
  let told: Promise<void> = Promise.resolve()
  // One after the other: counts that were read later are told later.
  const change = (news: StoryNews | null) => {
    told = told.then(async () => {
      const change = news === null || isOver ? null : await changeOf(actor, filter, news)
      if (!isOver) tell({ kind: 'changed', change })
    })
  }
  const tellIfEnded = async () => {
    const access = isOver ? null : await accessNow(actor.sessionId, 'article.read').catch(() => null)
    if (isOver || access === null) return
    if (typeof access !== 'string') {
      actor = access
      return
    }
    tell({ kind: 'ended' })
    stop()
  }
  const stops = [
    watchStories(change),
    watchArrivals((articleId) => tell({ kind: 'people', articleId })),
    listen('standfirst_sessions', {
      onPayload: (payload) => {
        if (payload === actor.id) void tellIfEnded().then(() => change(null))
      },
      onGap: () => void tellIfEnded(),
    }),
  ]
  const ping = setInterval(() => {
    tell({ kind: 'ping' })
    void tellIfEnded()
  }, PING_MILLISECONDS)

  function stop(): void {
    if (isOver) return
    isOver = true
    clearInterval(ping)
    for (const unsubscribe of stops) unsubscribe()
  }
  return stop
}

/** What the news are to this board. Null where that cannot be known now. */
async function changeOf(actor: PersonActor, filter: BoardFilter, news: StoryNews): Promise<BoardChange | null> {
  try {
    const counts = await readTogether(`counts ${JSON.stringify([filter.deskId, filter.personId])}`, () =>
      countStories(filter),
    )
    const at = now()
    const cards = news.stories.flatMap((story) => (isOnBoard(story, filter, at) ? cardOf(actor, story, at) : []))
    return { ids: news.ids, cards, present: news.present, counts, at: at.toISOString() }
  } catch (error) {
    log.error({ error: error instanceof Error ? error.message : error }, 'the board could not count its stories')
    return null
  }
}
