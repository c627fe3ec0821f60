import { LIMITS } from '../auth/limits'
import { countTry } from '../auth/rate-limits'
import { now } from '../clock'
import { database, type Transaction, transaction } from '../db/database'
import { parseDocument } from '../document/document'
import { Conflict, Gone, Invalid, NotFound } from '../errors'
import { newId } from '../ids'
import { readSettings } from '../settings/settings'
import type { SiteWords } from '../site-words/en'
import { wordsFor } from '../site-words/words-for'
import { addressDays } from './address-days'
import { OPEN_MOST } from './limits'
import { paragraphsOf, quoteOf } from './paragraphs'
import { takesReports } from './question-switch'
import type { ReportForm } from './report-form'

/** What readers are told of a report that is not taken. */
type Say = SiteWords['question']['notSent']

/**
 * Counts what a place sends before anything is done with it.
 * @param network whence it comes
 * @throws RateLimited
 */
export async function countReport(network: string): Promise<void> {
  await countTry(LIMITS.reportNetwork, network)
}

/**
 * Keeps what a reader says about a paragraph of a public article, with the words as the reader had them. What is sent twice is kept once.
 * Nothing that readers have changes by it.
 *
 * @throws NotFound when there is no such article or paragraph for readers, or reports are not taken
 * @throws Gone when it was withdrawn
 * @throws RateLimited, Conflict when there is no room for more
 */
export async function sendReport(form: Omit<ReportForm, 'website'>): Promise<void> {
  const { article: articleId, edition: editionId, paragraph, text, url, mail } = form
  const say = wordsFor((await readSettings()).language).question.notSent
  if (!(await takesReports())) throw new NotFound(say.noReports)
  await assertPublic(articleId, say)
  await countTry(LIMITS.reportArticle, articleId)
  const days = await addressDays()
  const quote = await wordsReported({ articleId, editionId, paragraph }, say)
  await transaction(async (tx) => {
    // Two of one reader, pressed at once, come one after the other.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`standfirst report ${articleId}`}, 0))`
    if (await tx.readerReport.findFirst({ where: { articleId, editionId, paragraph, text, url, mail } })) return
    await assertRoom(tx, articleId, say)
    await tx.readerReport.create({
      data: {
        id: newId(),
        articleId,
        editionId,
        paragraph,
        quote,
        text,
        url,
        mail,
        addressDays: days,
        createdAt: now(),
      },
    })
  })
}

async function assertPublic(articleId: string, say: Say): Promise<void> {
  const article = await database().article.findUnique({
    where: { id: articleId },
    select: { unpublishedAt: true, publication: { select: { articleId: true } } },
  })
  if (article?.publication) return
  if (article === null || article.unpublishedAt === null) throw new NotFound(say.noArticle)
  throw new Gone(say.withdrawn)
}

/** What the reader had on the page, though readers may have had another edition since. */
async function wordsReported(
  { articleId, editionId, paragraph }: { articleId: string; editionId: string; paragraph: number },
  say: Say,
): Promise<string> {
  const edition = await database().edition.findFirst({
    where: { id: editionId, articleId },
    select: { document: true },
  })
  if (edition === null) throw new NotFound(say.noArticle)
  const reported = paragraphsOf(parseDocument(edition.document))[paragraph - 1]
  if (reported === undefined) throw new Invalid(say.noParagraph)
  return quoteOf(reported.words)
}

async function assertRoom(tx: Transaction, articleId: string, say: Say): Promise<void> {
  const open = await tx.readerReport.count({ where: { articleId, closedAt: null } })
  if (open >= OPEN_MOST) throw new Conflict(say.full)
}
