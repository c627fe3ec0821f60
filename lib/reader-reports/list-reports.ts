import { z } from 'zod'
import { ownership, ownersOf } from '../articles/load-article'
import { database, type Prisma } from '../db/database'
import type { Actor } from '../policy/actor'
import { authorise, can } from '../policy/policy'
import { REPORT_STATES, type ReportState } from './report-states'

const one = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined)

/** The query of /desk/reports; without a state, what waits for somebody. What makes no sense in it is left out. */
export const ReportsQuery = z.object({
  state: one(z.enum([...REPORT_STATES, 'ALL'])),
  desk: one(z.uuid()),
  section: one(z.uuid()),
  article: one(z.uuid()),
  cursor: one(z.uuid()),
})
export type ReportsQuery = z.output<typeof ReportsQuery>

/** A report as the newsroom sees it. The reader's address is not in it: whoever answers need not know it. */
export type ListedReport = {
  id: string
  state: ReportState
  articleId: string
  headline: string
  /** The edition that the reader had. */
  edition: number
  paragraph: number
  quote: string
  text: string
  url: string
  /** Whether the reader left an address that is still kept. */
  canBeMailed: boolean
  createdAt: Date
  decidedAt: Date | null
  decidedBy: string | null
  answer: string
  reason: string
  /** The edition in which readers got the correction. */
  correctedIn: number | null
  mayDecide: boolean
}

const PAGE = 30

/** What readers reported, newest first. */
export async function listReports(
  actor: Actor,
  { state, desk, section, article, cursor }: ReportsQuery,
): Promise<{ reports: ListedReport[]; nextCursor: string | null }> {
  authorise(actor, 'readerReport.read')
  const rows = await database().readerReport.findMany({
    where: {
      // Ids are made in the order of time.
      ...(cursor === undefined ? {} : { id: { lt: cursor } }),
      ...(state === 'ALL' ? {} : state === undefined ? { closedAt: null } : { state }),
      ...(article === undefined ? {} : { articleId: article }),
      article: {
        ...(desk === undefined ? {} : { deskId: desk }),
        ...(section === undefined ? {} : { sectionId: section }),
      },
    },
    orderBy: { id: 'desc' },
    take: PAGE + 1,
    select: listed,
  })
  const reports = rows.slice(0, PAGE).map((row) => asListed(actor, row))
  return { reports, nextCursor: rows.length > PAGE ? (reports.at(-1)?.id ?? null) : null }
}

/** How many reports nobody has looked at; 0 for whoever may not see them. */
export async function countNewReports(actor: Actor): Promise<number> {
  if (!can(actor, 'readerReport.read')) return 0
  return database().readerReport.count({ where: { state: 'NEW' } })
}

const listed = {
  ...{ id: true, state: true, articleId: true, paragraph: true, quote: true, text: true, url: true, mail: true },
  ...{ createdAt: true, decidedAt: true, answerText: true, reason: true },
  decidedBy: { select: { name: true } },
  edition: { select: { number: true } },
  correctedEdition: { select: { number: true } },
  article: { select: { headline: true, slugline: true, ...ownership } },
} as const satisfies Prisma.ReaderReportSelect

function asListed(actor: Actor, row: Prisma.ReaderReportGetPayload<{ select: typeof listed }>): ListedReport {
  const { article, edition, mail, decidedBy, answerText, correctedEdition, ...rest } = row
  return {
    ...rest,
    headline: article.headline || article.slugline,
    edition: edition.number,
    canBeMailed: mail !== null,
    decidedBy: decidedBy?.name ?? null,
    answer: answerText,
    correctedIn: correctedEdition?.number ?? null,
    mayDecide: can(actor, 'readerReport.decide', ownersOf(article)),
  }
}
