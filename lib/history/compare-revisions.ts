import { type LoadedDraft, loadArticle, loadDraft } from '../articles/load-article'
import { listLinkTargets } from '../articles/search-for-link'
import { database } from '../db/database'
import { type Comparison, compareDocuments } from '../document/compare/compare-documents'
import { type Document, parseDocument } from '../document/document'
import { referencesOf } from '../document/resolved'
import { NotFound } from '../errors'
import type { Actor } from '../policy/actor'
import { findRevision, findRevisionBefore, type TitledRevision } from './list-revisions'
import { listNamesOf } from './names-of'

/** One side of a comparison: a version that was kept, or the text as it stands now. */
export type Side = { kind: 'now'; version: number } | ({ kind: 'revision' } & TitledRevision)

export type ComparedRevisions = Comparison & {
  from: Side
  to: Side
  /** Who wrote between the two, those who wrote the most first. */
  writers: string[]
  headlines: ReadonlyMap<string, string>
}

type Choice = {
  articleId: string
  /** The id of a revision; without one the version before `to`. */
  from?: string | undefined
  /** The id of a revision, or "now"; without one the text as it stands now where it is newer than every revision, else the newest. */
  to?: string | undefined
}

/**
 * Compares two versions of an article's text, the older one first whichever was named first.
 * @throws NotFound when the article or one of the two does not exist
 */
export async function compareRevisions(actor: Actor, choice: Choice): Promise<ComparedRevisions> {
  const article = await loadArticle(database(), actor, choice.articleId)
  const draft = await loadDraft(database(), article.id)
  const { from, to } = inOrder(await choose(article.id, draft, choice))
  const [before, after] = await Promise.all([documentOf(article.id, draft, from), documentOf(article.id, draft, to)])
  const headlines = await headlinesIn(actor, before, after)
  const [writers, comparison] = await Promise.all([
    writersBetween(article.id, from, to),
    compareDocuments(before, after, (id) => headlines.get(id)),
  ])
  return { ...comparison, from, to, writers, headlines }
}

async function choose(articleId: string, draft: LoadedDraft, choice: Choice): Promise<{ from: Side; to: Side }> {
  const now: Side = { kind: 'now', version: draft.version }
  const side = async (id: string): Promise<Side> => {
    if (id === 'now') return now
    const found = await findRevision(articleId, id)
    if (found === null) throw new NotFound('This version does not exist.')
    return { kind: 'revision', ...found }
  }
  const newest = await findRevisionBefore(articleId, draft.version + 1)
  const isNowNewer = newest === null || newest.version < draft.version
  const to = choice.to ? await side(choice.to) : isNowNewer ? now : ({ kind: 'revision', ...newest } as const)
  if (choice.from) return { from: await side(choice.from), to }
  const earlier = await findRevisionBefore(articleId, to.version)
  return { from: earlier === null ? to : { kind: 'revision', ...earlier }, to }
}

function inOrder({ from, to }: { from: Side; to: Side }): { from: Side; to: Side } {
  return from.version > to.version ? { from: to, to: from } : { from, to }
}

async function documentOf(articleId: string, draft: LoadedDraft, side: Side): Promise<Document> {
  if (side.kind === 'now') return draft.document
  const { document } = await database().revision.findFirstOrThrow({
    where: { id: side.id, articleId },
    select: { document: true },
  })
  return parseDocument(document)
}

async function headlinesIn(actor: Actor, ...documents: Document[]): Promise<Map<string, string>> {
  const ids = new Set(documents.flatMap((document) => referencesOf(document).articleIds))
  const targets = await listLinkTargets(actor, [...ids])
  return new Map(targets.map(({ id, headline }) => [id, headline || 'An article without a headline']))
}

async function writersBetween(articleId: string, from: Side, to: Side): Promise<string[]> {
  const people = await database().step.groupBy({
    by: ['personId'],
    where: { articleId, version: { gt: from.version, lte: to.version } },
    _count: { _all: true },
    orderBy: { _count: { version: 'desc' } },
  })
  const names = await listNamesOf(people.map(({ personId }) => personId))
  if (people.length > 0) return people.map(({ personId }) => names.get(personId) ?? 'somebody')
  // The steps are folded away: whoever left the later version wrote at least a part of it.
  return to.kind === 'revision' && to.version > from.version ? [to.person] : []
}
