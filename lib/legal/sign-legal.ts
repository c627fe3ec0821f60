import { z } from 'zod'
import { contentHash } from '../articles/content-hash'
import { cutRevision } from '../articles/cut-revision'
import { frozenFields } from '../articles/edition-metadata'
import { lockArticle, lockDraft, ownersOf } from '../articles/load-article'
import { recordEvent } from '../audit'
import { now } from '../clock'
import { transaction } from '../db/database'
import { Conflict, Forbidden } from '../errors'
import { newId } from '../ids'
import { nudgeMail } from '../jobs/nudge-mail'
import { tell } from '../notifications/tell'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { assertWords } from './assert-words'
import { LegalWords, Verdict } from './legal-input'
import { VERDICT_WORDS } from './verdict-words'

export const SignLegal = z.strictObject({
  verdict: Verdict,
  words: LegalWords.default(''),
  /** What the person looked at: the hash that came with it. Anything else is not signed. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
})

/**
 * A lawyer answers about just the words and fields that they saw. The article stays where it is: approving and publishing is
 * for editors.
 *
 * @throws Forbidden, NotFound
 * @throws Conflict when it was changed since the person looked, or needs no signature
 * @throws Invalid when conditions or a refusal come without words
 */
export async function signLegal(
  actor: Actor,
  { articleId, verdict, words, hash }: { articleId: string } & z.output<typeof SignLegal>,
): Promise<void> {
  assertWords(verdict, words)
  await transaction(async (tx) => {
    const article = await lockArticle(tx, actor, articleId)
    authorise(actor, 'article.signLegal', ownersOf(article))
    if (actor.kind !== 'person') throw new Forbidden('Only a person signs.')
    if (!article.isLegalRequired) throw new Conflict('Nobody asked for a signature on this article.')
    const draft = await lockDraft(tx, articleId)
    const fields = frozenFields(article)
    if (contentHash(draft.document, fields) !== hash)
      throw new Conflict('It was changed while you looked at it. Look again, and sign what is there now.')
    const question = await tx.legalReview.findFirst({
      where: { articleId, verdict: 'ASKED' },
      orderBy: [{ askedAt: 'desc' }, { id: 'desc' }],
      select: { id: true, askedById: true },
    })
    const at = now()
    const answer = {
      version: draft.version,
      hash,
      fields,
      verdict,
      conditions: words,
      signedById: actor.id,
      signedByName: actor.name,
      signedAt: at,
    }
    const review =
      question === null
        ? await tx.legalReview.create({
            data: { id: newId(), articleId, ...answer, askedById: actor.id, askedAt: at },
          })
        : await tx.legalReview.update({ where: { id: question.id }, data: answer })
    await cutRevision(tx, actor, { articleId, ...draft, reason: 'SIGNED' })
    await recordEvent(tx, actor, {
      action: 'legal.sign',
      thing: 'article',
      thingId: articleId,
      detail: { verdict, version: draft.version, hash, reviewId: review.id },
    })
    await tell(tx, {
      kind: 'LEGAL_SIGNED',
      article,
      by: actor,
      about: `${review.id} ${at.getTime()}`,
      to: [review.askedById, ...ownersOf(article).ownerIds],
      text: [VERDICT_WORDS[verdict], words].filter((part) => part !== '').join(': '),
    })
    await tx.$executeRaw`SELECT pg_notify('standfirst_article', ${articleId})`
  })
  await nudgeMail()
}
