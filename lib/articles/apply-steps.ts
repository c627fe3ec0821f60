import { AddMarkStep, RemoveMarkStep, Step } from 'prosemirror-transform'
import { now } from '../clock'
import { database, type Transaction } from '../db/database'
import { type Sql, sqlOn, sqlTransaction } from '../db/sql'
import { checkChanged } from '../document/changed-blocks'
import type { Document } from '../document/document'
import { mergeSteps } from '../document/merge-steps'
import { schema } from '../document/schema'
import { isOnlySuggesting } from '../document/suggesting-rules'
import { Conflict, Forbidden, Invalid, KnownError, NotFound, TooLarge } from '../errors'
import type { Actor, PersonActor } from '../policy/actor'
import { authorise, can } from '../policy/policy'

import { assertNotHeld, assertWordsTakenIn } from './holds'
import { type StoredStep, stepsAfter } from './list-steps'
import { forgetLiveDraft, type LiveDraft, liveDraftAt, pastSince, rememberLiveDraft } from './live-draft'
import { lockForWriting } from './lock-for-writing'
import { recordWriting } from './record-writing'
import { refuseForgedSuggestions } from './refuse-forged-suggestions'
import { inTurn } from './step-queue'
import { steppedOn, type WritableArticle, type Written, writeSteps } from './write-steps'

export type StepsInput = {
  articleId: string
  /** The version of the document that the steps were made on. */
  version: number
  /** The tab that made them: how it recognises its own when an answer was lost. */
  clientId: string
  steps: readonly unknown[]
  /**
   * The indices of the steps that begin an action of the person. With it, steps that were made on an older version are done
   * again after what others did meanwhile; without it, whoever is behind is told so.
   */
  firsts?: readonly number[] | undefined
  /** The step that made `version` must be this tab's own, or none of it is taken. */
  isAfterOwn?: boolean | undefined
}

export type StepsResult =
  | { kind: 'applied'; version: number }
  /** Applied after what others did: everything after the version that was sent, the tab's own steps as they came out. */
  | { kind: 'merged'; version: number; steps: StoredStep[] }
  | { kind: 'behind'; version: number; steps: StoredStep[] }

/**
 * The one way in which words change. All of the steps are applied or none; each is checked against the schema; whoever is
 * behind has the steps done again after the others', or gets what is missing and tries again. Sending the same steps twice
 * applies them once: the second time is behind, and its own steps are among the missing ones.
 *
 * What arrives for one article while a transaction runs is saved together in the next one: twenty people cost little more than one.
 *
 * @throws Forbidden, NotFound
 * @throws Invalid when a step does not fit the document or its outcome is not of our schema
 * @throws TooLarge when the document would grow beyond what can be kept
 * @throws Gone when the version is so old that its steps are folded away
 */
export function applySteps(actor: Actor, input: StepsInput): Promise<StepsResult> {
  return inTurn(input.articleId, { actor, input }, applyTogether)
}

/**
 * As applySteps, as a part of the caller's transaction, for steps that the server itself made on the present draft.
 * @throws Conflict when the draft went on meanwhile
 */
export async function applyStepsWithin(tx: Transaction, actor: Actor, input: StepsInput): Promise<{ version: number }> {
  const { outcomes, draft } = await writeAll(sqlOn(tx), input.articleId, [{ actor, input }])
  const [outcome] = outcomes
  if (outcome instanceof Error) throw outcome
  if (outcome?.kind !== 'applied') throw new Conflict('Somebody wrote meanwhile. Try again.')
  // Known to this process only when the caller's transaction is through: until then memory would be ahead of the database.
  return { version: draft?.version ?? outcome.version }
}

type Asked = { actor: Actor; input: StepsInput }
type Outcome = StepsResult | Error

async function applyTogether(asked: readonly Asked[]): Promise<Outcome[]> {
  const articleId = asked[0]?.input.articleId ?? ''
  try {
    const { outcomes, draft } = await sqlTransaction((sql) => writeAll(sql, articleId, asked))
    if (draft !== null) rememberLiveDraft(articleId, draft)
    return outcomes
  } catch (error) {
    forgetLiveDraft(articleId)
    throw error
  }
}

/** Takes in what was asked, one after the other, and writes all of it at once. */
async function writeAll(
  sql: Sql,
  articleId: string,
  asked: readonly Asked[],
): Promise<{ outcomes: Outcome[]; draft: LiveDraft | null }> {
  const locked = await lockForWriting(sql, articleId)
  if (locked === null) return { outcomes: asked.map(() => new NotFound('This article does not exist.')), draft: null }
  const { article, version } = locked
  const before = await liveDraftAt(sql, articleId, version)
  let draft = before
  const written: Written[] = []
  const outcomes: Outcome[] = []
  for (const one of asked) {
    try {
      const taken = await takeIn(sql, article, draft, one)
      outcomes.push(taken.outcome)
      draft = taken.draft
      if (taken.written !== null) written.push(taken.written)
    } catch (error) {
      if (!(error instanceof KnownError)) throw error
      outcomes.push(error)
    }
  }
  if (draft !== before) {
    await writeSteps(sql, article, before, draft, written)
    draft = await recordWriting(sql, articleId, draft, written)
  }
  return { outcomes, draft }
}

type Taken = { outcome: StepsResult; draft: LiveDraft; written: Written | null }

async function takeIn(sql: Sql, article: WritableArticle, draft: LiveDraft, { actor, input }: Asked): Promise<Taken> {
  const sent = input.steps.map(parseStep)
  const right = await rightToWrite(actor, article, sent)
  if (input.version > draft.version) throw new Invalid('This version does not exist yet.')
  const missed = pastSince(draft, input.version)
  const others = missed?.length ?? draft.version - input.version
  if (input.isAfterOwn && lastClientId(draft, input.version) !== input.clientId) return behind(sql, input, draft)
  const isHere = missed?.some(({ clientId }) => clientId === input.clientId) ?? true
  if (others > 0 && (input.firsts === undefined || missed === null || isHere)) return behind(sql, input, draft)

  const steps = others === 0 || missed === null ? sent : merged(input, sent, missed, draft)
  const written = { actor: right.actor, clientId: input.clientId, steps, isEdit: right.kind !== 'comment' }
  const outcome = applied(draft, written)
  checkOutcome(draft.document, outcome.document)
  await checkSuggestions(sql, article.id, right, written.steps, draft.document, outcome.document)
  if (others === 0) return { outcome: { kind: 'applied', version: outcome.version }, draft: outcome, written }
  const since = pastSince(outcome, input.version) ?? []
  return {
    outcome: {
      kind: 'merged',
      version: outcome.version,
      steps: since.map(({ json, clientId }) => ({ step: json, clientId })),
    },
    draft: outcome,
    written,
  }
}

function parseStep(json: unknown): Step {
  if (holdsUnkeepable(json)) throw new Invalid('This change holds a character that no text can hold.')
  try {
    return Step.fromJSON(schema, json)
  } catch (error) {
    throw new Invalid(`This change cannot be read: ${reasonOf(error)}.`)
  }
}

/** PostgreSQL keeps every character but these: nothing at all, and one half of a pair. */
function holdsUnkeepable(json: unknown): boolean {
  let isFound = false
  JSON.stringify(json, (_key, value) => {
    isFound ||= typeof value === 'string' && /\0|\p{Surrogate}/u.test(value)
    return value
  })
  return isFound
}

type Right = { kind: 'edit' | 'comment' | 'suggest'; actor: PersonActor }

/** Whoever may not edit may still comment on words, and suggest others where nobody holds the article. */
async function rightToWrite(actor: Actor, article: WritableArticle, steps: readonly Step[]): Promise<Right> {
  const { createdById, authorIds, leadIds, deskId } = article
  const owned = { ownerIds: [createdById, ...authorIds], leadIds, deskId }
  if (!can(actor, 'article.read', owned)) throw new NotFound('This article does not exist.')
  if (actor.kind !== 'person') throw new Forbidden('Only a person writes.')
  if (steps.every(isAboutComments)) {
    authorise(actor, 'article.comment', owned)
    return { kind: 'comment', actor }
  }
  if (can(actor, 'article.edit', owned)) {
    await assertWordsTakenIn(database(), actor, article)
    return { kind: 'edit', actor }
  }
  authorise(actor, 'article.comment', owned)
  assertNotHeld(actor, article)
  return { kind: 'suggest', actor }
}

function isAboutComments(step: Step): boolean {
  return (step instanceof AddMarkStep || step instanceof RemoveMarkStep) && step.mark.type.name === 'comment'
}

function lastClientId(draft: LiveDraft, version: number): string | null {
  return draft.past.find((past) => past.version === version)?.clientId ?? null
}

async function behind(sql: Sql, { articleId, version }: StepsInput, draft: LiveDraft): Promise<Taken> {
  const missed = pastSince(draft, version)?.map(({ json, clientId }) => ({ step: json, clientId }))
  // What memory does not hold is in the database; what is being written in this transaction is in memory.
  const steps = missed ?? (await stepsAfter(sql, articleId, version))
  return { outcome: { kind: 'behind', version: version + steps.length, steps }, draft, written: null }
}

function merged(
  { firsts = [] }: StepsInput,
  steps: readonly Step[],
  missed: readonly { before: Document; step: Step }[],
  draft: LiveDraft,
): Step[] {
  const base = missed[0]?.before ?? draft.document
  try {
    const others = missed.map(({ step }) => step)
    return mergeSteps({ base, steps, firsts }, others, draft.document)
  } catch (error) {
    throw new Invalid(`This change cannot be applied: ${reasonOf(error)}.`)
  }
}

function applied(draft: LiveDraft, written: Written): LiveDraft {
  try {
    const outcome = steppedOn(draft, written, now())
    if (outcome === null) throw new RangeError('it does not fit')
    return outcome
  } catch (error) {
    throw new Invalid(`This change cannot be applied: ${reasonOf(error)}.`)
  }
}

/** Positions in a document, about one a character: a book's worth. */
const MOST_POSITIONS = 2_000_000

function checkOutcome(before: Document, document: Document): void {
  if (document.nodeSize > MOST_POSITIONS)
    throw new TooLarge('This article is too long to be saved. Move a part of it to another article.')
  try {
    checkChanged(before, document)
  } catch (error) {
    throw new Invalid(`This change would break the document: ${reasonOf(error)}.`)
  }
}

/** Nobody suggests in another's name, and who may only suggest changes nothing else. */
async function checkSuggestions(
  sql: Sql,
  articleId: string,
  { kind, actor }: Right,
  steps: readonly Step[],
  before: Document,
  document: Document,
): Promise<void> {
  if (kind === 'suggest') {
    if (!isOnlySuggesting(before, document, actor.id))
      throw new Forbidden('You may not change this article. You can comment on it and suggest changes.')
  } else if (kind === 'edit' && steps.some(speaksOfSuggestions)) {
    await refuseForgedSuggestions(sql, articleId, actor.id, before, document)
  }
}

/** Only such steps can bring in a suggestion: all others are not looked at further. */
function speaksOfSuggestions(step: Step): boolean {
  return /"(inserted|removed|reformatted)"/.test(JSON.stringify(step))
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown reason'
}
