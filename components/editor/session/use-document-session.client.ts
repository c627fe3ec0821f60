'use client'

import { Plugin } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { DocumentJson } from '@/lib/document/document'
import { afterKeys } from './after-keys'
import type { DocumentSession } from './document-session'
import type { LeftBehind, LocalDrafts } from './drafts'
import type { EditorHost } from './editor-host'
import { fetchTransport } from './fetch-transport'
import { openLocalDrafts } from './local-drafts'
import { type OpenedSession, openSession } from './open-session'
import type { News } from './protocol'
import { StatusStore } from './status-store'
import { announce, windowSurroundings } from './surroundings'
import { unhurried } from './unhurried-transport'

/** A browser that takes longer to open its storage is treated as one that keeps nothing. */
const STORAGE_MILLISECONDS = 1_000

type Options = {
  articleId: string
  /** Who writes: words are never saved in anybody else's name. */
  personId: string
  /** What the server page read. Looked at once for each article and person. */
  initial: { version: number; document: DocumentJson }
  /** The state of the article or the fields around its text were changed, here or elsewhere. */
  onArticleChanged?: () => void
}

/** What an editor needs of its session. Only `ready`, `saving` and `leftBehind` mean something before it is ready. */
export type DocumentSessionHandle = {
  ready: boolean
  /** For the editor. They connect the session with the view that they are in. */
  plugins: Plugin[]
  initialDocument: DocumentJson
  /** One editor for each: to be used as its key. */
  clientId: string
  /** Where the words are. It changes with every save and the handle does not: see use-save-status. */
  saving: StatusStore
  /**
   * Resolves with the saved version when everything typed until now is saved.
   * @throws NotSaved when that will not happen now
   */
  flush(): Promise<{ version: number }>
  retry(): void
  /** Takes what may not be sent any more out of the text; its words are among `leftBehind` then. */
  putAside(): void
  textOfDraft(): string
  leftBehind: readonly LeftBehind[]
  discardLeftBehind(id: string): void
  /** Hears what the stream tells beside steps, until the answer is called. */
  onNews(listener: (news: News) => void): () => void
}

type Opened = Pick<DocumentSessionHandle, 'plugins' | 'initialDocument' | 'clientId'> & {
  session: DocumentSession
  opened: OpenedSession
}

/** Saves what is typed in one article, from when it is shown until it is left. */
export function useDocumentSession({ articleId, personId, initial, onArticleChanged }: Options): DocumentSessionHandle {
  const [opened, setOpened] = useState<Opened | null>(null)
  const [saving] = useState(() => new StatusStore())
  const [leftBehind, setLeftBehind] = useState<readonly LeftBehind[]>([])
  const newsListeners = useRef(new Set<(news: News) => void>())
  const [onNews] = useState(() => (listener: (news: News) => void) => {
    newsListeners.current.add(listener)
    return () => {
      newsListeners.current.delete(listener)
    }
  })
  const latest = useRef({ initial, onArticleChanged })
  latest.current = { initial, onArticleChanged }

  useEffect(() => {
    let isGone = false
    const whileHere =
      <Value>(run: (value: Value) => void) =>
      (value: Value) =>
        isGone ? undefined : run(value)
    let opening: Promise<OpenedSession> | null = null
    const open = async () => {
      const drafts = await openDraftsInTime()
      return openSession({
        articleId,
        personId,
        initial: latest.current.initial,
        transport: unhurried(fetchTransport(articleId, personId), afterKeys),
        drafts,
        surroundings: windowSurroundings(),
        afterKeys,
        onStatus: whileHere((status) => saving.set(status)),
        onLeftBehind: whileHere(setLeftBehind),
        onArticleChanged: () => !isGone && latest.current.onArticleChanged?.(),
        onNews: (news) => {
          if (!isGone) for (const listener of newsListeners.current) listener(news)
        },
      })
    }
    const show = (result: OpenedSession) => {
      // The server let this person in: tabs that were signed out may send again what they kept.
      announce({ kind: 'signed-in', personId })
      saving.set(result.session.status)
      setOpened({
        opened: result,
        session: result.session,
        plugins: [...result.session.plugins, watcher(result.session)],
        initialDocument: result.document as DocumentJson,
        clientId: result.session.clientId,
      })
    }
    // Not at once: in development React mounts, unmounts and mounts again, and the first would hold what the second wants.
    const begin = setTimeout(() => {
      opening = open()
      void opening.then(whileHere(show))
    })
    return () => {
      isGone = true
      clearTimeout(begin)
      setOpened(null)
      void opening?.then((result) => result.close())
    }
  }, [articleId, personId, saving])

  const { document, version } = initial
  return useMemo(
    () => ({
      ready: opened !== null,
      plugins: opened?.plugins ?? [],
      initialDocument: opened?.initialDocument ?? document,
      clientId: opened?.clientId ?? '',
      onNews,
      saving,
      flush: async () => opened?.session.flush() ?? { version },
      retry: () => opened?.session.retry(),
      putAside: () => opened?.session.putAside(),
      textOfDraft: () => opened?.session.textOfDraft() ?? '',
      leftBehind,
      discardLeftBehind: (id) => opened?.opened.discardLeftBehind(id),
    }),
    [opened, document, version, onNews, saving, leftBehind],
  )
}

async function openDraftsInTime(): Promise<LocalDrafts | null> {
  const tooLate = new Promise<null>((resolve) => setTimeout(() => resolve(null), STORAGE_MILLISECONDS))
  return Promise.race([openLocalDrafts().catch(() => null), tooLate])
}

/**
 * Connects the session with the view. The editor makes its plugins' views anew when a plugin is added, in the middle of
 * its own update: so connecting and letting go wait until that is over.
 */
function watcher(session: DocumentSession): Plugin {
  const hosts = new WeakMap<EditorView, EditorHost>()
  return new Plugin({
    view(view) {
      const host = hosts.get(view) ?? hostOf(view)
      hosts.set(view, host)
      queueMicrotask(() => !view.isDestroyed && session.attach(host))
      return {
        update: () => session.noteChange(),
        destroy: () => queueMicrotask(() => view.isDestroyed && session.detach(host)),
      }
    },
  })
}

function hostOf(view: EditorView): EditorHost {
  return {
    get state() {
      return view.state
    },
    get isComposing() {
      return view.composing
    },
    dispatch: (transaction) => view.dispatch(transaction),
  }
}
