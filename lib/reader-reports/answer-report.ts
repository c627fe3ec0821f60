import type { z } from 'zod'
import { recordEvent } from '../audit'
import { now } from '../clock'
import { database, type Transaction, transaction } from '../db/database'
import { Conflict } from '../errors'
import { nudgeMail } from '../jobs/nudge-mail'
import { queueMail } from '../mail/queue-mail'
import type { Actor } from '../policy/actor'
import { readSettings } from '../settings/settings'
import { addressDays } from './address-days'
import { answerMail } from './answer-mail'
import { loadReport, lockReport, personWho } from './load-report'
import type { AnswerReport, DraftedAnswer } from './report-input'

/** Where a mail would go that nobody sees the address of. */
const NOBODY = 'reader@invalid.example'

/**
 * The mail as the reader would get it. Null where they left no address: then the answer is for the record alone.
 * @throws NotFound, Forbidden
 */
export async function showAnswer(
  actor: Actor,
  { reportId, answer }: z.infer<typeof DraftedAnswer>,
): Promise<{ subject: string; text: string } | null> {
  const report = await loadReport(database(), actor, reportId)
  if (report.mail === null) return null
  const { subject, text } = answerMail(NOBODY, await readSettings(), await withDays(database(), report), answer)
  return { subject, text }
}

/**
 * Answers a reader: by mail where they left an address. A report is answered once; what was corrected before stays corrected.
 * @throws NotFound, Forbidden
 * @throws Conflict when somebody decided meanwhile, or answered before
 */
export async function answerReport(actor: Actor, { answer, ...seen }: z.infer<typeof AnswerReport>): Promise<void> {
  await transaction(async (tx) => {
    const report = await lockReport(tx, actor, seen)
    const decidedById = personWho(actor).id
    if (report.answerText !== '') throw new Conflict('This reader has an answer already.')
    const paper = await readSettings(tx)
    const mail =
      report.mail === null
        ? null
        : await queueMail(tx, answerMail(report.mail, paper, await withDays(tx, report), answer))
    await tx.readerReport.update({
      where: { id: report.id },
      data: {
        state: report.state === 'CORRECTED' ? 'CORRECTED' : 'ANSWERED',
        answerText: answer,
        answerMailId: mail?.id ?? null,
        decidedById,
        decidedAt: now(),
        closedAt: now(),
      },
    })
    await recordEvent(tx, actor, {
      action: 'readerReport.answer',
      thing: 'article',
      thingId: report.articleId,
      detail: { reportId: report.id, before: report.state, isMailed: mail !== null },
    })
  })
  await nudgeMail()
}

/** What is said of the address in the mail: never longer than the reader was told. */
async function withDays<Report extends { addressDays: number }>(tx: Transaction, report: Report) {
  return { ...report, days: Math.min(report.addressDays, await addressDays(tx)) }
}
