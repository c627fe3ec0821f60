import type { Mappable } from 'prosemirror-transform'
import { fieldChecks } from '../checklists/field-checks'
import { type ArticleChecklist, type AskedQuestion, readChecklist } from '../checklists/read-checklist'
import { weigh } from '../checklists/weigh'
import { claimIssues } from '../claims/claim-checks'
import { database, type Transaction } from '../db/database'
import { databaseTime } from '../db/database-time'
import { sqlOn } from '../db/sql'
import type { Document } from '../document/document'
import { documentIssues, type KnownTargets } from '../document/document-issues'
import { forReadersTransform } from '../document/for-readers'
import { referencesOf } from '../document/resolved'
import type { Issue } from '../errors'
import { deadLinkIssues } from '../outside-links/dead-link-issues'
import type { Actor } from '../policy/actor'
import { promoIssues } from '../promos/promo-issues'
import { quoteIssues } from '../quotes/quote-issues'
import { replyIssues } from '../replies/reply-checks'
import { readSettings } from '../settings/settings'
import { requiredFieldIssues } from '../templates/required-field-issues'
import { type FrozenFields, frozenFields } from './edition-metadata'
import { gateIssues } from './gates'
import { leftToDo } from './left-to-do'
import { type LoadedArticle, loadArticle, loadDraft } from './load-article'
import { openSuggestions } from './open-suggestions'
import { pathOf } from './paths'
import { sourceIssues } from './source-issues'

/** The checklist of an article as it is saved now. @throws NotFound */
export async function listPublishIssues(
  actor: Actor,
  articleId: string,
): Promise<{ version: number; issues: Issue[]; questions: AskedQuestion[]; zone: string }> {
  const article = await loadArticle(database(), actor, articleId)
  const { document, version } = await loadDraft(database(), articleId)
  const at = await databaseTime(database())
  const { issues, checklist } = await lookThrough(database(), { article, document, at })
  const { timeZone: zone } = await readSettings()
  return { version, issues, questions: checklist.questions, zone }
}

export type GoingThrough = {
  article: LoadedArticle
  /** The draft that would go out, marks of the newsroom included; and the fields with it where they were frozen before. */
  document: Document
  fields?: FrozenFields | undefined
  /** When it would go out, by the clock of the database. */
  at: Date
}

/**
 * Everything that stands between an article and its readers, most pressing first, as the paper weighs it. The desk shows this list and
 * every door refuses on the same one: an article goes out when nothing on it is blocking, and what only somebody with
 * article.override may pass over has been passed over with a reason.
 */
export async function lookThrough(
  tx: Transaction,
  going: GoingThrough,
): Promise<{ issues: Issue[]; checklist: ArticleChecklist }> {
  const [checklist, gates, found] = await Promise.all([
    readChecklist(tx, going.article),
    gateIssues(tx, going),
    foundIssues(tx, going),
  ])
  const issues = weigh([...gates, ...found], checklist)
  return { issues: issues.sort((a, b) => PRESSING[a.severity] - PRESSING[b.severity]), checklist }
}

/** What there is to find, before the paper weighs it. */
async function foundIssues(tx: Transaction, { article, document, fields, at }: GoingThrough): Promise<Issue[]> {
  const { doc: readers, mapping } = forReadersTransform(document)
  const back = mapping.invert()
  const articleId = article.id
  const goingFields = fields ?? frozenFields(article)
  const topicIds = article.topics.map(({ topic }) => topic.id)
  const [targets, ofFields, ofClaims, ofPromos, ofReplies, ofDeadLinks, ofAddress] = await Promise.all([
    knownTargets(tx, readers),
    fieldChecks(tx, { article, document: readers, fields: goingFields }),
    claimIssues(tx, { articleId, document, fields: goingFields }),
    promoIssues(tx, { document, sectionId: article.sectionId, topicIds }),
    replyIssues(tx, { articleId, document, at }),
    deadLinkIssues(tx, article.sourceUrl, readers),
    addressIssues(tx, article),
  ])
  return [
    ...documentIssues(readers, targets).map((issue) => inDraft(issue, back)),
    ...fieldIssues(article),
    ...sourceIssues(article),
    ...requiredFieldIssues(article),
    ...leftToDo(article, document),
    ...openSuggestions(document),
    ...quoteIssues(document),
    ...ofFields,
    ...ofClaims,
    ...ofPromos,
    ...ofReplies,
    ...ofDeadLinks.map((issue) => inDraft(issue, back)),
    ...ofAddress,
  ]
}

/** What is wrong in the text for readers, said of the place in the draft where somebody can put it right. */
function inDraft(issue: Issue, back: Mappable): Issue {
  const position = Number(/^document:(\d+)$/.exec(issue.field)?.[1] ?? 0)
  return position === 0 ? issue : { ...issue, field: `document:${back.map(position, 1)}` }
}

const PRESSING: Record<Issue['severity'], number> = { blocking: 0, override: 1, warning: 2 }

function fieldIssues(article: LoadedArticle): Issue[] {
  const issues: Issue[] = []
  const add = (field: string, code: string, message: string, severity: Issue['severity'] = 'blocking') =>
    issues.push({ field, code, message, severity })

  if (article.section === null) add('section', 'no-section', 'There is no section.')
  if (article.bylines.length === 0) add('bylines', 'no-byline', 'There is no byline.')
  if (article.mainImage !== null && article.mainImageAlt.trim() === '') {
    add('mainImage.alt', 'no-alt', 'The main image has no alternative text.')
  }
  if (article.mainImage !== null && article.mainImageCredit.trim() === '') {
    add('mainImage.credit', 'no-credit', 'The main image has no credit.', 'warning')
  }
  return issues
}

async function addressIssues(tx: Transaction, article: LoadedArticle): Promise<Issue[]> {
  const { section, slug } = article
  if (slug === null) return [slugIssue('no-slug', 'There is no slug, so the article has no address.')]
  if (section === null) return []
  const [taken] = await sqlOn(tx)`
    SELECT 1 FROM "Publication"
    WHERE "sectionId" = ${section.id}::uuid AND slug = ${slug} AND "articleId" <> ${article.id}::uuid`
  if (taken !== undefined) {
    return [slugIssue('slug-taken', `Another article is at ${pathOf(section.slug, slug)}. Choose another slug.`)]
  }
  // After a merge of sections, former addresses of the one may stand beside live ones of the other: those stay where they are.
  const { publication } = article
  if (publication?.sectionId === section.id && publication.slug === slug) return []
  // Under every slug that the section had: a former address of somebody else's may still be in use under any of them.
  const slugs = await tx.sectionSlug.findMany({ where: { sectionId: section.id }, select: { slug: true } })
  const redirect = await tx.redirect.findFirst({
    where: { path: { in: slugs.map((each) => pathOf(each.slug, slug)) }, articleId: { not: article.id } },
  })
  if (redirect !== null) {
    return [slugIssue('slug-taken', `${redirect.path} leads to another article that once had it. Choose another slug.`)]
  }
  return addressChange(tx, article, pathOf(section.slug, slug))
}

/** Nothing breaks by it, and whoever publishes should know all the same. */
async function addressChange(tx: Transaction, article: LoadedArticle, path: string): Promise<Issue[]> {
  const { publication } = article
  if (publication === null) return []
  const old = pathOf(publication.section.slug, publication.slug)
  if (old === path) return []
  const pointing = await tx.link.groupBy({ by: ['fromArticleId'], where: { toArticleId: article.id } })
  const follow =
    pointing.length === 0
      ? ''
      : ` ${pointing.length === 1 ? 'The article that links here follows' : `The ${pointing.length} articles that link here follow`} by themselves.`
  const message = `The address changes from ${old} to ${path}. The old one leads here.${follow}`
  return [{ field: 'slug', code: 'address-changes', message, severity: 'warning' }]
}

function slugIssue(code: string, message: string): Issue {
  return { field: 'slug', code, message, severity: 'blocking' }
}

async function knownTargets(tx: Transaction, document: Document): Promise<KnownTargets> {
  const { articleIds, newsletterIds, mediaIds } = referencesOf(document)
  const found = await sqlOn(tx)<{ kind: string; id: string; isPublic: boolean }>`
    SELECT 'article' AS kind, a.id, p."articleId" IS NOT NULL AS "isPublic"
    FROM "Article" a LEFT JOIN "Publication" p ON p."articleId" = a.id WHERE a.id = ANY(${articleIds}::uuid[])
    UNION ALL SELECT 'newsletter', id, true FROM "Newsletter" WHERE id = ANY(${newsletterIds}::uuid[])
    UNION ALL SELECT 'media', id, true FROM "MediaAsset" WHERE id = ANY(${mediaIds}::uuid[])`
  const of = (wanted: string) => found.filter(({ kind }) => kind === wanted)
  return {
    articles: new Map(of('article').map(({ id, isPublic }) => [id, isPublic])),
    newsletterIds: new Set(of('newsletter').map(({ id }) => id)),
    mediaIds: new Set(of('media').map(({ id }) => id)),
  }
}
