import { loadArticle } from '../articles/load-article'
import { database } from '../db/database'
import type { Actor } from '../policy/actor'
import type { PaperTime } from '../settings/paper-time'
import { readSettings } from '../settings/settings'
import { countJsonWords } from './count-json-words'
import { listNamesOf } from './names-of'
import { MILESTONES, type Reason, titleOf } from './revision-words'

/** A version that was kept, as the list of versions tells it. */
export type RevisionEntry = {
  id: string
  version: number
  reason: Reason
  title: string
  person: string
  at: Date
  isMilestone: boolean
  words: number
  /** How many words more or fewer than in the one before it; null for the first. */
  wordsChange: number | null
}

const PAGE = 60

type Wanted = { articleId: string; only?: 'milestones' | undefined; before?: string | undefined }

/**
 * The versions of an article, the newest first.
 * @param before the id of the last revision of the page before
 * @throws NotFound
 */
export async function listRevisions(
  actor: Actor,
  { articleId, only, before }: Wanted,
): Promise<{ revisions: RevisionEntry[]; next: string | null }> {
  const article = await loadArticle(database(), actor, articleId)
  const rows = await database().revision.findMany({
    where: { articleId: article.id, ...(only === 'milestones' ? { reason: { in: [...MILESTONES] } } : {}) },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: PAGE + 1,
    ...((await isOfArticle(before, articleId)) && before !== undefined ? { cursor: { id: before }, skip: 1 } : {}),
    select: { ...fields, document: true },
  })
  const entries = await entriesOf(articleId, rows)
  const words = rows.map(({ document }) => countJsonWords(document))
  const revisions = entries.slice(0, PAGE).map((entry, index) => {
    const earlier = words[index + 1]
    const own = words[index] ?? 0
    return { ...entry, words: own, wordsChange: earlier === undefined ? null : own - earlier }
  })
  return { revisions, next: rows.length > PAGE ? (revisions.at(-1)?.id ?? null) : null }
}

const fields = { id: true, version: true, reason: true, name: true, personId: true, createdAt: true } as const

type Row = { id: string; version: number; reason: Reason; name: string | null; personId: string; createdAt: Date }

export type TitledRevision = Omit<RevisionEntry, 'words' | 'wordsChange'>

/** One revision with its title; null when the article has none of this id. */
export async function findRevision(articleId: string, id: string): Promise<TitledRevision | null> {
  const row = await database().revision.findFirst({ where: { id, articleId }, select: fields })
  return row === null ? null : ((await entriesOf(articleId, [row]))[0] ?? null)
}

/** The newest revision of an earlier version than this one: what it is compared with unless somebody asks otherwise. */
export async function findRevisionBefore(articleId: string, version: number): Promise<TitledRevision | null> {
  const row = await database().revision.findFirst({
    where: { articleId, version: { lt: version } },
    orderBy: [{ version: 'desc' }, { createdAt: 'desc' }],
    select: fields,
  })
  return row === null ? null : ((await entriesOf(articleId, [row]))[0] ?? null)
}

/** All revisions without their documents, the oldest first: where the play through the history stops. */
export async function listMoments(articleId: string): Promise<TitledRevision[]> {
  const rows = await database().revision.findMany({
    where: { articleId },
    orderBy: [{ version: 'asc' }, { createdAt: 'asc' }],
    take: 2_000,
    select: fields,
  })
  return entriesOf(articleId, rows)
}

async function isOfArticle(id: string | undefined, articleId: string): Promise<boolean> {
  return id !== undefined && (await database().revision.count({ where: { id, articleId } })) === 1
}

async function entriesOf(articleId: string, rows: readonly Row[]): Promise<TitledRevision[]> {
  const time: PaperTime = await readSettings()
  const [names, editions, successors] = await Promise.all([
    listNamesOf(rows.map(({ personId }) => personId)),
    editionsOf(articleId, rows),
    successorsOf(articleId, rows),
  ])
  return rows.map(({ personId, createdAt, ...row }) => {
    const person = names.get(personId) ?? 'Somebody'
    const name = row.name ?? successors.get(row.version) ?? null
    const title = titleOf({ ...row, name, person, at: createdAt, edition: editions.get(row.id) ?? null }, time)
    return {
      id: row.id,
      version: row.version,
      reason: row.reason,
      title,
      person,
      at: createdAt,
      isMilestone: MILESTONES.includes(row.reason),
    }
  })
}

/** Each publication cuts one edition and one revision, so the n-th belongs to the n-th. */
async function editionsOf(articleId: string, rows: readonly Row[]): Promise<Map<string, number>> {
  if (!rows.some(({ reason }) => reason === 'PUBLISHED')) return new Map()
  const [published, editions] = await Promise.all([
    database().revision.findMany({
      where: { articleId, reason: 'PUBLISHED' },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      select: { id: true, version: true },
    }),
    database().edition.findMany({
      where: { articleId },
      orderBy: { number: 'asc' },
      select: { number: true, version: true },
    }),
  ])
  const found = new Map<string, number>()
  published.forEach(({ id, version }, index) => {
    const edition = editions[index]
    if (edition?.version === version) found.set(id, edition.number)
  })
  return found
}

/** Who began to write after a version that was kept because of that, where the row itself does not say it. */
async function successorsOf(articleId: string, rows: readonly Row[]): Promise<Map<number, string>> {
  const versions = rows
    .filter(({ reason, name }) => reason === 'OTHER_PERSON' && name === null)
    .map(({ version }) => version + 1)
  if (versions.length === 0) return new Map()
  const steps = await database().step.findMany({
    where: { articleId, version: { in: versions } },
    select: { version: true, personId: true },
  })
  const names = await listNamesOf(steps.map(({ personId }) => personId))
  return new Map(steps.map(({ version, personId }) => [version - 1, names.get(personId) ?? 'somebody else']))
}
