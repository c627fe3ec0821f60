'use client'

import { Button } from '@/components/ui/button.client'
import { type ListedThread, sendReply } from '../api/comments'
import { useSurface } from '../surface-context.client'
import { CommentField } from './comment-field.client'
import type { Conversations } from './conversations'
import { useKeptWords } from './kept-words'
import { NOTHING_TYPED, toStored } from './typed-mentions'
import { useSending } from './use-sending.client'

/** An answer. It is kept in the tab as it is typed, and shown as long as it is not sent. */
export function ReplyForm({
  conversations,
  thread,
  isActive,
}: {
  conversations: Conversations
  thread: ListedThread
  isActive: boolean
}) {
  const { articleId, personId, editor } = useSurface()
  const place = { articleId, personId, form: `reply:${thread.id}` }
  const [typed, setTyped] = useKeptWords(place)
  const { isSending, problem, send } = useSending()
  const isEmpty = typed.text.trim() === ''
  if (!isActive && isEmpty) return null

  async function submit() {
    if (isEmpty) return
    const commentId = commentIdFor(thread.id, typed.text)
    const isSent = await send(async () => {
      await sendReply({ articleId, personId }, { threadId: thread.id, commentId, text: toStored(typed) })
      await conversations.read()
    })
    if (!isSent) return
    tried.delete(thread.id)
    setTyped(NOTHING_TYPED)
  }

  return (
    <form
      className="mt-3 flex flex-col gap-2 border-line border-t pt-3"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <CommentField
        label={`Reply to the comment on “${thread.quote}”`}
        placeholder={thread.isResolved ? 'A reply opens it again' : 'Reply. @ names somebody'}
        rows={1}
        typed={typed}
        onType={setTyped}
        onSend={() => void submit()}
        onEscape={() => editor.view.focus()}
        ownId={personId}
        error={problem}
      />
      {isEmpty ? null : (
        <div className="flex items-center justify-end gap-2">
          {isActive ? null : <span className="mr-auto text-ink-faint text-xs">Not sent yet</span>}
          <Button type="submit" size="small" variant="primary" busy={isSending}>
            Reply
          </Button>
        </div>
      )}
    </form>
  )
}

const tried = new Map<string, { text: string; commentId: string }>()

/** The same id for the same words tried again: an answer whose acknowledgement was lost is not written twice. */
function commentIdFor(threadId: string, text: string): string {
  const before = tried.get(threadId)
  if (before?.text === text) return before.commentId
  const commentId = crypto.randomUUID()
  tried.set(threadId, { text, commentId })
  return commentId
}
