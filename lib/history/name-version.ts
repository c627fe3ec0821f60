import { assertNotHeld } from '../articles/holds'
import { lockArticle, lockDraft, ownersOf } from '../articles/load-article'
import { recordEvent } from '../audit'
import { now } from '../clock'
import { type Prisma, type Transaction, transaction } from '../db/database'
import { toJson } from '../document/document'
import { Forbidden, Invalid, NotFound } from '../errors'
import { newId } from '../ids'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'

/** The longest name of a version, in characters. */
export const NAME_MOST = 80

type NameInput = {
  articleId: string
  /** A version that was kept, or null for the text as it stands now. */
  revisionId: string | null
  name: string
}

/**
 * Gives a version a name, so that it is found again among the milestones. The version itself stays as it is.
 *
 * @throws Forbidden, NotFound
 * @throws Invalid without a name, or with one over 80 characters or lines
 */
export async function nameVersion(actor: Actor, { articleId, revisionId, name }: NameInput): Promise<{ id: string }> {
  return transaction(async (tx) => {
    const article = await lockArticle(tx, actor, articleId)
    authorise(actor, 'article.edit', ownersOf(article))
    assertNotHeld(actor, article)
    if (actor.kind !== 'person') throw new Forbidden('Only a person names a version.')
    const line = cleanName(name)
    const { version, document } = await textOf(tx, articleId, revisionId)
    const id = newId()
    await tx.revision.create({
      data: {
        id,
        articleId,
        version,
        reason: 'NAMED',
        name: line,
        document,
        personId: actor.id,
        createdAt: now(),
      },
    })
    await recordEvent(tx, actor, { action: 'article.name', thing: 'article', thingId: articleId, detail: { version } })
    return { id }
  })
}

function cleanName(name: string): string {
  const line = name.trim()
  const message = line === '' ? 'Give it a name.' : `A name is one line of at most ${NAME_MOST} characters.`
  if (line === '' || line.length > NAME_MOST || /[\n\r\u2028\u2029]/.test(line))
    throw new Invalid(message, [{ field: 'name', code: 'name', message, severity: 'blocking' }])
  return line
}

async function textOf(
  tx: Transaction,
  articleId: string,
  revisionId: string | null,
): Promise<{ version: number; document: Prisma.InputJsonObject }> {
  if (revisionId === null) {
    const draft = await lockDraft(tx, articleId)
    return { version: draft.version, document: toJson(draft.document) as Prisma.InputJsonObject }
  }
  const revision = await tx.revision.findFirst({
    where: { id: revisionId, articleId },
    select: { version: true, document: true },
  })
  if (revision === null) throw new NotFound('This version does not exist.')
  return { version: revision.version, document: revision.document as Prisma.InputJsonObject }
}
