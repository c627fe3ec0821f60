'use client'

import { Badge, type Tone } from '@/components/ui/badge'
import { Button } from '@/components/ui/button.client'
import { replyLine, timeInWords } from '@/lib/replies/reply-line'
import { ANSWER_WORDS, WAY_WORDS } from '@/lib/replies/reply-words'
import type { PaperTime } from '@/lib/settings/paper-time'
import type { ListedReply } from '../api/replies'

type ReplyVerbs = {
  onChange: (reply: ListedReply) => void
  onAnswer: (reply: ListedReply) => void
  /** Null where the text cannot be written into. */
  onLine: ((line: string) => void) | null
  onQuote: ((reply: ListedReply) => void) | null
}

type ReplyCardProps = ReplyVerbs & { reply: ListedReply; at: Date; paper: PaperTime; mayLog: boolean }

/** Who was asked, about what and how; what came back, or by when it has to; and what of it can go into the text. */
export function ReplyCard({ reply, at, paper, mayLog, onChange, onAnswer, onLine, onQuote }: ReplyCardProps) {
  const { party, contact, question, way, answer, answerText, answeredAt, by } = reply
  const [askedAt, deadline] = [new Date(reply.askedAt), new Date(reply.deadline)]
  const line = replyLine({ name: party.name, deadline, answer }, at, paper)
  const { tone, words } = standingOf(reply, at)
  return (
    <li data-field={`reply:${reply.id}`} className="flex flex-col gap-2 border-line border-b pb-5 last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Badge tone={tone}>{words}</Badge>
        <span className="min-w-0 wrap-anywhere font-medium text-sm">{party.name}</span>
        {contact === '' ? null : <span className="min-w-0 wrap-anywhere text-ink-faint text-sm">{contact}</span>}
      </div>
      <p className="wrap-anywhere line-clamp-6 whitespace-pre-line text-pretty font-serif">{question}</p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5 text-sm [&_dt]:text-ink-faint">
        <dt>{WAY_WORDS[way]}</dt>
        <dd>
          <time dateTime={reply.askedAt}>{timeInWords(askedAt, at, paper)}</time>
        </dd>
        <dt>Deadline</dt>
        <dd>
          <time dateTime={reply.deadline}>{timeInWords(deadline, at, paper)}</time>
        </dd>
        {answeredAt === null ? null : (
          <>
            <dt>{answer === 'DECLINED' ? 'Declined' : 'Answered'}</dt>
            <dd>
              <time dateTime={answeredAt}>{timeInWords(new Date(answeredAt), at, paper)}</time>
            </dd>
          </>
        )}
      </dl>
      {answerText === '' ? null : (
        <blockquote className="wrap-anywhere line-clamp-8 whitespace-pre-line border-accent border-l-2 pl-3 font-serif">
          {answerText}
        </blockquote>
      )}
      {line === null ? null : (
        <div className="rounded-md bg-sunken px-3 py-2.5 text-sm">
          <p className="wrap-anywhere text-pretty font-serif">{line}</p>
          {onLine === null ? null : (
            <Button size="small" className="mt-2" onClick={() => onLine(line)}>
              Put it into the text
            </Button>
          )}
        </div>
      )}
      <div className="flex flex-wrap items-center gap-1.5">
        {answer === 'ANSWERED' && onQuote !== null ? (
          <Button size="small" onClick={() => onQuote(reply)}>
            Quote it in the text
          </Button>
        ) : null}
        {mayLog ? (
          <>
            <Button size="small" variant={answer === 'NONE' ? 'secondary' : 'quiet'} onClick={() => onAnswer(reply)}>
              {answer === 'NONE' ? 'Put down the answer' : 'Change the answer'}
            </Button>
            <Button size="small" variant="quiet" onClick={() => onChange(reply)}>
              Change what was asked
            </Button>
          </>
        ) : null}
      </div>
      <p className="text-ink-faint text-xs">Put down by {by}</p>
    </li>
  )
}

function standingOf({ answer, deadline }: ListedReply, at: Date): { tone: Tone; words: string } {
  if (answer === 'ANSWERED') return { tone: 'good', words: ANSWER_WORDS.ANSWERED }
  if (answer === 'DECLINED') return { tone: 'neutral', words: 'Declined' }
  return new Date(deadline) > at ? { tone: 'note', words: 'Waiting' } : { tone: 'warn', words: 'No answer' }
}
