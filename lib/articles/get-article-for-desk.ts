import { database } from '../db/database'
import { type DocumentJson, toJson } from '../document/document'
import type { Actor } from '../policy/actor'
import { can } from '../policy/policy'
import { topicInWords } from '../shelves/topic-in-words'
import { type FieldValues, type FieldVersions, fieldsOf } from './fields'
import { isHeldByOther, mayRelease } from './holds'
import { loadArticle, loadDraft, ownersOf } from './load-article'
import { pathOf } from './paths'
import { type ArticleState, isPossible } from './state'

/** An article as the editor opens it. */
export type DeskArticle = {
  id: string
  version: number
  document: DocumentJson
  state: ArticleState
  fields: FieldValues
  fieldVersions: Record<string, number>
  /** What this person may do with it now: what the policy and its state allow. */
  can: {
    edit: boolean
    file: boolean
    publish: boolean
    override: boolean
    unpublish: boolean
    comment: boolean
    /** Sees what readers report. */
    reports: boolean
    /** Hold it, or take it over from whoever does. */
    hold: boolean
    /** Make a template of it. */
    template: boolean
    /** Give it back: whoever holds it may, and administrators. */
    release: boolean
  }
  /** Who holds it for subbing: only they change it until they release it. */
  hold: { personId: string; name: string; since: string } | null
  /** Names for the ids in `fields`, so that the form needs no second read. */
  names: { topics: { id: string; name: string }[]; bylines: { id: string; name: string; hasLogin: boolean }[] }
  mainImage: { id: string; width: number; height: number; widths: number[] } | null
  hasUnpublishedChanges: boolean
  isSlugByHand: boolean
  firstPublishedAt: string | null
  unpublishReason: string | null
  publicPath: string | null
  editedAt: string
  createdBy: string
}

/** @throws NotFound */
export async function getArticleForDesk(actor: Actor, articleId: string): Promise<DeskArticle> {
  const article = await loadArticle(database(), actor, articleId)
  const draft = await loadDraft(database(), articleId)
  const { publication, mainImage } = article
  const owned = ownersOf(article)
  const mayChange = !isHeldByOther(actor, article)
  return {
    id: article.id,
    version: draft.version,
    document: toJson(draft.document),
    state: article.state,
    fields: fieldsOf(article),
    fieldVersions: Object.fromEntries(
      Object.entries(article.fieldVersions as FieldVersions).map(([field, { version }]) => [field, version]),
    ),
    can: {
      edit: mayChange && can(actor, 'article.edit', owned),
      file: mayChange && can(actor, 'article.file', owned) && isPossible('file', article.state),
      publish: mayChange && can(actor, 'article.publish', owned) && isPossible('publish', article.state),
      override: can(actor, 'article.override', owned),
      unpublish: mayChange && can(actor, 'article.unpublish', owned) && isPossible('unpublish', article.state),
      comment: can(actor, 'article.comment', owned),
      reports: can(actor, 'readerReport.read', owned),
      hold: can(actor, 'article.hold', owned),
      template: can(actor, 'template.edit'),
      release: mayRelease(actor, article, owned),
    },
    hold: article.heldBy && {
      personId: article.heldBy.id,
      name: article.heldBy.name,
      since: (article.heldAt ?? article.editedAt).toISOString(),
    },
    names: {
      topics: article.topics.map(({ topic }) => ({ id: topic.id, name: topicInWords(topic) })),
      bylines: article.bylines.map(({ byline }) => ({
        id: byline.id,
        name: byline.name,
        hasLogin: byline.personId !== null,
      })),
    },
    mainImage: mainImage && {
      id: mainImage.id,
      width: mainImage.width,
      height: mainImage.height,
      widths: mainImage.widths,
    },
    hasUnpublishedChanges: article.hasUnpublishedChanges,
    isSlugByHand: article.isSlugByHand,
    firstPublishedAt: article.firstPublishedAt?.toISOString() ?? null,
    unpublishReason: article.unpublishReason,
    publicPath: publication && pathOf(publication.section.slug, publication.slug),
    editedAt: article.editedAt.toISOString(),
    createdBy: article.createdBy.name,
  }
}
