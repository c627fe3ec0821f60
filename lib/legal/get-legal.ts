import { contentHash } from '../articles/content-hash'
import { FrozenFields, frozenFields } from '../articles/edition-metadata'
import { isHeldByOther } from '../articles/holds'
import { loadArticle, loadDraft, ownersOf } from '../articles/load-article'
import { isPossible } from '../articles/state'
import { database } from '../db/database'
import { type Document, parseDocument } from '../document/document'
import { listNamesOf } from '../history/names-of'
import type { Actor } from '../policy/actor'
import { can } from '../policy/policy'
import { type ChangedBlock, changedBlocks, changedFields } from './changes-since'
import { isWaiting } from './is-waiting'

export type LegalAnswer = {
  id: string
  verdict: 'ASKED' | 'SIGNED' | 'CONDITIONS' | 'REFUSED'
  version: number
  question: string
  words: string
  askedBy: string
  askedAt: string
  /** Null while nobody answered. */
  signedBy: string | null
  signedAt: string | null
  /** The person signed behind a secret link, and this is whom it was made for. */
  outsider: string | null
  /** It is about the words and fields as they are now. */
  isPresent: boolean
}

export type Legal = {
  isRequired: boolean
  /** What a person who looks at the article now would sign: lib/articles/content-hash.ts. */
  hash: string
  version: number
  /** How the last answer about what it says now was; null where nobody answered. */
  verdict: 'SIGNED' | 'CONDITIONS' | 'REFUSED' | null
  /** Legal was asked about what it says now, and has not answered. */
  isWaiting: boolean
  answers: LegalAnswer[]
  /** What is not as it was when it was signed last; null where that is nothing, or nobody signed. */
  changes: { version: number; blocks: ChangedBlock[]; fields: string[] } | null
  can: { require: boolean; waive: boolean; ask: boolean; sign: boolean }
}

const MOST_ANSWERS = 50

/** Where an article stands with legal. @throws NotFound */
export async function getLegal(actor: Actor, articleId: string): Promise<Legal> {
  const article = await loadArticle(database(), actor, articleId)
  const { version, document } = await loadDraft(database(), articleId)
  const fields = frozenFields(article)
  const hash = contentHash(document, fields)
  const rows = await database().legalReview.findMany({
    where: { articleId },
    orderBy: [{ signedAt: { sort: 'desc', nulls: 'first' } }, { askedAt: 'desc' }, { id: 'desc' }],
    take: MOST_ANSWERS,
    include: { outsiderLink: { select: { label: true } } },
  })
  const names = await listNamesOf(rows.map(({ askedById }) => askedById))
  const owned = ownersOf(article)
  const lastSigned = rows.find(({ verdict }) => verdict === 'SIGNED')
  const mayAsk = can(actor, 'article.askLegal', owned)
  const waits = isWaiting(rows, hash)
  const verdict = rows.find((row) => row.signedAt !== null && row.hash === hash)?.verdict ?? null
  return {
    isRequired: article.isLegalRequired,
    hash,
    version,
    verdict: verdict === 'ASKED' ? null : verdict,
    isWaiting: waits,
    answers: rows.toSorted(newestFirst).map((row) => ({
      id: row.id,
      verdict: row.verdict,
      version: row.version,
      question: row.question,
      words: row.conditions,
      askedBy: names.get(row.askedById) ?? 'Somebody',
      askedAt: row.askedAt.toISOString(),
      signedBy: row.signedByName,
      signedAt: row.signedAt?.toISOString() ?? null,
      outsider: row.outsiderLink?.label ?? null,
      isPresent: row.hash === hash,
    })),
    changes:
      lastSigned === undefined || lastSigned.hash === hash
        ? null
        : await changesSince(articleId, lastSigned, document, fields),
    can: {
      require: mayAsk && !article.isLegalRequired,
      waive:
        article.isLegalRequired && (can(actor, 'article.signLegal', owned) || can(actor, 'article.override', owned)),
      ask:
        mayAsk &&
        !waits &&
        !isHeldByOther(actor, article) &&
        (isPossible('askLegal', article.state) || isPossible('askLegalAgain', article.state)),
      sign: article.isLegalRequired && can(actor, 'article.signLegal', owned),
    },
  }
}

type Moment = { askedAt: Date; signedAt: Date | null }

/** As they happened: a question that waits may be older than an answer of somebody else. */
function newestFirst(one: Moment, other: Moment): number {
  return (other.signedAt ?? other.askedAt).getTime() - (one.signedAt ?? one.askedAt).getTime()
}

async function changesSince(
  articleId: string,
  signed: { version: number; fields: unknown; signedAt: Date | null },
  document: Document,
  fields: FrozenFields,
): Promise<Legal['changes']> {
  // Each signature keeps the whole document it is about.
  const revision = await database().revision.findFirst({
    where: { articleId, version: signed.version, reason: 'SIGNED' },
    select: { document: true },
  })
  const before = FrozenFields.safeParse(signed.fields)
  return {
    version: signed.version,
    blocks: revision === null ? [] : changedBlocks(parseDocument(revision.document), document),
    fields: before.success ? changedFields(before.data, FrozenFields.parse(fields)) : [],
  }
}
