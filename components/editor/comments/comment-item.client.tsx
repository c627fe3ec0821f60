'use client'

import { MoreHorizontal } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { RelativeTime } from '@/components/newsroom/relative-time'
import { Avatar } from '@/components/ui/avatar'
import { Button } from '@/components/ui/button.client'
import { ConfirmDialog } from '@/components/ui/confirm-dialog.client'
import { IconButton } from '@/components/ui/icon-button.client'
import { Menu, MenuItem } from '@/components/ui/menu.client'
import { now } from '@/lib/clock'
import { deleteComment, editComment, type ListedComment } from '../api/comments'
import { useSurface } from '../surface-context.client'
import { CommentField } from './comment-field.client'
import { CommentWords } from './comment-words'
import type { Conversations } from './conversations'
import { readKeptWords, useKeptWords } from './kept-words'
import { NOTHING_TYPED, toStored, toTyped } from './typed-mentions'
import { useSending } from './use-sending.client'

/** One comment of a conversation: who, when, what, and for its author the way to change it. */
export function CommentItem({
  conversations,
  threadId,
  comment,
}: {
  conversations: Conversations
  threadId: string
  comment: ListedComment
}) {
  const { articleId, personId } = useSurface()
  const [isEditing, setIsEditing] = useState(
    () => readKeptWords({ articleId, personId, form: `edit:${comment.id}` }) !== null,
  )
  const [isDeleting, setIsDeleting] = useState(false)
  const { id: commentId, name, can } = comment

  return (
    <li className="flex gap-2.5">
      <Avatar name={name} size="small" className="mt-0.5" />
      <div className="min-w-0 flex-1">
        <div className="flex min-h-7 items-center gap-1.5">
          <span className="min-w-0 truncate font-medium text-sm">{name}</span>
          <RelativeTime
            at={new Date(comment.createdAt)}
            now={now()}
            className="shrink-0 whitespace-nowrap text-ink-faint text-xs"
          />
          {comment.isEdited ? <span className="shrink-0 text-ink-faint text-xs">edited</span> : null}
          {can.edit || can.delete ? (
            <span className="-my-1 -mr-1.5 ml-auto">
              <Menu
                trigger={
                  <IconButton
                    label={`Comment by ${name}: more`}
                    size="small"
                    icon={<MoreHorizontal aria-hidden="true" className="size-4" />}
                  />
                }
              >
                {can.edit ? <MenuItem onSelect={() => setIsEditing(true)}>Edit</MenuItem> : null}
                {can.delete ? (
                  <MenuItem isDangerous onSelect={() => setIsDeleting(true)}>
                    Delete
                  </MenuItem>
                ) : null}
              </Menu>
            </span>
          ) : null}
        </div>
        {comment.isDeleted ? <p className="text-ink-faint text-sm italic">This comment was deleted.</p> : null}
        {isEditing && !comment.isDeleted ? (
          <EditForm
            conversations={conversations}
            threadId={threadId}
            comment={comment}
            onClose={() => setIsEditing(false)}
          />
        ) : null}
        {isEditing || comment.isDeleted ? null : <CommentWords text={comment.text} />}
      </div>
      <ConfirmDialog
        open={isDeleting}
        onOpenChange={setIsDeleting}
        title="Delete this comment?"
        confirmLabel="Delete"
        isDangerous
        onConfirm={async () => {
          await deleteComment({ articleId, personId }, { threadId, commentId })
          await conversations.read()
        }}
      >
        Its words go for everybody. The conversation stays.
      </ConfirmDialog>
    </li>
  )
}

const AFTER_MENU_MILLISECONDS = 80

function EditForm({
  conversations,
  threadId,
  comment,
  onClose,
}: {
  conversations: Conversations
  threadId: string
  comment: ListedComment
  onClose: () => void
}) {
  const { articleId, personId } = useSurface()
  const [typed, setTyped] = useKeptWords({ articleId, personId, form: `edit:${comment.id}` }, toTyped(comment.text))
  const { isSending, problem, send } = useSending()

  const field = useRef<HTMLTextAreaElement>(null)

  // The menu gives the focus back to its button when it has closed.
  useEffect(() => {
    const timer = setTimeout(() => field.current?.focus(), AFTER_MENU_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [])

  function close() {
    setTyped(NOTHING_TYPED)
    onClose()
  }

  async function save() {
    if (typed.text.trim() === '') return
    const isSaved = await send(async () => {
      await editComment({ articleId, personId }, { threadId, commentId: comment.id }, toStored(typed))
      await conversations.read()
    })
    if (isSaved) close()
  }

  return (
    <form
      className="mt-1 flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <CommentField
        ref={field}
        label="Edit comment"
        typed={typed}
        onType={setTyped}
        onSend={() => void save()}
        onEscape={close}
        ownId={personId}
        error={problem}
      />
      <div className="flex justify-end gap-2">
        <Button size="small" variant="quiet" onClick={close}>
          Cancel
        </Button>
        <Button type="submit" size="small" variant="primary" busy={isSending}>
          Save
        </Button>
      </div>
    </form>
  )
}
