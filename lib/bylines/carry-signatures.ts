import { contentHash } from '../articles/content-hash'
import { documentAt } from '../articles/document-at'
import { EditionMetadata, FrozenFields, frozenFields } from '../articles/edition-metadata'
import { type LoadedArticle, loadArticle, loadDraft } from '../articles/load-article'
import { Prisma, type Transaction } from '../db/database'
import type { Document } from '../document/document'
import { KnownError } from '../errors'
import type { Actor } from '../policy/actor'

type Signed = FrozenFields['bylines'][number]
type Pair = { from: { id: string }; into: { id: string; slug: string; name: string } }

const MERGE: Actor = { kind: 'system', name: 'merged bylines' }

/**
 * Makes what was frozen of articles carry the byline that stays, before their rows do: what is scheduled, what an approval and a signature
 * are about, what an outsider reads. A merge says that two names are one person; nobody has to approve the same words again.
 *
 * Of articles that are with readers and have nothing to go out nothing is frozen that anybody asks for again.
 */
export async function carrySignatures(tx: Transaction, articleIds: string[], pair: Pair): Promise<void> {
  const waiting = await tx.article.findMany({
    where: {
      id: { in: articleIds },
      OR: [
        { state: { notIn: ['PUBLISHED', 'KILLED'] } },
        { publishAt: { not: null } },
        { hasUnpublishedChanges: true },
      ],
    },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  for (const { id } of waiting) {
    const article = await loadArticle(tx, MERGE, id)
    const frozen = article.publishMetadata === null ? null : EditionMetadata.parse(article.publishMetadata)
    await carryApproval(tx, article, frozen, pair)
    await carryReviews(tx, id, pair)
    await carryLinks(tx, id, pair)
    if (frozen !== null) await tx.article.update({ where: { id }, data: { publishMetadata: renamed(frozen, pair) } })
  }
}

/** The list with one byline in place of the two, where the first of them stood. */
function mergedNames(bylines: readonly Signed[], { from, into }: Pair): Signed[] {
  const isOne = ({ id }: Signed) => id === from.id || id === into.id
  const role = (bylines.find(({ id }) => id === into.id) ?? bylines.find(isOne))?.role ?? ''
  const first = bylines.findIndex(isOne)
  return bylines.flatMap((byline, index) => {
    if (!isOne(byline)) return [byline]
    return index === first ? [{ id: into.id, slug: into.slug, name: into.name, role }] : []
  })
}

function renamed<Fields extends FrozenFields>(fields: Fields, pair: Pair): Fields {
  return { ...fields, bylines: mergedNames(fields.bylines, pair) }
}

async function carryApproval(
  tx: Transaction,
  article: LoadedArticle,
  frozen: EditionMetadata | null,
  pair: Pair,
): Promise<void> {
  const { id, approvedHash, approvedVersion } = article
  if (approvedHash === null || approvedVersion === null) return
  const document = await wordsAt(tx, id, approvedVersion)
  if (document === null) return
  const about = [frozenFields(article), ...(frozen === null ? [] : [frozen])]
  const approved = about.find((fields) => contentHash(document, fields) === approvedHash)
  if (approved === undefined) return
  await tx.article.update({ where: { id }, data: { approvedHash: contentHash(document, renamed(approved, pair)) } })
}

async function carryReviews(tx: Transaction, articleId: string, pair: Pair): Promise<void> {
  const reviews = await tx.legalReview.findMany({
    where: { articleId, fields: { not: Prisma.DbNull } },
    select: { id: true, version: true, hash: true, fields: true },
  })
  for (const { id, version, hash, fields } of reviews) {
    const before = FrozenFields.safeParse(fields).data
    const document = before === undefined ? null : await wordsAt(tx, articleId, version)
    if (before === undefined || document === null || contentHash(document, before) !== hash) continue
    const after = renamed(before, pair)
    await tx.legalReview.update({ where: { id }, data: { fields: after, hash: contentHash(document, after) } })
  }
}

async function carryLinks(tx: Transaction, articleId: string, pair: Pair): Promise<void> {
  const links = await tx.outsiderLink.findMany({
    where: { articleId, fields: { not: Prisma.DbNull } },
    select: { id: true, fields: true },
  })
  for (const { id, fields } of links) {
    const before = FrozenFields.safeParse(fields).data
    if (before !== undefined) await tx.outsiderLink.update({ where: { id }, data: { fields: renamed(before, pair) } })
  }
}

/** Null where the steps of that version are folded away: then nothing can be shown to have been signed. */
async function wordsAt(tx: Transaction, articleId: string, version: number): Promise<Document | null> {
  try {
    return await documentAt(tx, articleId, await loadDraft(tx, articleId), version)
  } catch (error) {
    if (error instanceof KnownError) return null
    throw error
  }
}
