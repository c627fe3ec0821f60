import { loadArticle } from '../articles/load-article'
import { database } from '../db/database'
import { NotFound } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import type { ReportState } from './report-states'

/** A report as the editor shows it beside its paragraph. Times are ISO 8601. */
export type ArticleReport = {
  id: string
  state: ReportState
  paragraph: number
  quote: string
  text: string
  url: string
  createdAt: string
}

const MOST = 200

/**
 * What readers report of an article and nobody has decided yet, newest first.
 * @throws NotFound
 */
export async function listArticleReports(actor: Actor, articleId: string): Promise<{ reports: ArticleReport[] }> {
  authorise(actor, 'readerReport.read')
  await loadArticle(database(), actor, articleId)
  const rows = await database().readerReport.findMany({
    where: { articleId, closedAt: null },
    orderBy: { id: 'desc' },
    take: MOST,
    select: shown,
  })
  return { reports: rows.map(asShown) }
}

/** @throws NotFound when the article has no such report */
export async function getArticleReport(actor: Actor, articleId: string, reportId: string): Promise<ArticleReport> {
  authorise(actor, 'readerReport.read')
  await loadArticle(database(), actor, articleId)
  const row = await database().readerReport.findFirst({ where: { id: reportId, articleId }, select: shown })
  if (row === null) throw new NotFound('This report does not exist.')
  return asShown(row)
}

const shown = { id: true, state: true, paragraph: true, quote: true, text: true, url: true, createdAt: true } as const

function asShown(row: Omit<ArticleReport, 'createdAt'> & { createdAt: Date }): ArticleReport {
  return { ...row, createdAt: row.createdAt.toISOString() }
}
