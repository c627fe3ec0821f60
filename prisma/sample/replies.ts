import { database } from '@/lib/db/database'
import { newId } from '@/lib/ids'
import type { PersonActor } from '@/lib/policy/actor'
import { logReply } from '@/lib/replies/log-reply'
import { LogReply } from '@/lib/replies/reply-input'
import type { SampleArticle } from './article'

const HOUR_MILLISECONDS = 3_600_000

/** Puts down who was asked about an article before it went out. What an interrupted run has put down is left as it is. */
export async function logReplies(
  articleId: string,
  { asked = [] }: SampleArticle,
  { author, publishedAt }: { author: PersonActor; publishedAt: Date },
): Promise<void> {
  if (asked.length === 0 || (await database().replyRequest.count({ where: { articleId } })) > 0) return
  const before = (hours: number) =>
    new Date(publishedAt.getTime() - hours * HOUR_MILLISECONDS).toISOString().slice(0, 16)
  for (const { party, askedHoursBefore, deadlineHoursBefore, answer, ...rest } of asked) {
    const deadline = before(deadlineHoursBefore)
    const input = LogReply.parse({
      ...rest,
      replyId: newId(),
      party: { name: party },
      askedAt: before(askedHoursBefore),
      deadline,
      ...(answer && { answer: answer.kind, answerText: answer.words, answeredAt: deadline }),
      zone: 'UTC',
    })
    await logReply(author, { articleId, ...input })
  }
}
