import { z } from 'zod'
import { isId } from '@/lib/document/addresses'
import { route } from '@/lib/http/route'
import { getArticleReport } from '@/lib/reader-reports/list-article-reports'
import { articleParams } from '../../article-params'

const reportParams = articleParams.extend({ reportId: z.string().refine(isId, 'This is not an id.') })

/** One report, decided or not. */
export const GET = route({ permission: 'readerReport.read', params: reportParams }, ({ actor, params }) =>
  getArticleReport(actor, params.id, params.reportId),
)
