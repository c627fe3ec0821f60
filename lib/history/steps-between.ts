import { documentAt } from '../articles/document-at'
import { loadArticle, loadDraft } from '../articles/load-article'
import { database } from '../db/database'
import { type DocumentJson, toJson } from '../document/document'
import { Invalid, NotFound } from '../errors'
import type { Actor } from '../policy/actor'
import { foldedVersion } from './folded-version'
import { listNamesOf } from './names-of'

/** At most so many steps, and so many characters of them, are answered at once. */
const MOST_STEPS = 2_000
const MOST_CHARACTERS = 1_000_000

/** The document of version `from` and the steps after it, each with who made it and when. */
export type StepsBetween = {
  from: number
  document: DocumentJson
  steps: { step: unknown; personId: string; at: string }[]
  names: Record<string, string>
}

/**
 * A part of an article's history, to be played step by step. It may end sooner than asked: whoever needs more asks again
 * from where it ends.
 *
 * @throws NotFound, also for a version whose steps are folded away and that no revision kept
 * @throws Invalid when the version does not exist yet
 */
export async function stepsBetween(
  actor: Actor,
  { articleId, from, to }: { articleId: string; from: number; to: number },
): Promise<StepsBetween> {
  const article = await loadArticle(database(), actor, articleId)
  const draft = await loadDraft(database(), article.id)
  if (from > draft.version || to < from) throw new Invalid('This version does not exist yet.')
  const folded = await foldedVersion(database(), article.id)
  const document = from < folded ? await keptDocument(article.id, from) : await documentBefore(articleId, draft, from)
  const rows = await database().step.findMany({
    where: { articleId, version: { gt: from, lte: to } },
    orderBy: { version: 'asc' },
    take: from < folded ? 0 : MOST_STEPS,
    select: { step: true, personId: true, createdAt: true },
  })
  const steps = bounded(rows)
  return {
    from,
    document,
    steps: steps.map(({ step, personId, createdAt }) => ({ step, personId, at: createdAt.toISOString() })),
    names: Object.fromEntries(await listNamesOf(steps.map(({ personId }) => personId))),
  }
}

async function documentBefore(
  articleId: string,
  draft: Awaited<ReturnType<typeof loadDraft>>,
  version: number,
): Promise<DocumentJson> {
  return toJson(await documentAt(database(), articleId, draft, version))
}

async function keptDocument(articleId: string, version: number): Promise<DocumentJson> {
  const revision = await database().revision.findFirst({ where: { articleId, version }, select: { document: true } })
  if (revision === null) throw new NotFound('The steps around this version are folded away.')
  return revision.document as DocumentJson
}

/** The first steps that fit; one at least, so that whoever asks again gets on. */
function bounded<Row extends { step: unknown }>(rows: readonly Row[]): Row[] {
  let characters = 0
  const end = rows.findIndex(({ step }, index) => {
    characters += JSON.stringify(step).length
    return characters > MOST_CHARACTERS && index > 0
  })
  return end === -1 ? [...rows] : rows.slice(0, end)
}
