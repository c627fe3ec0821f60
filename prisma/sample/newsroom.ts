import { Transform } from 'prosemirror-transform'
import { applySteps } from '@/lib/articles/apply-steps'
import { createArticleFrom } from '@/lib/articles/create-article'
import type { FieldName } from '@/lib/articles/fields'
import { loadDraft } from '@/lib/articles/load-article'
import { moveArticle } from '@/lib/articles/move-article'
import { publishArticle } from '@/lib/articles/publish-article'
import { saveField } from '@/lib/articles/save-field'
import { unpublishArticle } from '@/lib/articles/unpublish-article'
import { database } from '@/lib/db/database'
import { type Document, parseDocument } from '@/lib/document/document'
import type { PersonActor } from '@/lib/policy/actor'
import { localTime } from '@/lib/schedule/zoned-time'
import type { SampleArticle } from './article'
import { articles } from './articles'
import { buildBlocks, buildDocument, buildTitles, type Known } from './build'
import { markClaims } from './claims'
import { inParallel } from './in-parallel'
import { people, type Staff } from './people'
import type { Photographs } from './photographs'
import { backdate } from './publication-dates'
import { logReplies } from './replies'
import { paper, type Shelves } from './shelves'
import { putDownSources } from './sources'

type Ids = ReadonlyMap<string, string>
type Newsroom = { staff: Staff; shelves: Shelves; photographs: Photographs; ids: Ids; at: Date }

/** Makes every article with its titles alone: they point at each other, so all have to exist before any is written. */
export async function startArticles(staff: Staff): Promise<Ids> {
  const start = async (article: SampleArticle) => [article.key, await startArticle(article, staff)] as const
  return new Map(await inParallel(articles, start))
}

async function startArticle(article: SampleArticle, staff: Staff): Promise<string> {
  const found = await database().article.findFirst({ where: { headline: article.headline } })
  if (found !== null) return found.id
  return (await createArticleFrom(authorOf(article, staff), { document: buildTitles(article) })).id
}

/** Writes every article and takes it to its state. What an interrupted run has done already is left as it is. */
export async function writeArticles(newsroom: Newsroom): Promise<void> {
  await inParallel(articles, async (article) => {
    const id = idOf(newsroom.ids, article.key)
    const known = knownTo(article, newsroom)
    await writeBody(id, article, newsroom, known)
    await fillFields(id, article, newsroom)
    await markClaims(id, article, {
      author: authorOf(article, newsroom.staff),
      editor: editorFor(article, newsroom),
    })
    await logReplies(id, article, { author: authorOf(article, newsroom.staff), publishedAt: known.publishedAt })
    await putDownSources(id, article, {
      author: authorOf(article, newsroom.staff),
      editor: editorFor(article, newsroom),
    })
    await moveOn(id, article, newsroom)
    await typeOn(id, article, newsroom, known)
    await backdate(id, article, known.publishedAt)
  })
}

async function writeBody(id: string, article: SampleArticle, newsroom: Newsroom, known: Known): Promise<void> {
  const draft = await loadDraft(database(), id)
  if (draft.version > 0) return
  const body = parseDocument(buildDocument(article, known)).children.slice(2)
  const change = new Transform(draft.document).replaceWith(
    startOfBody(draft.document),
    draft.document.content.size,
    body,
  )
  await type(authorOf(article, newsroom.staff), id, draft.version, change)
}

async function fillFields(id: string, article: SampleArticle, newsroom: Newsroom): Promise<void> {
  const { staff, shelves, photographs } = newsroom
  const author = authorOf(article, newsroom.staff)
  const save = (field: FieldName, value: unknown) => saveField(author, { articleId: id, field, value, baseVersion: 0 })
  await save('sectionId', idOf(shelves.sections, article.section))
  await save('kicker', article.kicker)
  await save('trailText', article.trailText)
  await save(
    'topics',
    article.topics.map((slug) => idOf(shelves.topics, slug)),
  )
  if (article.isLive === true) await save('isLive', true)
  if (article.picture !== undefined) await save('mainImage', photographs(article.picture))
  if (article.source !== undefined) {
    await save('sourceName', article.source.name)
    await save('sourceUrl', article.source.url)
    await save('isSourceCanonical', article.source.isCanonical)
    await save('origin', article.source.origin ?? 'OWN')
    await save('licence', article.source.licence ?? '')
  }
  await save(
    'bylines',
    article.bylines.map(({ byline, role = '' }) => ({ bylineId: bylineIdOf(byline, staff, shelves), role })),
  )
}

async function moveOn(id: string, article: SampleArticle, newsroom: Newsroom): Promise<void> {
  const { state } = await database().article.findUniqueOrThrow({ where: { id } })
  const editor = editorFor(article, newsroom)
  const isToBeOut = article.state === 'PUBLISHED' || article.state === 'UNPUBLISHED'
  if (state === 'DRAFT' && article.state !== 'DRAFT')
    await moveArticle(authorOf(article, newsroom.staff), { articleId: id, move: 'file' })
  if (isToBeOut && (state === 'DRAFT' || state === 'FILED')) {
    const overrideReason = article.state === 'PUBLISHED' ? article.overrideReason : undefined
    await publishArticle(editor, { articleId: id, version: (await loadDraft(database(), id)).version, overrideReason })
  }
  if (article.state === 'PUBLISHED' && article.correction !== undefined) {
    const { correction } = article
    const isSaid = (await database().correction.count({ where: { articleId: id } })) > 0
    const { version } = await loadDraft(database(), id)
    if (!isSaid) await publishArticle(editor, { articleId: id, version, correction })
  }
  if (article.state === 'UNPUBLISHED' && state !== 'UNPUBLISHED') {
    await unpublishArticle(editor, { articleId: id, reason: article.reason })
  }
}

/** What was written after publication, at the end of the article. */
async function typeOn(id: string, article: SampleArticle, newsroom: Newsroom, known: Known): Promise<void> {
  if (article.state !== 'PUBLISHED' || article.changes === undefined) return
  const { hasUnpublishedChanges } = await database().article.findUniqueOrThrow({ where: { id } })
  if (hasUnpublishedChanges) return
  const { version, document } = await loadDraft(database(), id)
  const blocks = buildBlocks(article.changes, known).map((json) => document.type.schema.nodeFromJSON(json))
  await type(
    authorOf(article, newsroom.staff),
    id,
    version,
    new Transform(document).insert(document.content.size, blocks),
  )
}

async function type(author: PersonActor, articleId: string, version: number, change: Transform): Promise<void> {
  const steps = change.steps.map((step) => step.toJSON())
  await applySteps(author, { articleId, version, clientId: 'sample', steps })
}

function startOfBody(document: Document): number {
  return document.child(0).nodeSize + document.child(1).nodeSize
}

function knownTo(article: SampleArticle, { shelves, photographs, ids, at }: Newsroom): Known {
  const publishedAt = new Date(at.getTime() - article.hoursAgo * 3_600_000)
  return {
    articleId: (key) => idOf(ids, key),
    newsletterId: (slug) => idOf(shelves.newsletters, slug),
    picture: photographs,
    publishedAt,
    saidOn: article.state === 'DRAFT' ? '' : localTime(publishedAt, paper.timeZone).slice(0, 10),
    language: paper.language,
    timeZone: paper.timeZone,
  }
}

/** Whoever is named first and can sign in; the news editor puts in what agencies send. */
function authorOf(article: SampleArticle, staff: Staff): PersonActor {
  const first = article.bylines.find(({ byline }) => byline in people)?.byline ?? 'idris'
  return actorOf(first, staff)
}

/** The two editors take turns. */
function editorFor(article: SampleArticle, { staff }: Newsroom): PersonActor {
  return actorOf(articles.indexOf(article) % 2 === 0 ? 'idris' : 'saskia', staff)
}

function actorOf(key: string, { actors }: Staff): PersonActor {
  const actor = actors.get(key)
  if (actor === undefined) throw new Error(`The sample newsroom has nobody called ${key}`)
  return actor
}

function bylineIdOf(key: string, staff: Staff, shelves: Shelves): string {
  return staff.bylines.get(key) ?? idOf(shelves.guests, key)
}

function idOf(ids: Ids, key: string): string {
  const id = ids.get(key)
  if (id === undefined) throw new Error(`The sample newsroom has no ${key}`)
  return id
}
