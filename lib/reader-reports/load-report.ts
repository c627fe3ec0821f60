import { loadArticle, ownersOf } from '../articles/load-article'
import type { Transaction } from '../db/database'
import { Conflict, Forbidden, NotFound } from '../errors'
import type { Actor, PersonActor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { REPORT_WORDS, type ReportState } from './report-states'

/** Which report, and what the person saw had become of it. */
export type SeenReport = { reportId: string; seen: ReportState }

/**
 * A report that somebody wants to decide about, held until the transaction ends: of two who decide, the second is told.
 * @throws NotFound, Forbidden
 * @throws Conflict when somebody decided meanwhile
 */
export async function lockReport(tx: Transaction, actor: Actor, { reportId, seen }: SeenReport) {
  await tx.$queryRaw`SELECT 1 FROM "ReaderReport" WHERE id = ${reportId}::uuid FOR UPDATE`
  const report = await loadReport(tx, actor, reportId)
  if (report.state !== seen)
    throw new Conflict(`Somebody was first: it is ${REPORT_WORDS[report.state].toLowerCase()} now. Look at it again.`)
  return report
}

/** @throws NotFound, Forbidden */
export async function loadReport(tx: Transaction, actor: Actor, reportId: string) {
  const report = await tx.readerReport.findUnique({
    where: { id: reportId },
    include: { edition: { select: { number: true, metadata: true } } },
  })
  if (report === null) throw new NotFound('This report does not exist.')
  const article = await loadArticle(tx, actor, report.articleId)
  authorise(actor, 'readerReport.decide', ownersOf(article))
  return { ...report, article }
}

/** @throws Forbidden when it is no person */
export function personWho(actor: Actor): PersonActor {
  if (actor.kind !== 'person') throw new Forbidden('Only a person decides.')
  return actor
}
