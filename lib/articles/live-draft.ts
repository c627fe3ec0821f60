import { LRUCache } from 'lru-cache'
import { Step } from 'prosemirror-transform'
import { now } from '../clock'
import type { Sql } from '../db/sql'
import type { Document } from '../document/document'
import { schema } from '../document/schema'
import { draftOn } from './load-article'

/** One step of the past, with the document that it was made on. */
export type PastStep = {
  version: number
  before: Document
  step: Step
  json: unknown
  clientId: string
  personId: string
}

/** An article's text as this process has it in memory. Never changed: who writes puts another one in its place. */
export type LiveDraft = {
  version: number
  document: Document
  /** The last steps up to `version`, without a gap. */
  past: readonly PastStep[]
  /** When each person last typed here, in milliseconds, as far back as {@link FORGOTTEN_MILLISECONDS}. */
  lastTypedAt: ReadonlyMap<string, number>
  lastPersonId: string | null
  /** The quarter of an hour in which this process last wrote down that a person changes words here: lib/articles/record-writing.ts. */
  recordedIn: ReadonlyMap<string, number>
}

/** How far back a browser may be to have its steps done again here; who is further behind gets what is missing. */
const MOST_PAST = 400
/** Somebody who typed so recently is not somebody who starts to type. */
export const FORGOTTEN_MILLISECONDS = 15 * 60_000
/** Beyond so many steps by others it is cheaper to read the draft anew. */
const MOST_TO_CATCH_UP = 300

const kept = new LRUCache<string, LiveDraft>({ max: 200 })

/**
 * The draft at a version that the database names, from memory as far as possible.
 * @throws NotFound when the article has no draft
 */
export async function liveDraftAt(sql: Sql, articleId: string, version: number): Promise<LiveDraft> {
  const known = kept.get(articleId)
  if (known?.version === version) return known
  const isNear = known !== undefined && known.version < version && version - known.version <= MOST_TO_CATCH_UP
  if (isNear) {
    const steps = await readSteps(sql, articleId, known.version)
    const draft = caughtUp(known, steps)
    if (draft?.version === version) return draft
  }
  return readAnew(sql, articleId)
}

/** Null when a step does not fit, which is a defect: reading the draft anew says so. */
function caughtUp(known: LiveDraft, steps: Awaited<ReturnType<typeof readSteps>>): LiveDraft | null {
  try {
    return steps.reduce<LiveDraft | null>((draft, row) => draft && after(draft, row), known)
  } catch {
    return null
  }
}

/** To be called when a transaction is through: what it wrote is now what this process knows. */
export function rememberLiveDraft(articleId: string, draft: LiveDraft): void {
  const known = kept.get(articleId)
  if (known === undefined || known.version < draft.version) kept.set(articleId, draft)
}

/** What is in memory may not be what the database has: a transaction failed half-way. */
export function forgetLiveDraft(articleId: string): void {
  kept.delete(articleId)
}

/** The draft after one more step. Null when the step does not fit. */
export function after(
  draft: LiveDraft,
  row: { step: Step | unknown; clientId: string; personId: string; createdAt: Date },
): LiveDraft | null {
  const step = row.step instanceof Step ? row.step : Step.fromJSON(schema, row.step)
  const { doc } = step.apply(draft.document)
  if (doc === null) return null
  const past: PastStep = {
    version: draft.version + 1,
    before: draft.document,
    step,
    json: row.step instanceof Step ? step.toJSON() : row.step,
    clientId: row.clientId,
    personId: row.personId,
  }
  return {
    version: past.version,
    document: doc,
    past: [...draft.past.slice(-MOST_PAST + 1), past],
    lastTypedAt: new Map(draft.lastTypedAt).set(row.personId, row.createdAt.getTime()),
    lastPersonId: row.personId,
    recordedIn: draft.recordedIn,
  }
}

/** The steps after a version, or null when memory does not go back so far. */
export function pastSince(draft: LiveDraft, version: number): readonly PastStep[] | null {
  if (version === draft.version) return []
  const first = draft.past[0]
  return first === undefined || first.version > version + 1 ? null : draft.past.slice(version + 1 - first.version)
}

async function readAnew(sql: Sql, articleId: string): Promise<LiveDraft> {
  const draft = await draftOn(sql, articleId)
  const forgottenAt = new Date(now().getTime() - FORGOTTEN_MILLISECONDS)
  const typed = await sql<{ personId: string; lastAt: Date }>`
    SELECT "personId", max("createdAt") AS "lastAt"
    FROM (SELECT * FROM "Step" WHERE "articleId" = ${articleId}::uuid ORDER BY version DESC LIMIT 500) recent
    WHERE "createdAt" > ${forgottenAt}
    GROUP BY "personId"`
  const [last] = await sql<{ personId: string }>`
    SELECT "personId" FROM "Step" WHERE "articleId" = ${articleId}::uuid ORDER BY version DESC LIMIT 1`
  return {
    ...draft,
    past: [],
    lastTypedAt: new Map(typed.map(({ personId, lastAt }) => [personId, lastAt.getTime()])),
    lastPersonId: last?.personId ?? null,
    recordedIn: new Map(),
  }
}

function readSteps(sql: Sql, articleId: string, since: number) {
  return sql<{ step: unknown; clientId: string; personId: string; createdAt: Date }>`
    SELECT step, "clientId", "personId", "createdAt" FROM "Step"
    WHERE "articleId" = ${articleId}::uuid AND version > ${since}
    ORDER BY version`
}
