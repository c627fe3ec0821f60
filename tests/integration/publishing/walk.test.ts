import { beforeAll, describe, expect, test } from 'vitest'
import { killArticle } from '@/lib/articles/kill-article'
import { moveArticle, PLAIN_MOVES } from '@/lib/articles/move-article'
import { publishArticle } from '@/lib/articles/publish-article'
import { ARTICLE_STATES, type Move, stateAfter } from '@/lib/articles/state'
import { unpublishArticle } from '@/lib/articles/unpublish-article'
import { database } from '@/lib/db/database'
import { Conflict, Forbidden, NotFound } from '@/lib/errors'
import { askLegal } from '@/lib/legal/ask-legal'
import type { Actor } from '@/lib/policy/actor'
import { cancelSchedule } from '@/lib/schedule/cancel-schedule'
import { schedulePublication } from '@/lib/schedule/schedule-publication'
import { articleIn, aWalk, doneAs, FAR, isAllowed, isMoveOf, moves, type Walk } from '@/tests/support/walk'

// Every state, every move, everybody: what happens is what the table says.

/** The door of each move. */
const doors: Record<Move, (actor: Actor, articleId: string) => Promise<unknown>> = {
  ...(Object.fromEntries(
    PLAIN_MOVES.map((move) => [
      move,
      (actor: Actor, articleId: string) => moveArticle(actor, { articleId, move, note: 'A word about it.' }),
    ]),
  ) as Record<(typeof PLAIN_MOVES)[number], (actor: Actor, articleId: string) => Promise<unknown>>),
  askLegal: (actor, articleId) => askLegal(actor, { articleId, question: 'May we?' }),
  askLegalAgain: (actor, articleId) => askLegal(actor, { articleId, question: 'May we?' }),
  schedule: (actor, articleId) => schedulePublication(actor, { articleId, time: FAR, version: 0 }),
  scheduleChanges: (actor, articleId) => schedulePublication(actor, { articleId, time: FAR, version: 0 }),
  unschedule: (actor, articleId) => cancelSchedule(actor, { articleId, of: 'publication' }),
  publish: (actor, articleId) => publishArticle(actor, { articleId, version: 0 }),
  unpublish: (actor, articleId) => unpublishArticle(actor, { articleId, reason: 'It was wrong.' }),
  kill: (actor, articleId) => killArticle(actor, { articleId, reason: 'It was wrong.' }),
}

let walk: Walk

beforeAll(async () => {
  walk = await aWalk()
})

async function stateOf(id: string) {
  return database().article.findUniqueOrThrow({ where: { id }, select: { state: true, stateBefore: true } })
}

describe.each(ARTICLE_STATES)('From %s', (state) => {
  test('every move by everybody ends as the table says', async () => {
    let id = await articleIn(walk, state)
    let before = await stateOf(id)
    const wrong: string[] = []
    for (const move of moves) {
      for (const who of walk.everybody) {
        expect(before.state).toBe(state)
        const expected = !isAllowed(who, move) ? 'refused' : isMoveOf(move, state) ? 'done' : 'impossible'
        const outcome = await doors[move](who.actor, id).then(
          () => 'done',
          (error: unknown) =>
            error instanceof Forbidden || error instanceof NotFound
              ? 'refused'
              : error instanceof Conflict
                ? 'impossible'
                : String(error),
        )
        if (outcome !== expected) wrong.push(`${move} by ${who.name}: ${outcome}, not ${expected}`)
        const after = await stateOf(id)
        const isDone = outcome === 'done'
        const target = isDone ? stateAfter(doneAs(move, state), before).state : state
        if (after.state !== target) wrong.push(`${move} by ${who.name}: left it ${after.state}, not ${target}`)
        if (isDone) id = await articleIn(walk, state)
        before = isDone ? await stateOf(id) : after
      }
    }
    expect(wrong).toEqual([])
  }, 120_000)
})

test('every move has a door here', () => {
  expect(Object.keys(doors).sort()).toEqual([...moves].sort())
})
