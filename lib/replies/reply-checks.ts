import { claimsIn } from '../claims/claim-uses'
import type { Transaction } from '../db/database'
import { sqlOn } from '../db/sql'
import type { Document } from '../document/document'
import type { Issue } from '../errors'
import { readSettings } from '../settings/settings'
import { accusedBy } from './accused'
import { timeInWords } from './reply-line'

type Going = {
  articleId: string
  /** The draft that would go out, marks of the newsroom included. */
  document: Document
  /** When it would go out. */
  at: Date
}

/** Of whom something is said in the story without anybody having asked them, and who was asked and still has time to answer. */
export async function replyIssues(tx: Transaction, { articleId, document, at }: Going): Promise<Issue[]> {
  const eventIds = claimsIn(document).map(({ eventId }) => eventId)
  const [asked, accused] = await Promise.all([
    sqlOn(tx)<{ id: string; partyId: string; name: string; answer: string; deadline: Date }>`
      SELECT r.id, r."partyId", p.name, r.answer::text, r.deadline
      FROM "ReplyRequest" r JOIN "Party" p ON p.id = r."partyId"
      WHERE r."articleId" = ${articleId}::uuid ORDER BY r."createdAt", r.id`,
    accusedBy(tx, eventIds),
  ])
  const unasked = accused
    .filter(({ party }) => !asked.some(({ partyId }) => partyId === party.id))
    .map(({ party, statements: [first = ''] }) => ({
      field: `reply:${party.id}`,
      code: 'not-asked',
      message: `Nobody has asked ${party.name} about “${first}”.`,
      severity: 'override' as const,
    }))
  const open = asked.filter(({ answer, deadline }) => answer === 'NONE' && deadline > at)
  if (open.length === 0) return unasked
  const paper = await readSettings(tx)
  return [
    ...unasked,
    ...open.map(({ id, name, deadline }) => ({
      field: `reply:${id}`,
      code: 'reply-open',
      message: `${name} has until ${timeInWords(deadline, at, paper)} to reply, and has not answered yet.`,
      severity: 'warning' as const,
    })),
  ]
}
