'use client'

import type { Editor } from '@tiptap/react'
import { MessageSquarePlus, MessageSquareText, UserRoundSearch } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { IconButton } from '@/components/ui/icon-button.client'
import { readableText } from '@/lib/comments/mention-text'
import { shortcutText } from '../shortcut-text'
import { useSurface } from '../surface-context.client'
import { useFollowed } from '../use-followed.client'
import { threadsAt, wordsToComment } from './commented-words'
import type { ConversationsHandle } from './use-conversations.client'

/**
 * Above selected words: a button to comment on them. Above commented words with the cursor in them, where the panel does not
 * show it already: what was said, and the way to it. The keys do the same.
 */
export function CommentBubble({
  editor,
  handle,
  isPageShown,
}: {
  editor: Editor
  handle: ConversationsHandle
  isPageShown: boolean
}) {
  const { facts, ask } = useSurface()
  const { state, comment } = handle
  const isPointing = useIsPointing(editor)
  const at = useFollowed(editor, (editor) => {
    if (!editor.isFocused && editor.isEditable) return null
    const { selection } = editor.state
    if (!selection.empty) {
      const words = wordsToComment(editor.state)
      return words === null ? null : { kind: 'words' as const, position: selection.from, ids: '' }
    }
    const ids = threadsAt(editor.state).join()
    return ids === '' ? null : { kind: 'thread' as const, position: selection.head, ids }
  })
  const bubble = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    const element = bubble.current
    const room = element?.offsetParent
    if (!element || !room || at === null) return
    const place = editor.view.coordsAtPos(Math.min(at.position, editor.state.doc.content.size))
    const frame = room.getBoundingClientRect()
    element.style.top = `${place.top - frame.top - element.offsetHeight - 6}px`
    element.style.left = `${Math.max(0, Math.min(place.left - frame.left - 12, frame.width - element.offsetWidth - 8))}px`
  })

  if (at === null || isPointing) return null
  if (at.kind === 'words') {
    if (!facts.can.comment || state.asked !== null) return null
    return (
      <div ref={bubble} className="absolute z-10 flex animate-appear rounded-lg bg-raised p-0.5 shadow-float">
        <Button
          size="small"
          variant="quiet"
          icon={<MessageSquarePlus aria-hidden="true" className="size-4" />}
          title={shortcutText('Mod-Alt-M')}
          onMouseDown={(event) => event.preventDefault()}
          onClick={comment}
        >
          Comment
        </Button>
        <IconButton
          label="Who wrote this?"
          size="small"
          side="top"
          className="size-8"
          icon={<UserRoundSearch aria-hidden="true" className="size-4" />}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => ask({ kind: 'who wrote' })}
        />
      </div>
    )
  }
  const ids = at.ids.split(',')
  const thread = isPageShown ? undefined : state.threads?.find(({ id, isResolved }) => ids.includes(id) && !isResolved)
  const first = thread?.comments.find(({ isDeleted }) => !isDeleted)
  if (thread === undefined) return null
  const replies = thread.comments.length - 1
  return (
    <section
      ref={bubble}
      aria-label="Commented words"
      className="absolute z-10 flex max-w-[min(24rem,100%)] animate-appear items-center gap-2 rounded-lg bg-raised py-1 pr-1 pl-3 text-sm shadow-float"
      onMouseDown={(event) => event.preventDefault()}
    >
      <span className="min-w-0">
        <span className="line-clamp-2 break-words">
          <span className="font-medium">{first?.name ?? 'Comment'}</span>{' '}
          {first === undefined ? 'deleted' : readableText(first.text)}
        </span>
        {replies > 0 ? (
          <span className="text-ink-faint text-xs">{replies === 1 ? '1 reply' : `${replies} replies`}</span>
        ) : null}
      </span>
      <Button
        size="small"
        variant="quiet"
        icon={<MessageSquareText aria-hidden="true" className="size-4" />}
        onClick={comment}
      >
        Open
      </Button>
    </section>
  )
}

/** True while somebody draws a selection with the pointer: a bubble under it would be in the way. */
function useIsPointing(editor: Editor): boolean {
  const [isPointing, setIsPointing] = useState(false)
  useEffect(() => {
    const text = editor.view.dom
    const down = (event: PointerEvent) => event.pointerType === 'mouse' && setIsPointing(true)
    const up = () => setIsPointing(false)
    text.addEventListener('pointerdown', down)
    window.addEventListener('pointerup', up)
    window.addEventListener('pointercancel', up)
    return () => {
      text.removeEventListener('pointerdown', down)
      window.removeEventListener('pointerup', up)
      window.removeEventListener('pointercancel', up)
    }
  }, [editor])
  return isPointing
}
