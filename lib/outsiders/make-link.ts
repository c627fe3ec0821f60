import type { z } from 'zod'
import { documentAt } from '../articles/document-at'
import { frozenFields } from '../articles/edition-metadata'
import { lockArticle, lockDraft, ownersOf } from '../articles/load-article'
import { recordEvent } from '../audit'
import { now } from '../clock'
import { Prisma, transaction } from '../db/database'
import { toJson } from '../document/document'
import { Conflict, Forbidden } from '../errors'
import { hashSecret, newId, newSecret } from '../ids'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { OPEN_LINKS_MOST } from './limits'
import { canBeShown, openLinks } from './open-links'
import type { MakeOutsiderLink } from './outsider-input'

const HOUR = 60 * 60 * 1000

/**
 * Makes a link behind which somebody without an account reads an article, comments on it or signs it. What they sign opens the
 * gate that a lawyer keeps, so that kind is for those who approve.
 *
 * @returns the path with the secret, which is kept nowhere: it is shown once
 * @throws Forbidden, NotFound
 * @throws Conflict when there are too many, the version is not there, or the article is withdrawn for good
 */
export async function makeOutsiderLink(
  actor: Actor,
  { articleId, purpose, label, hours, version }: { articleId: string } & z.output<typeof MakeOutsiderLink>,
): Promise<{ id: string; path: string }> {
  const secret = newSecret()
  const id = newId()
  await transaction(async (tx) => {
    const article = await lockArticle(tx, actor, articleId)
    authorise(actor, 'outsider.invite', ownersOf(article))
    if (purpose === 'SIGN_OFF') authorise(actor, 'article.approve', ownersOf(article))
    if (actor.kind !== 'person') throw new Forbidden('Only a person makes such a link.')
    if (!canBeShown(article)) throw new Conflict('This article is not shown to anybody any more.')
    const at = now()
    if ((await tx.outsiderLink.count({ where: { articleId, ...openLinks(at) } })) >= OPEN_LINKS_MOST)
      throw new Conflict(`There are ${OPEN_LINKS_MOST} open links already. Revoke one that nobody needs.`)
    const draft = await lockDraft(tx, articleId)
    const pinned = version ?? (purpose === 'SIGN_OFF' ? draft.version : null)
    const document = pinned === null ? null : await documentAt(tx, articleId, draft, pinned)
    await tx.outsiderLink.create({
      data: {
        id,
        articleId,
        purpose,
        label,
        tokenHash: hashSecret(secret),
        version: pinned,
        document: document === null ? Prisma.DbNull : (toJson(document) as Prisma.InputJsonObject),
        fields: document === null ? Prisma.DbNull : frozenFields(article),
        createdById: actor.id,
        createdAt: at,
        expiresAt: new Date(at.getTime() + hours * HOUR),
      },
    })
    await recordEvent(tx, actor, {
      action: 'outsider.invite',
      thing: 'article',
      thingId: articleId,
      detail: { linkId: id, purpose, label, hours, version: pinned },
    })
    await tx.$executeRaw`SELECT pg_notify('standfirst_article', ${articleId})`
  })
  return { id, path: `/preview/${secret}` }
}
