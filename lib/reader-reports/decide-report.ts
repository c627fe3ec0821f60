import type { z } from 'zod'
import { recordEvent } from '../audit'
import { now } from '../clock'
import { transaction } from '../db/database'
import { Conflict } from '../errors'
import type { Actor } from '../policy/actor'
import { lockReport, personWho, type SeenReport } from './load-report'
import type { DismissReport } from './report-input'
import type { ReportState } from './report-states'

/**
 * Somebody has read it, and it waits for more. What was dismissed is taken up again so.
 * @throws NotFound, Forbidden
 * @throws Conflict when somebody decided meanwhile, or readers have their answer
 */
export async function lookAtReport(actor: Actor, seen: SeenReport): Promise<void> {
  await decide(actor, seen, 'look', async ({ state }) => {
    if (state === 'ANSWERED' || state === 'CORRECTED') throw new Conflict('This report is closed.')
    return { state: 'LOOKED_AT', reason: '', closedAt: null }
  })
}

/** There is nothing to put right, and the newsroom knows why. */
export async function dismissReport(actor: Actor, { reason, ...seen }: z.infer<typeof DismissReport>): Promise<void> {
  await decide(actor, seen, 'dismiss', async ({ state }) => {
    if (state === 'ANSWERED' || state === 'CORRECTED') throw new Conflict('This report is closed.')
    return { state: 'DISMISSED', reason, closedAt: now() }
  })
}

/**
 * Readers have a corrected text: the live edition, which is a later one than the reader had.
 * @throws Conflict when readers still have what was reported
 */
export async function markCorrected(actor: Actor, seen: SeenReport): Promise<void> {
  await decide(actor, seen, 'correct', async ({ article, edition }) => {
    const live = article.publication
    if (live === null || live.edition.number <= edition.number)
      throw new Conflict('Publish the correction first. Readers still have the text that was reported.')
    return { state: 'CORRECTED', correctedEditionId: live.editionId, closedAt: now() }
  })
}

type Locked = Awaited<ReturnType<typeof lockReport>>
type Decision = { state: ReportState; closedAt: Date | null; reason?: string; correctedEditionId?: string }

async function decide(
  actor: Actor,
  seen: SeenReport,
  verb: string,
  what: (report: Locked) => Promise<Decision>,
): Promise<void> {
  await transaction(async (tx) => {
    const report = await lockReport(tx, actor, seen)
    const decidedById = personWho(actor).id
    const decision = await what(report)
    await tx.readerReport.update({ where: { id: report.id }, data: { ...decision, decidedById, decidedAt: now() } })
    await recordEvent(tx, actor, {
      action: `readerReport.${verb}`,
      thing: 'article',
      thingId: report.articleId,
      detail: { reportId: report.id, before: report.state },
    })
  })
}
