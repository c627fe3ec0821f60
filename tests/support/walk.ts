import { killArticle } from '@/lib/articles/kill-article'
import { type ArticleState, isPossible, MOVES, type Move } from '@/lib/articles/state'
import { unpublishArticle } from '@/lib/articles/unpublish-article'
import { database } from '@/lib/db/database'
import { newId } from '@/lib/ids'
import type { Actor, BuiltInRole, PersonActor } from '@/lib/policy/actor'
import { type Grant, policy } from '@/lib/policy/table'
import { schedulePublication } from '@/lib/schedule/schedule-publication'
import { anArticle, publishNow } from './articles'
import { aPerson, aSection } from './newsroom-rows'

// Every state, every move, everybody: what a walk over all of them needs, whichever door it goes through.

export const FAR = { local: '2099-06-01T06:00', zone: 'Europe/London' }
export const moves = Object.keys(MOVES) as Move[]

export type Walker = { name: string; actor: Actor; role: BuiltInRole | null; relation: 'own' | 'lead' | 'other' }

export type Walk = {
  author: PersonActor
  editor: PersonActor
  sectionId: string
  deskId: string
  /** Somebody of each kind, nobody among them. */
  everybody: Walker[]
}

export async function aWalk(): Promise<Walk> {
  const section = await aSection('walk')
  const [author, lead, member, editor] = await Promise.all([
    aPerson('REPORTER'),
    aPerson('REPORTER'),
    aPerson('REPORTER'),
    aPerson('EDITOR'),
  ])
  const deskId = newId()
  await database().desk.create({ data: { id: deskId, slug: 'walk', name: 'Walk', position: 0, createdAt: new Date() } })
  await database().deskMember.create({ data: { deskId, personId: lead.id, isLead: true } })
  await database().deskMember.create({ data: { deskId, personId: member.id, isLead: false } })
  return {
    author,
    editor,
    sectionId: section.id,
    deskId,
    everybody: [
      { name: 'its author', actor: author, role: 'REPORTER', relation: 'own' },
      { name: 'who leads its desk', actor: lead, role: 'REPORTER', relation: 'lead' },
      { name: 'a reporter of its desk', actor: member, role: 'REPORTER', relation: 'other' },
      { name: 'an editor', actor: editor, role: 'EDITOR', relation: 'other' },
      { name: 'an administrator', actor: await aPerson('ADMINISTRATOR'), role: 'ADMINISTRATOR', relation: 'other' },
      { name: 'a lawyer', actor: await aPerson('LAWYER'), role: 'LAWYER', relation: 'other' },
      { name: 'nobody', actor: { kind: 'nobody' }, role: null, relation: 'other' },
    ],
  }
}

export function isAllowed({ role, relation }: Walker, move: Move): boolean {
  if (role === null) return false
  const grant: Grant = policy[MOVES[move].action][role]
  if (grant === 'any') return true
  return grant === 'own' ? relation !== 'other' : grant === 'lead' && relation === 'lead'
}

/** Scheduling and legal are one door each: from the state it knows which of its two moves it is. */
export function isMoveOf(move: Move, state: ArticleState): boolean {
  if (move === 'schedule' || move === 'scheduleChanges')
    return isPossible('schedule', state) || isPossible('scheduleChanges', state)
  if (move === 'askLegal' || move === 'askLegalAgain')
    return isPossible('askLegal', state) || isPossible('askLegalAgain', state)
  if (move === 'unschedule') return state === 'SCHEDULED'
  return isPossible(move, state)
}

/** Two doors of two moves each. */
export function doneAs(move: Move, state: ArticleState): Move {
  if (move === 'schedule' || move === 'scheduleChanges') return state === 'PUBLISHED' ? 'scheduleChanges' : 'schedule'
  if (move === 'askLegal' || move === 'askLegalAgain')
    return isPossible('askLegal', state) ? 'askLegal' : 'askLegalAgain'
  return move
}

/** An article in a state, as the moves that lead there would have left it. */
export async function articleIn({ author, editor, sectionId, deskId }: Walk, state: ArticleState): Promise<string> {
  const id = await anArticle(author, { sectionId })
  const wasPublic = state === 'PUBLISHED' || state === 'UNPUBLISHED' || state === 'KILLED'
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
