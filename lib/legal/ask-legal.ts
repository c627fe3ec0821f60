import { z } from 'zod'
import { contentHash } from '../articles/content-hash'
import { frozenFields } from '../articles/edition-metadata'
import { assertNotHeld } from '../articles/holds'
import { lockArticle, lockDraft, ownersOf } from '../articles/load-article'
import { isPossible, stateAfter } from '../articles/state'
import { recordEvent } from '../audit'
import { now } from '../clock'
import { type Transaction, transaction } from '../db/database'
import { Conflict, Forbidden } from '../errors'
import { newId } from '../ids'
import { nudgeMail } from '../jobs/nudge-mail'
import { tell } from '../notifications/tell'
import { rolesThat } from '../people/roles-that'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { isWaiting } from './is-waiting'
import { LegalWords } from './legal-input'

export const AskLegal = z.strictObject({
  question: LegalWords.refine((text) => text !== '', 'Say what the lawyer should look at.'),
})

/**
 * Sends the article to legal: from now on it needs a signature, and it waits in LEGAL. What readers have, or what goes out by
 * itself, stays where it is while a lawyer looks at the changes.
 *
 * @throws Forbidden, NotFound
 * @throws Conflict when the article cannot go to legal from where it is, or legal was asked about just these words already
 */
export async function askLegal(
  actor: Actor,
  { articleId, question }: { articleId: string } & z.output<typeof AskLegal>,
): Promise<void> {
  await transaction(async (tx) => {
    const article = await lockArticle(tx, actor, articleId)
    authorise(actor, 'article.askLegal', ownersOf(article))
    if (actor.kind !== 'person') throw new Forbidden('Only a person asks legal.')
    assertNotHeld(actor, article)
    const move = isPossible('askLegalAgain', article.state) ? 'askLegalAgain' : 'askLegal'
    const after = stateAfter(move, article)
    const { version, document } = await lockDraft(tx, articleId)
    const fields = frozenFields(article)
    const hash = contentHash(document, fields)
    await refuseTwice(tx, articleId, hash)
    const at = now()
    await tx.article.update({
      where: { id: articleId },
      data: {
        ...after,
        isLegalRequired: true,
        ...(after.state === article.state ? {} : { stateChangedAt: at, stateChangedById: actor.id }),
      },
    })
    const review = await tx.legalReview.create({
      data: {
        id: newId(),
        articleId,
        version,
        hash,
        fields,
        verdict: 'ASKED',
        question,
        askedById: actor.id,
        askedAt: at,
      },
    })
    await recordEvent(tx, actor, {
      action: `article.${move}`,
      thing: 'article',
      thingId: articleId,
      detail: { from: article.state, to: after.state, version, reviewId: review.id },
    })
    const to = await lawyersOf(tx)
    await tell(tx, { kind: 'LEGAL_ASKED', article, by: actor, about: review.id, to, text: question })
    await tx.$executeRaw`SELECT pg_notify('standfirst_article', ${articleId})`
  })
  await nudgeMail()
}

async function refuseTwice(tx: Transaction, articleId: string, hash: string): Promise<void> {
  const reviews = await tx.legalReview.findMany({
    where: { articleId, hash },
    select: { verdict: true, hash: true, askedAt: true, signedAt: true },
  })
  if (isWaiting(reviews, hash)) throw new Conflict('Legal was asked about just these words, and has not answered yet.')
}

/** Everybody who signs; in a newsroom without a lawyer the administrators have to find one. */
async function lawyersOf(tx: Transaction): Promise<string[]> {
  const [signing, editing] = [await rolesThat(tx, 'article.signLegal'), await rolesThat(tx, 'article.edit')]
  const people = await tx.person.findMany({
    where: { role: { in: signing }, status: 'ACTIVE' },
    select: { id: true, role: true },
  })
  const lawyers = people.filter(({ role }) => !editing.includes(role))
  return (lawyers.length > 0 ? lawyers : people).map(({ id }) => id)
}
