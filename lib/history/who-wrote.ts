import { Step } from 'prosemirror-transform'
import { loadArticle, loadDraft } from '../articles/load-article'
import { database } from '../db/database'
import { type Author, type AuthorSpan, beforeStep, joined, minuteOf, type Stretch } from '../document/authorship'
import { schema } from '../document/schema'
import { Invalid } from '../errors'
import type { Actor } from '../policy/actor'
import { foldedVersion } from './folded-version'
import { listNamesOf } from './names-of'
import { restoredVersion } from './restored-version'

/** Further back than this nobody looks while somebody waits. */
const MOST_STEPS = 50_000
const CHUNK = 2_000

/** Words by one person, in one minute. `personId` null: written further back than we look. */
export type WrittenBy = {
  from: number
  to: number
  personId: string | null
  name: string
  at: string | null
  /** The version in which they came, while the step is kept. */
  version: number | null
  restoredBy: { name: string; at: string } | null
}

type Question = { articleId: string; version: number; from: number; to: number }

/** A stretch with what is known of it so far: who brought it back from an older version. */
type Followed = Stretch & { restoredBy?: { personId: string; at: string } }

type Found = { spans: (AuthorSpan & { version: number | null })[]; unknown: Stretch[] }

/**
 * Who wrote the words from one position to another of a version. Goes back from there step by step until every word is
 * found; words that an older version brought back are followed into that version.
 *
 * @throws NotFound
 * @throws Invalid when there is no such version, or its steps are folded away and no revision tells
 */
export async function whoWrote(actor: Actor, question: Question): Promise<WrittenBy[]> {
  const article = await loadArticle(database(), actor, question.articleId)
  const draft = await loadDraft(database(), article.id)
  if (question.version > draft.version || question.from >= question.to) throw new Invalid('There are no such words.')
  const { spans, unknown } = await find(question)
  const names = await listNamesOf(spans.flatMap(({ personId, restoredBy }) => [personId, restoredBy?.personId]))
  const known = withVersions(spans).map(({ restoredBy, ...span }) => ({
    ...span,
    name: names.get(span.personId) ?? 'Somebody',
    restoredBy:
      restoredBy === undefined ? null : { name: names.get(restoredBy.personId) ?? 'Somebody', at: restoredBy.at },
  }))
  const older = unknown.map(({ from, to, asked }) => ({
    from: asked,
    to: asked + to - from,
    personId: null,
    name: '',
    at: null,
    version: null,
    restoredBy: null,
  }))
  return [...known, ...older].sort((one, other) => one.from - other.from)
}

async function find({ articleId, version, from, to }: Question): Promise<Found> {
  const found: Found = { spans: [], unknown: [] }
  const floor = await foldedVersion(database(), articleId)
  const restores = await restoresOf(articleId)
  // Words that came back from a version wait until the way back has reached it.
  const waiting = new Map<number, Followed[]>([[version, [{ from, to, asked: from }]]])
  let open: Followed[] = []
  let at = version
  for (let steps = 0; at > floor && steps < MOST_STEPS; ) {
    const chunk = await stepsDownTo(articleId, at, floor)
    if (chunk.length === 0) break
    for (const step of chunk) {
      at = step.version
      open.push(...(waiting.get(at) ?? []))
      waiting.delete(at)
      open = goBack(step, open, restores, waiting, found)
      at -= 1
      steps += 1
    }
    if (open.length === 0 && waiting.size === 0) return found
  }
  if (open.length > 0) waiting.set(at, [...open, ...(waiting.get(at) ?? [])])
  for (const [target, stretches] of waiting) await askRevision(articleId, target, stretches, found)
  return found
}

function stepsDownTo(articleId: string, at: number, floor: number) {
  return database().step.findMany({
    where: { articleId, version: { lte: at, gt: floor } },
    orderBy: { version: 'desc' },
    take: CHUNK,
  })
}

type StoredStep = Awaited<ReturnType<typeof stepsDownTo>>[number]

function goBack(
  stored: StoredStep,
  open: Followed[],
  restores: ReadonlyMap<number, number>,
  waiting: Map<number, Followed[]>,
  found: Found,
): Followed[] {
  if (open.length === 0) return open
  const map = Step.fromJSON(schema, stored.step).getMap()
  const author = { personId: stored.personId, at: minuteOf(stored.createdAt) }
  const target = restores.get(stored.version)
  return open.flatMap((stretch) => {
    const { wrote, earlier } = beforeStep([stretch], map)
    const { restoredBy } = stretch
    const follow = (part: Stretch): Followed => (restoredBy === undefined ? part : { ...part, restoredBy })
    if (target === undefined) put(found, wrote.map(follow), author, stored.version)
    else {
      const back = wrote.map((part) => ({ ...part, restoredBy: restoredBy ?? author }))
      waiting.set(target, [...(waiting.get(target) ?? []), ...back])
    }
    return earlier.map(follow)
  })
}

/** Which steps brought back which versions. Only the server's own revisions are believed: what a tab calls itself is not. */
async function restoresOf(articleId: string): Promise<Map<number, number>> {
  const revisions = await database().revision.findMany({
    where: { articleId, reason: 'RESTORED' },
    select: { version: true },
  })
  const steps = await database().step.findMany({
    where: { articleId, version: { in: revisions.map(({ version }) => version) } },
    select: { version: true, clientId: true },
  })
  const found = new Map<number, number>()
  for (const { version, clientId } of steps) {
    const target = restoredVersion(clientId)
    if (target !== null && target < version) found.set(version, target)
  }
  return found
}

/** Where no steps lead further back, the revision there says who wrote what. */
async function askRevision(articleId: string, version: number, stretches: Followed[], found: Found): Promise<void> {
  const revisions = await database().revision.findMany({
    where: { articleId, version },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { authors: true, personId: true, createdAt: true, reason: true },
  })
  const spans = revisions.find(({ authors }) => authors !== null)?.authors as AuthorSpan[] | null | undefined
  const started = revisions.find(({ reason }) => reason === 'STARTED')
  if (spans) {
    for (const stretch of stretches) putSpans(found, stretch, spans)
  } else if (started) {
    put(found, stretches, { personId: started.personId, at: minuteOf(started.createdAt) }, version)
  } else {
    found.unknown.push(...stretches)
  }
}

function putSpans(found: Found, stretch: Followed, spans: readonly AuthorSpan[]): void {
  for (const { from, to, ...author } of spans) {
    const start = Math.max(from, stretch.from)
    const end = Math.min(to, stretch.to)
    if (start >= end) continue
    const part = { from: start, to: end, asked: stretch.asked + start - stretch.from }
    put(found, [stretch.restoredBy === undefined ? part : { ...part, restoredBy: stretch.restoredBy }], author, null)
  }
}

function put(found: Found, stretches: readonly Followed[], author: Author, version: number | null): void {
  for (const { from, to, asked, restoredBy } of stretches) {
    const by = restoredBy ?? author.restoredBy
    const { personId, at } = author
    found.spans.push({
      personId,
      at,
      from: asked,
      to: asked + to - from,
      version,
      ...(by === undefined ? {} : { restoredBy: { personId: by.personId, at: by.at } }),
    })
  }
}

/** Neighbours by one person in one minute are one span; of its versions the last one is told. */
function withVersions(spans: Found['spans']): Found['spans'] {
  return joined(spans, (last, next) => {
    if (next.version !== null) last.version = Math.max(last.version ?? 0, next.version)
  })
}
