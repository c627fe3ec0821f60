import type { Transaction } from '../db/database'
import type { Document } from '../document/document'
import type { Issue } from '../errors'
import { isWaiting } from '../legal/is-waiting'
import { printDateTime } from '../settings/paper-time'
import { readSettings } from '../settings/settings'
import { contentHash } from './content-hash'
import { type FrozenFields, frozenFields } from './edition-metadata'
import type { LoadedArticle } from './load-article'
import { readWorkflowRule } from './read-workflow-rule'

type GateInput = {
  article: LoadedArticle
  /** The document that would go out, and the fields with it where they were frozen before. */
  document: Document
  fields?: FrozenFields | undefined
  /** When it would go out, by the clock of the database. */
  at: Date
}

/**
 * What no reason passes over: an embargo that has not ended, a signature or an approval that is missing. Every way to readers
 * asks here, whatever pressed the button.
 */
export async function gateIssues(tx: Transaction, input: GateInput): Promise<Issue[]> {
  const hash = contentHash(input.document, input.fields ?? frozenFields(input.article))
  const issues = await Promise.all([
    embargoIssues(tx, input),
    legalIssues(tx, input.article, hash),
    approvalIssues(tx, input.article, hash),
  ])
  return issues.flat()
}

async function embargoIssues(tx: Transaction, { article, at }: GateInput): Promise<Issue[]> {
  const { embargoUntil } = article
  if (embargoUntil === null || embargoUntil <= at) return []
  const when = printDateTime(embargoUntil, await readSettings(tx))
  return [
    gate('embargo', 'embargo', `Under embargo until ${when}. Schedule it for then, or lift the embargo with a reason.`),
  ]
}

/**
 * The last answer about just these words and fields decides, whoever gave it. An answer about others says nothing, so whatever is
 * changed after a signature has to be signed again.
 */
async function legalIssues(tx: Transaction, { id, isLegalRequired }: LoadedArticle, hash: string): Promise<Issue[]> {
  if (!isLegalRequired) return []
  const reviews = await tx.legalReview.findMany({
    where: { articleId: id },
    orderBy: [{ signedAt: { sort: 'desc', nulls: 'last' } }, { id: 'desc' }],
    select: { verdict: true, hash: true, askedAt: true, signedAt: true },
  })
  const answers = reviews.filter(({ signedAt }) => signedAt !== null)
  const answer = answers.find((each) => each.hash === hash)?.verdict
  if (answer === 'SIGNED') return []
  const wasSigned = answers[0]?.verdict === 'SIGNED'
  const why = isWaiting(reviews, hash) ? 'ASKED' : (answer ?? (wasSigned ? 'SIGNED' : 'UNSIGNED'))
  return [gate('legal', 'not-signed', LEGAL_SENTENCES[why])]
}

const LEGAL_SENTENCES = {
  CONDITIONS: 'The lawyer signs once the conditions are met. Ask again when they are.',
  REFUSED: 'The lawyer refused to sign it.',
  ASKED: 'Legal was asked, and has not answered yet.',
  SIGNED: 'It was changed after the lawyer signed it. It has to be signed again.',
  UNSIGNED: 'It needs the signature of a lawyer.',
} as const

async function approvalIssues(tx: Transaction, article: LoadedArticle, hash: string): Promise<Issue[]> {
  const rule = await readWorkflowRule(tx)
  if (rule === 'NONE' || article.approvedHash === hash) return []
  const message =
    article.approvedHash === null
      ? 'Nobody has approved it.'
      : 'It was changed after it was approved. It has to be approved again.'
  return [gate('approval', 'not-approved', message)]
}

function gate(field: string, code: string, message: string): Issue {
  return { field, code, message, severity: 'blocking' }
}
