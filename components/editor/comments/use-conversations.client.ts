'use client'

import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'
import { useCommands } from '@/components/newsroom/commands/use-commands.client'
import { markNoticesRead } from '@/components/newsroom/notices/unread-store'
import { notify } from '@/components/ui/toaster.client'
import { isId } from '@/lib/document/addresses'
import type { DocumentSessionHandle } from '../session/use-document-session.client'
import { useReadLater } from '../use-read-later.client'
import { placesOfThreads, threadsAt } from './commented-words'
import { Conversations, type ConversationsState } from './conversations'
import { scrollToThread } from './scroll-to-thread'

type Options = {
  articleId: string
  personId: string
  editor: Editor | null
  session: DocumentSessionHandle
  canComment: boolean
  isWide: boolean
  showPage: () => void
}

export type ConversationsHandle = {
  conversations: Conversations
  state: ConversationsState
  /** Comments on the selected words, or goes to the conversation about the words at the cursor. */
  comment: () => void
}

/** Keeps the conversations about an article up to date, and connects them with its text. */
export function useConversations(options: Options): ConversationsHandle {
  const { articleId, personId, editor, session, canComment, isWide, showPage } = options
  const [conversations] = useState(() => new Conversations({ articleId, personId }))
  const state = useSyncExternalStore(
    (listener) => conversations.subscribe(listener),
    () => conversations.state,
    () => conversations.state,
  )
  const { onNews } = session

  useEffect(() => {
    const read = () => void conversations.read()
    read()
    window.addEventListener('online', read)
    const stop = onNews((news) => news.kind === 'comments' && read())
    return () => {
      window.removeEventListener('online', read)
      stop()
    }
  }, [conversations, onNews])

  function comment() {
    if (editor === null) return
    const [here] = openThreadsAt(editor, conversations)
    // At once: the next key already belongs to the form.
    flushSync(() => {
      if (editor.state.selection.empty && here !== undefined) {
        showPage()
        conversations.goTo(here)
      } else if (canComment && isPointedOut(editor) && conversations.ask(editor)) {
        editor.view.dom.blur()
        showPage()
      } else {
        notify.info(canComment ? 'Select the words first, then comment on them.' : 'You may not comment here.')
      }
    })
  }

  const latest = useRef({ comment, isWide, showPage })
  latest.current = { comment, isWide, showPage }

  useCommands([
    {
      id: 'comments.comment',
      label: 'Comment on the selected words',
      group: 'Review',
      keys: 'Mod-Alt-M',
      alsoCalled: 'annotate remark note discuss',
      run: comment,
    },
    { id: 'comments.show', label: 'Show the comments', group: 'Review', run: showPage },
  ])

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // A key with AltGr types a character on some keyboards.
      const isOurs =
        event.code === 'KeyM' && event.altKey && (event.ctrlKey || event.metaKey) && !event.getModifierState('AltGraph')
      if (!isOurs || event.defaultPrevented || event.isComposing) return
      event.preventDefault()
      latest.current.comment()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])

  useEffect(() => {
    if (editor === null) return
    const text = editor.view.dom
    const follow = () => {
      const [here] = openThreadsAt(editor, conversations)
      if (here !== undefined || text.contains(document.activeElement)) conversations.activate(here ?? null)
    }
    const onClick = (event: MouseEvent) => {
      if (document.getSelection()?.isCollapsed === false || !latest.current.isWide) return
      const clicked = openThreadUnder(event.target, conversations)
      if (clicked === null) return
      latest.current.showPage()
      conversations.activate(clicked)
    }
    const leave = () => conversations.noteRange(editor)
    conversations.restore(editor)
    editor.on('selectionUpdate', follow)
    text.addEventListener('click', onClick)
    window.addEventListener('pagehide', leave)
    return () => {
      editor.off('selectionUpdate', follow)
      text.removeEventListener('click', onClick)
      window.removeEventListener('pagehide', leave)
    }
  }, [editor, conversations])

  useThreadInAddress(editor, conversations, state.threads !== null, latest)
  useReadNotices(conversations, state)
  return { conversations, state, comment }
}

/** A link to a conversation opens the panel on it and leads to its words, once. */
function useThreadInAddress(
  editor: Editor | null,
  conversations: Conversations,
  isRead: boolean,
  latest: { current: { showPage: () => void } },
): void {
  const [wanted] = useState(() => new URLSearchParams(window.location.search).get('thread'))
  const isDone = useRef(false)
  useEffect(() => {
    if (editor === null || !isRead || isDone.current || !isId(wanted)) return
    isDone.current = true
    latest.current.showPage()
    if (conversations.state.threads?.some(({ id }) => id === wanted)) {
      conversations.goTo(wanted)
      scrollToThread(editor, wanted)
    } else {
      notify.info('This conversation does not exist any more.')
    }
  }, [editor, conversations, isRead, wanted, latest])
}

/** Who looks at a conversation has read what they were told of it. */
function useReadNotices(conversations: Conversations, { threads, activeId }: ConversationsState): void {
  const hasNews = threads?.some(({ id, hasNews }) => id === activeId && hasNews) ?? false
  useEffect(() => {
    if (!hasNews || activeId === null) return
    void markNoticesRead({ threadId: activeId }).then((isMarked) => (isMarked ? conversations.read() : undefined))
  }, [conversations, hasNews, activeId])
}

/** Did somebody select words, or put the cursor into one? An untouched text has its cursor in the headline. */
function isPointedOut({ state, view }: Editor): boolean {
  const shown = document.getSelection()?.anchorNode ?? null
  return !state.selection.empty || view.dom.contains(document.activeElement) || view.dom.contains(shown)
}

/** The open conversations about the words at the cursor. */
function openThreadsAt(editor: Editor, conversations: Conversations): string[] {
  const here = threadsAt(editor.state)
  if (here.length === 0) return here
  const open = openIds(conversations)
  return here.filter((id) => open.has(id))
}

function openThreadUnder(target: EventTarget | null, conversations: Conversations): string | null {
  const open = openIds(conversations)
  let element = target instanceof Element ? target.closest('[data-thread]') : null
  while (element !== null) {
    const id = element.getAttribute('data-thread') ?? ''
    if (open.has(id)) return id
    element = element.parentElement?.closest('[data-thread]') ?? null
  }
  return null
}

function openIds({ state }: Conversations): Set<string> {
  return new Set(state.threads?.filter(({ isResolved }) => !isResolved).map(({ id }) => id))
}

/** The conversations whose words stand in the text, in the order of their words. The same answer as long as it is the same. */
export function useThreadOrder(editor: Editor): readonly string[] {
  return useReadLater(editor, threadIds)
}

function threadIds(document: Node): string[] {
  return [...placesOfThreads(document).keys()]
}
