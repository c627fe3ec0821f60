import { z } from 'zod'
import { Invalid } from '../errors'
import { nudgeAlerts } from '../jobs/nudge-alerts'
import type { Actor } from '../policy/actor'
import { WITHDRAWAL_TEXT_MOST } from './breaking-alert'
import { decideNotice } from './decide-notice'
import { enlistAlerted } from './enlist-receivers'

export const SendNotice = z.strictObject({ text: z.string().max(2000) })

/**
 * Has those who had an alert of a killed article told that it was withdrawn, in the words that the editor approves.
 *
 * @throws Forbidden, NotFound
 * @throws Conflict when somebody decided before
 * @throws Invalid without words, or with too many
 */
export async function sendNotice(
  actor: Actor,
  { articleId, text }: { articleId: string } & z.infer<typeof SendNotice>,
): Promise<void> {
  const words = parseNoticeText(text)
  await decideNotice(
    actor,
    articleId,
    (at) => ({ action: 'breaking.sendNotice', changes: { text: words, alertedAt: at } }),
    async (tx, alertId) => ({ receivers: await enlistAlerted(tx, alertId, articleId) }),
  )
  await nudgeAlerts()
}

function parseNoticeText(text: string): string {
  const words = text.replace(/[\p{Cc}\s]+/gu, ' ').trim()
  if (words !== '' && words.length <= WITHDRAWAL_TEXT_MOST) return words
  const message = words === '' ? 'Say what readers are told.' : `At most ${WITHDRAWAL_TEXT_MOST} characters fit here.`
  throw new Invalid(message, [{ field: 'text', code: 'text', message, severity: 'blocking' }])
}
