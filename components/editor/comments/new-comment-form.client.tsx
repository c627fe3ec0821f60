'use client'

import { useLayoutEffect, useRef } from 'react'
import { Button } from '@/components/ui/button.client'
import { useSurface } from '../surface-context.client'
import { useIsWide } from '../use-is-wide.client'
import { CommentField } from './comment-field.client'
import type { Asked, Conversations } from './conversations'
import { useKeptWords } from './kept-words'
import { Quote } from './quote'
import { toStored } from './typed-mentions'
import { useSending } from './use-sending.client'

/** The first comment on some words. They are marked in the text when it is sent. */
export function NewCommentForm({
  conversations,
  asked,
  wantsFocus,
}: {
  conversations: Conversations
  asked: Asked
  wantsFocus: boolean
}) {
  const { editor, personId } = useSurface()
  const [typed, setTyped] = useKeptWords(conversations.formPlace)
  const { isSending, problem, send } = useSending()
  const field = useRef<HTMLTextAreaElement>(null)
  const isWide = useIsWide()

  useLayoutEffect(() => {
    if (!wantsFocus) return
    field.current?.focus()
    // A sheet that slides in takes the focus to itself first.
    const again = setTimeout(() => {
      if (document.activeElement !== field.current) field.current?.focus()
      conversations.fulfilled()
    }, 120)
    return () => clearTimeout(again)
  }, [wantsFocus, conversations])

  function submit() {
    if (typed.text.trim() === '') return field.current?.focus()
    return void send(async () => {
      await conversations.send(editor, toStored(typed))
      if (isElsewhere(document.activeElement)) return
      // Back to writing; where the sheet covers the text, or it cannot be written in, to what was said.
      if (editor.isEditable && isWide) editor.view.focus()
      else conversations.goTo(asked.threadId)
    })
  }

  return (
    <form
      aria-label={`Comment on “${asked.quote}”`}
      className="mb-5 flex flex-col gap-3 rounded-lg border border-accent bg-raised p-3.5 shadow-rest"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Quote>{asked.quote}</Quote>
      <CommentField
        ref={field}
        label="Comment"
        placeholder="Comment. @ names somebody"
        typed={typed}
        onType={setTyped}
        onSend={submit}
        onEscape={() => editor.view.focus()}
        ownId={personId}
        error={problem}
      />
      <div className="flex justify-end gap-2">
        <Button
          size="small"
          variant="quiet"
          onClick={() => {
            conversations.cancel(editor)
            editor.view.focus()
          }}
        >
          Discard
        </Button>
        <Button type="submit" size="small" variant="primary" busy={isSending}>
          Comment
        </Button>
      </div>
    </form>
  )
}

/** The form took the focus with it when it went, and a sheet around it may have caught it: whoever is anywhere else went there. */
function isElsewhere(focused: Element | null): boolean {
  return focused !== null && focused !== document.body && focused.getAttribute('role') !== 'dialog'
}
