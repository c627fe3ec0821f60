import type { ArticleReport } from '@/lib/reader-reports/list-article-reports'
import { request } from './request'

export type { ArticleReport }

/** What readers report of an article and nobody has decided yet. */
export function readReports(articleId: string, signal: AbortSignal): Promise<{ reports: ArticleReport[] }> {
  return request(`/api/documents/${articleId}/reports`, { signal })
}

export function readReport(articleId: string, reportId: string, signal: AbortSignal): Promise<ArticleReport> {
  return request(`/api/documents/${articleId}/reports/${reportId}`, { signal })
}
