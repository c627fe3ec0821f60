import { PLAIN_MOVES, type PlainMove } from '../articles/move-article'
import { type ArticleState, isPossible, MOVES, stateAfter } from '../articles/state'
import { now } from '../clock'
import type { Actor } from '../policy/actor'
import { authorise, can } from '../policy/policy'
import { listPresenceRows } from '../presence/presence-rows'
import { type PresentPeople, presentIn } from '../presence/present-people'
import { BOARD_COLUMNS, type BoardColumn, CARDS_MOST } from './columns'
import { type BoardFilter, type CountedStory, listStories, type Story } from './list-stories'
import { readTogether } from './read-together'

/** A story on the board. Instants are ISO 8601. */
export type BoardCard = {
  id: string
  /** The headline, or the slugline where there is none yet. */
  title: string
  state: BoardColumn
  /** Since when it is in this column. */
  since: string
  owner: string | null
  section: string | null
  dueAt: string | null
  isOverdue: boolean
  heldBy: string | null
  publishAt: string | null
  /** It did not go out at its time; it was not taken from readers at its time. */
  hasFailed: boolean
  hasStayed: boolean
  embargoUntil: string | null
  isLegalRequired: boolean
  hasUnpublishedChanges: boolean
  /** While it is the banner on public pages. */
  breakingUntil: string | null
  /** What this person may do with it, and where that leads. */
  moves: { move: PlainMove; name: string; to: ArticleState }[]
}

export type Board = {
  columns: { state: BoardColumn; count: number; cards: BoardCard[] }[]
  /** Who is in which of them. */
  present: PresentPeople
  /** When it was read. */
  at: string
}

/**
 * The stories of a desk by state: what is due first, then what waits longest. Of published ones those of the last day, the newest first.
 * @param cardsMost of a column; of the others there is a number, and the way to the list
 * @throws Forbidden
 */
export async function readBoard(actor: Actor, filter: BoardFilter, cardsMost = CARDS_MOST): Promise<Board> {
  authorise(actor, 'article.read')
  const { stories, present } = await readTogether(JSON.stringify([filter.deskId, filter.personId, cardsMost]), () =>
    readStories(filter, cardsMost),
  )
  const at = now()
  return {
    columns: BOARD_COLUMNS.map((state) => {
      const own = stories.filter((story) => story.state === state)
      return {
        state,
        count: own[0]?.count ?? 0,
        cards: own.map((story) => cardOf(actor, story, at)),
      }
    }),
    present,
    at: at.toISOString(),
  }
}

async function readStories(
  filter: BoardFilter,
  cardsMost: number,
): Promise<{ stories: CountedStory[]; present: PresentPeople }> {
  const stories = await listStories(filter, cardsMost)
  return { stories, present: presentIn(await listPresenceRows(stories.map(({ id }) => id))) }
}

/** What this person sees of a story that is on the board. */
export function cardOf(actor: Actor, story: Story & { state: BoardColumn }, at: Date): BoardCard {
  const { id, state, publishAt, dueAt, embargoUntil, heldById } = story
  const owned = {
    ownerIds: [story.createdById, story.ownerId, ...story.authorIds].filter((each) => each !== null),
    leadIds: story.leadIds,
    deskId: story.deskId,
  }
  const isHeld = heldById !== null && (actor.kind !== 'person' || heldById !== actor.id)
  const isOpen = state === 'PITCHED' || state === 'COMMISSIONED' || state === 'DRAFT'
  return {
    id,
    title: story.headline || story.slugline,
    state,
    since: story.stateChangedAt.toISOString(),
    owner: story.owner ?? (state === 'PITCHED' ? null : story.starter),
    section: story.section,
    dueAt: dueAt?.toISOString() ?? null,
    isOverdue: isOpen && dueAt !== null && dueAt < at,
    heldBy: story.holder,
    publishAt: publishAt?.toISOString() ?? null,
    hasFailed: story.hasFailed,
    hasStayed: story.hasStayed,
    embargoUntil: embargoUntil !== null && embargoUntil > at ? embargoUntil.toISOString() : null,
    isLegalRequired: story.isLegalRequired,
    hasUnpublishedChanges: story.hasUnpublishedChanges,
    breakingUntil: story.breakingUntil?.toISOString() ?? null,
    moves: PLAIN_MOVES.filter(
      (move) =>
        !isHeld && move !== 'approveChanges' && isPossible(move, state) && can(actor, MOVES[move].action, owned),
    ).map((move) => ({ move, name: MOVES[move].name, to: stateAfter(move, story).state })),
  }
}
