import { listen } from '../db/listen'
import { log } from '../log'
import { listPresenceRows } from '../presence/presence-rows'
import { type PresentPeople, presentIn } from '../presence/present-people'
import { findStories, type Story } from './list-stories'

/** Articles of which something changed, as they are now. An id without a story is no article any more. */
export type StoryNews = { ids: string[]; stories: Story[]; present: PresentPeople }

/** Told where something may have been missed, or so much changed that it is quicker to read all of it. */
type Tell = (news: StoryNews | null) => void

type Door = { tellers: Set<Tell>; isHearing: boolean; stop: () => void }

/** What happens within so long of each other is read and told once. */
const TOGETHER_MILLISECONDS = 40
const STORIES_MANY = 50

const key = Symbol.for('standfirst.board.stories')
const kept = globalThis as unknown as { [key]?: Door | undefined }

/**
 * Tells what some article is like since it moved, was planned or changed its fields, in whichever process: read once for everybody who
 * watches here.
 *
 * @param tell called with null when watching has begun: from then on nothing is missed
 * @returns stops telling
 */
export function watchStories(tell: Tell): () => void {
  kept[key] ??= open()
  const door = kept[key]
  door.tellers.add(tell)
  if (door.isHearing) queueMicrotask(() => door.tellers.has(tell) && tell(null))
  return () => {
    door.tellers.delete(tell)
    if (door.tellers.size > 0) return
    door.stop()
    if (kept[key] === door) kept[key] = undefined
  }
}

function open(): Door {
  const waiting = new Set<string>()
  let isReading = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const door: Door = { tellers: new Set(), isHearing: false, stop: () => undefined }
  const tellAll = (news: StoryNews | null) => {
    for (const tell of door.tellers) tell(news)
  }

  const read = async () => {
    timer = undefined
    const ids = [...waiting]
    waiting.clear()
    isReading = true
    try {
      tellAll(ids.length > STORIES_MANY ? null : await newsOf(ids))
    } catch (error) {
      log.error({ error: error instanceof Error ? error.message : error }, 'the board could not read what changed')
      tellAll(null)
    } finally {
      isReading = false
      if (waiting.size > 0) plan()
    }
  }
  const plan = () => {
    if (!isReading) timer ??= setTimeout(read, TOGETHER_MILLISECONDS)
  }

  const stop = listen('standfirst_article', {
    onPayload: (articleId) => {
      waiting.add(articleId)
      plan()
    },
    onGap: () => {
      door.isHearing = true
      tellAll(null)
    },
  })
  door.stop = () => {
    clearTimeout(timer)
    stop()
  }
  return door
}

async function newsOf(ids: string[]): Promise<StoryNews> {
  const [stories, rows] = await Promise.all([findStories(ids), listPresenceRows(ids)])
  return { ids, stories, present: presentIn(rows) }
}
