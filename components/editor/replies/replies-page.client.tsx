'use client'

import type { Node, Schema } from '@tiptap/pm/model'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { EmptyState } from '@/components/ui/empty-state'
import { now } from '@/lib/clock'
import type { ListedReply, Unasked } from '../api/replies'
import { useAboutStatus } from '../session/use-save-status.client'
import { useSurface } from '../surface-context.client'
import { AnswerDialog } from './answer-dialog.client'
import { AskDialog } from './ask-dialog.client'
import { answerBlock, lineBlock } from './insert-reply'
import { ReplyCard } from './reply-card.client'
import type { RepliesHandle } from './use-replies.client'

type Asked =
  | { kind: 'ask'; reply: ListedReply | null; unasked: Unasked | null }
  | { kind: 'answer'; reply: ListedReply }

/** Who was asked for a reply to the story, what came back, and who still has to be asked. */
export function RepliesPage({
  handle,
  onInsert,
}: {
  handle: RepliesHandle
  /** Puts a block into the text where the cursor is; null where the text cannot be written into. */
  onInsert: ((make: (schema: Schema) => Node) => void) | null
}) {
  const { known, problem, read } = handle
  const [asked, setAsked] = useState<Asked | null>(null)
  const at = useNow(known?.replies.map(({ deadline }) => deadline) ?? [])
  useReadAfterSaving(read)

  if (known === null) {
    return problem === null ? (
      <p role="status" className="text-ink-faint text-sm">
        Reading who was asked…
      </p>
    ) : (
      <Callout
        tone="warn"
        title="Who was asked could not be read"
        actions={
          <Button size="small" onClick={() => void read()}>
            Try again
          </Button>
        }
      >
        {problem}
      </Callout>
    )
  }
  const { replies, unasked, paper } = known
  const mayLog = known.can.log
  const begin = (whom: Unasked | null) => setAsked({ kind: 'ask', reply: null, unasked: whom })
  const askSomebody = <Button onClick={() => begin(null)}>Ask somebody</Button>
  const close = () => setAsked(null)
  const saved = () => {
    close()
    void read()
  }
  return (
    <>
      {problem === null ? null : (
        <p role="alert" className="mb-4 text-danger-ink text-sm">
          {problem}
        </p>
      )}
      <NotAsked unasked={unasked} onAsk={mayLog ? begin : null} />
      {replies.length === 0 ? (
        unasked.length > 0 ? null : (
          <EmptyState title="Nobody was asked yet" {...(mayLog ? { actions: askSomebody } : {})}>
            Where the story says something against somebody, put down what was put to them and until when they can
            answer. Whoever asked is told before the time is over.
          </EmptyState>
        )
      ) : (
        <ul aria-label="Asked for a reply" className="flex flex-col gap-5">
          {replies.map((reply) => (
            <ReplyCard
              key={reply.id}
              reply={reply}
              at={at}
              paper={paper}
              mayLog={mayLog}
              onChange={(one) => setAsked({ kind: 'ask', reply: one, unasked: null })}
              onAnswer={(one) => setAsked({ kind: 'answer', reply: one })}
              onLine={onInsert && ((line) => onInsert((schema) => lineBlock(schema, line)))}
              onQuote={
                onInsert &&
                (({ party, answerText }) =>
                  onInsert((schema) => answerBlock(schema, { name: party.name, words: answerText })))
              }
            />
          ))}
        </ul>
      )}
      {mayLog && replies.length + unasked.length > 0 ? <div className="mt-4">{askSomebody}</div> : null}
      {mayLog ? null : (
        <p className="mt-4 text-ink-faint text-sm">Only its authors and editors put down who was asked.</p>
      )}
      {asked?.kind === 'ask' ? (
        <AskDialog reply={asked.reply} unasked={asked.unasked} zone={paper.timeZone} onSaved={saved} onClose={close} />
      ) : null}
      {asked?.kind === 'answer' ? (
        <AnswerDialog reply={asked.reply} zone={paper.timeZone} onSaved={saved} onClose={close} />
      ) : null}
    </>
  )
}

/** Whom the story's claims are against without anybody having asked them: it does not go out so. */
function NotAsked({ unasked, onAsk }: { unasked: readonly Unasked[]; onAsk: ((whom: Unasked) => void) | null }) {
  if (unasked.length === 0) return null
  return (
    <section aria-label="Not asked yet" className="mb-6 flex flex-col gap-3">
      <h3 className="font-semibold text-sm">Not asked yet</h3>
      <ul className="flex flex-col gap-3">
        {unasked.map((whom) => (
          <li
            key={whom.party.id}
            data-field={`reply:${whom.party.id}`}
            className="rounded-md bg-warn-wash px-3 py-2.5 text-sm"
          >
            <p className="font-medium">{whom.party.name}</p>
            {whom.statements.map((statement) => (
              <p key={statement} className="wrap-anywhere mt-0.5 line-clamp-3 text-pretty font-serif">
                “{statement}”
              </p>
            ))}
            {onAsk === null ? null : (
              <Button
                size="small"
                className="mt-2"
                aria-label={`Ask them: ${whom.party.name}`}
                onClick={() => onAsk(whom)}
              >
                Ask them
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

const LONGEST_TIMER_MILLISECONDS = 2 ** 31 - 1

/** The present instant, anew when one of these has come. */
function useNow(instants: readonly string[]): Date {
  const [at, setAt] = useState(now)
  const next = instants
    .map((instant) => new Date(instant).getTime())
    .filter((time) => time > at.getTime())
    .reduce((first, time) => Math.min(first, time), Number.POSITIVE_INFINITY)
  useEffect(() => {
    if (next === Number.POSITIVE_INFINITY) return
    const wait = Math.min(LONGEST_TIMER_MILLISECONDS, Math.max(0, next - now().getTime()))
    const timer = setTimeout(() => setAt(now()), wait)
    return () => clearTimeout(timer)
  }, [next])
  return at
}

const AFTER_WORDS_MILLISECONDS = 500
const NOT_SAVED = -1

/** Marks of claims are known to the server once the words are saved. */
function useReadAfterSaving(read: () => Promise<void>): void {
  const { session } = useSurface()
  const savedAt = useAboutStatus(session.saving, (status) =>
    status.kind === 'saved' ? (status.at?.getTime() ?? 0) : NOT_SAVED,
  )
  useEffect(() => {
    if (savedAt === NOT_SAVED) return
    const timer = setTimeout(() => void read(), AFTER_WORDS_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [savedAt, read])
}
