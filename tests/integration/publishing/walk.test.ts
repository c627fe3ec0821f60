import { beforeAll, describe, expect, test } from 'vitest'
import { killArticle } from '@/lib/articles/kill-article'
import { moveArticle, PLAIN_MOVES } from '@/lib/articles/move-article'
import { publishArticle } from '@/lib/articles/publish-article'
import { ARTICLE_STATES, type ArticleState, isPossible, MOVES, type Move, stateAfter } from '@/lib/articles/state'
import { unpublishArticle } from '@/lib/articles/unpublish-article'
import { database } from '@/lib/db/database'
import { Conflict, Forbidden, NotFound } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { askLegal } from '@/lib/legal/ask-legal'
import type { Actor, PersonActor, Role } from '@/lib/policy/actor'
import { type Grant, policy } from '@/lib/policy/table'
import { cancelSchedule } from '@/lib/schedule/cancel-schedule'
import { schedulePublication } from '@/lib/schedule/schedule-publication'
import { anArticle, publishNow } from '@/tests/support/articles'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'

// Every state, every move, everybody: what happens is what the table says.

const FAR = { local: '2099-06-01T06:00', zone: 'Europe/London' }
const moves = Object.keys(MOVES) as Move[]

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

type Who = { name: string; actor: Actor; role: Role | null; relation: 'own' | 'lead' | 'other' }

let section: { id: string; slug: string }
let author: PersonActor
let deskId: string
let everybody: Who[]

beforeAll(async () => {
  section = await aSection('walk')
  author = await aPerson('REPORTER')
  const lead = await aPerson('REPORTER')
  deskId = newId()
  await database().desk.create({ data: { id: deskId, slug: 'walk', name: 'Walk', position: 0, createdAt: new Date() } })
  await database().deskMember.create({ data: { deskId, personId: lead.id, isLead: true } })
  const member = await aPerson('REPORTER')
  await database().deskMember.create({ data: { deskId, personId: member.id, isLead: false } })
  everybody = [
    { name: 'its author', actor: author, role: 'REPORTER', relation: 'own' },
    { name: 'who leads its desk', actor: lead, role: 'REPORTER', relation: 'lead' },
    { name: 'a reporter of its desk', actor: member, role: 'REPORTER', relation: 'other' },
    { name: 'an editor', actor: await aPerson('EDITOR'), role: 'EDITOR', relation: 'other' },
    { name: 'an administrator', actor: await aPerson('ADMINISTRATOR'), role: 'ADMINISTRATOR', relation: 'other' },
    { name: 'a lawyer', actor: await aPerson('LAWYER'), role: 'LAWYER', relation: 'other' },
    { name: 'nobody', actor: { kind: 'nobody' }, role: null, relation: 'other' },
  ]
})

function isAllowed({ role, relation }: Who, move: Move): boolean {
  if (role === null) return false
  const grant: Grant = policy[MOVES[move].action][role]
  if (grant === 'any') return true
  return grant === 'own' ? relation !== 'other' : grant === 'lead' && relation === 'lead'
}

/** Scheduling and legal are one door each: from the state it knows which of its two moves it is. */
function isMoveOf(move: Move, state: ArticleState): boolean {
  if (move === 'schedule' || move === 'scheduleChanges')
    return isPossible('schedule', state) || isPossible('scheduleChanges', state)
  if (move === 'askLegal' || move === 'askLegalAgain')
    return isPossible('askLegal', state) || isPossible('askLegalAgain', state)
  if (move === 'unschedule') return state === 'SCHEDULED'
  return isPossible(move, state)
}

/** Two doors of two moves each. */
function doneAs(move: Move, state: ArticleState): Move {
  if (move === 'schedule' || move === 'scheduleChanges') return state === 'PUBLISHED' ? 'scheduleChanges' : 'schedule'
  if (move === 'askLegal' || move === 'askLegalAgain')
    return isPossible('askLegal', state) ? 'askLegal' : 'askLegalAgain'
  return move
}

/** An article in a state, as the moves that lead there would have left it. */
async function articleIn(state: ArticleState): Promise<string> {
  const id = await anArticle(author, { sectionId: section.id })
  const wasPublic = state === 'PUBLISHED' || state === 'UNPUBLISHED' || state === 'KILLED'
  const editor = everybody[3]?.actor as PersonActor
  if (wasPublic) await publishNow(editor, id)
  if (state === 'UNPUBLISHED') await unpublishArticle(editor, { articleId: id, reason: 'Wrong.' })
  if (state === 'KILLED') await killArticle(editor, { articleId: id, reason: 'Wrong.' })
  if (state === 'SCHEDULED') await schedulePublication(editor, { articleId: id, time: FAR, version: 0 })
  else if (!wasPublic) {
    const comesBack = state === 'ON_HOLD' || state === 'SPIKED'
    await database().article.update({ where: { id }, data: { state, stateBefore: comesBack ? 'FILED' : null } })
  }
  await database().article.update({ where: { id }, data: { deskId } })
  return id
}

describe.each(ARTICLE_STATES)('From %s', (state) => {
  test('every move by everybody ends as the table says', async () => {
    let id = await articleIn(state)
    const wrong: string[] = []
    for (const move of moves) {
      for (const who of everybody) {
        const before = await database().article.findUniqueOrThrow({ where: { id } })
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
        const after = await database().article.findUniqueOrThrow({ where: { id } })
        const isDone = outcome === 'done'
        const target = isDone ? stateAfter(doneAs(move, state), before).state : state
        if (after.state !== target) wrong.push(`${move} by ${who.name}: left it ${after.state}, not ${target}`)
        if (isDone) id = await articleIn(state)
      }
    }
    expect(wrong).toEqual([])
  }, 120_000)
})

test('every move has a door here', () => {
  expect(Object.keys(doors).sort()).toEqual([...moves].sort())
})
