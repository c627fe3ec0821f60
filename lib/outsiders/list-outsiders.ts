import { loadArticle, ownersOf } from '../articles/load-article'
import { now } from '../clock'
import { database } from '../db/database'
import { listNamesOf } from '../history/names-of'
import type { Actor } from '../policy/actor'
import { can } from '../policy/policy'
import type { Purpose } from './limits'
import { canBeShown } from './open-links'

export type ListedLink = {
  id: string
  purpose: Purpose
  label: string
  /** Null follows the draft. */
  version: number | null
  madeBy: string
  expiresAt: string
  /** `ended`: its time is over, or the article was killed or spiked and is shown to nobody outside. */
  state: 'open' | 'ended' | 'revoked'
  opened: number
  lastOpenedAt: string | null
}

export type ListedComment = {
  id: string
  name: string
  /** Whom the link was made for. */
  label: string
  quote: string
  text: string
  version: number
  createdAt: string
  resolvedBy: string | null
}

export type Outsiders = {
  links: ListedLink[]
  comments: ListedComment[]
  can: { invite: boolean; inviteToSign: boolean; resolve: boolean }
}

const MOST = 200

/** Who reads an article by secret link, and what they wrote; the newest first, and what is dealt with last. @throws NotFound */
export async function listOutsiders(actor: Actor, articleId: string): Promise<Outsiders> {
  const article = await loadArticle(database(), actor, articleId)
  const owned = ownersOf(article)
  const [links, comments] = await Promise.all([
    database().outsiderLink.findMany({
      where: { articleId },
      orderBy: { id: 'desc' },
      take: MOST,
      omit: { tokenHash: true, document: true, fields: true },
    }),
    database().outsiderComment.findMany({
      where: { articleId },
      orderBy: [{ resolvedAt: { sort: 'desc', nulls: 'first' } }, { createdAt: 'desc' }, { id: 'desc' }],
      take: MOST,
      include: { link: { select: { label: true } } },
    }),
  ])
  const names = await listNamesOf([
    ...links.map(({ createdById }) => createdById),
    ...comments.map(({ resolvedById }) => resolvedById),
  ])
  const at = now()
  const mayInvite = can(actor, 'outsider.invite', owned) && canBeShown(article)
  return {
    links: links.map(({ id, purpose, label, version, createdById, expiresAt, revokedAt, opened, lastOpenedAt }) => ({
      id,
      purpose,
      label,
      version,
      madeBy: names.get(createdById) ?? 'Somebody',
      expiresAt: expiresAt.toISOString(),
      state: revokedAt !== null ? 'revoked' : expiresAt <= at || !canBeShown(article) ? 'ended' : 'open',
      opened,
      lastOpenedAt: lastOpenedAt?.toISOString() ?? null,
    })),
    comments: comments.map((comment) => ({
      id: comment.id,
      name: comment.name,
      label: comment.link.label,
      quote: comment.quote,
      text: comment.text,
      version: comment.version,
      createdAt: comment.createdAt.toISOString(),
      resolvedBy: comment.resolvedAt === null ? null : (names.get(comment.resolvedById ?? '') ?? 'Somebody'),
    })),
    can: {
      invite: mayInvite,
      inviteToSign: mayInvite && can(actor, 'article.approve', owned),
      resolve: can(actor, 'article.comment', owned),
    },
  }
}
