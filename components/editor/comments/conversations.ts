import type { Editor } from '@tiptap/core'
import { type ListedThread, listThreads, startThread } from '../api/comments'
import { messageOf } from '../api/request'
import { askedRange, showAskedWords } from './asked-words'
import { findWords, placesOfThreads, quoteOf, type Range, withThread, wordsToComment } from './commented-words'
import { keepWords, type Place, readKeptWords } from './kept-words'

/** A new conversation's mark comes a moment after its row: so long nobody is told that its words are gone. */
const PLACING_MILLISECONDS = 15_000

/** What is being written about: a conversation that has begun on this screen and nowhere else. */
export type Asked = { threadId: string; quote: string }

/** What wants the focus. A new object each time: the same thing may want it again. */
type FocusWish = { what: 'form' } | { what: 'thread'; threadId: string }

export type ConversationsState = {
  /** Null until they are read for the first time. */
  threads: readonly ListedThread[] | null
  /** Why they could not be read. */
  problem: string | null
  asked: Asked | null
  /** The conversation that the cursor, a click or a link leads to. */
  activeId: string | null
  wish: FocusWish | null
  /** Conversations that were begun a moment ago, here or elsewhere. */
  placing: ReadonlySet<string>
}

/** The conversations about one article, as this tab knows them, and what is being said in it now. */
export class Conversations {
  private now: ConversationsState = {
    threads: null,
    problem: null,
    asked: null,
    activeId: null,
    wish: null,
    placing: new Set(),
  }
  private readonly listeners = new Set<() => void>()
  private readonly place: Omit<Place, 'form'>
  private reading: Promise<void> | null = null
  private isStale = false
  private isSending = false

  constructor(place: Omit<Place, 'form'>) {
    this.place = place
  }

  get state(): ConversationsState {
    return this.now
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => {
      this.listeners.delete(listener)
    }
  }

  /** Reads the conversations again. Asked for while it reads, it reads once more. */
  read(): Promise<void> {
    if (this.reading !== null) {
      this.isStale = true
      return this.reading
    }
    this.reading = this.readNow().finally(() => {
      this.reading = null
    })
    return this.reading
  }

  /** A comment about the selected words, or the word at the cursor, is to be written now. False where there are none. */
  ask(editor: Editor): boolean {
    if (this.isSending) return true
    const range = wordsToComment(editor.state)
    if (range === null) return false
    const quote = quoteOf(editor.state.doc, range)
    // What was typed about other words is kept: it is about these now.
    const threadId = this.now.asked?.threadId ?? crypto.randomUUID()
    const kept = readKeptWords(this.formPlace)
    keepWords(this.formPlace, { text: '', named: [], ...kept, about: { threadId, quote, range } })
    showAskedWords(editor, range)
    this.set({ asked: { threadId, quote }, activeId: null, wish: { what: 'form' } })
    return true
  }

  /** Goes on with a comment that was typed and not sent, in this tab, before the page was loaded. */
  restore(editor: Editor): void {
    const kept = readKeptWords(this.formPlace)
    if (kept?.about === undefined || this.now.asked !== null) return
    if (kept.text === '') {
      keepWords(this.formPlace, null)
      return
    }
    const { threadId, quote, range } = kept.about
    const words = findWords(editor.state.doc, quote, range ?? { from: 0, to: 0 })
    showAskedWords(editor, words)
    this.set({ asked: { threadId, quote } })
  }

  /** The range of the asked words moved: a page that is loaded again looks for them there. */
  noteRange(editor: Editor): void {
    const kept = readKeptWords(this.formPlace)
    if (kept?.about) keepWords(this.formPlace, { ...kept, about: { ...kept.about, range: askedRange(editor) } })
  }

  /** Gives up what was being written. */
  cancel(editor: Editor): void {
    keepWords(this.formPlace, null)
    if (!editor.isDestroyed) showAskedWords(editor, null)
    this.set({ asked: null })
  }

  /**
   * Sends a new conversation: first its row, then the mark on its words. Where they were deleted meanwhile, the list shows it
   * with its quote.
   * @throws RequestFailed
   */
  async send(editor: Editor, text: string): Promise<void> {
    const { asked } = this.now
    if (asked === null) return
    this.isSending = true
    try {
      await startThread(this.place, { ...asked, text })
    } finally {
      this.isSending = false
    }
    const range = editor.isDestroyed ? null : askedRange(editor)
    this.notePlacing([asked.threadId])
    this.cancel(editor)
    this.mark(editor, range, asked.threadId)
    this.set({ activeId: asked.threadId })
    await this.read()
  }

  /** Puts a conversation whose words are gone on the selected ones. False where none are selected. */
  attach(editor: Editor, threadId: string): boolean {
    if (editor.state.selection.empty) return false
    const range = wordsToComment(editor.state)
    this.mark(editor, range, threadId)
    return range !== null
  }

  activate(threadId: string | null): void {
    if (threadId !== this.now.activeId) this.set({ activeId: threadId })
  }

  /** Shows a conversation and takes the focus to it. */
  goTo(threadId: string): void {
    this.set({ activeId: threadId, wish: { what: 'thread', threadId } })
  }

  /** Who had a wish for the focus has it: it is not fulfilled a second time. */
  fulfilled(): void {
    if (this.now.wish !== null) this.set({ wish: null })
  }

  /** The place where the form keeps its words. */
  get formPlace(): Place {
    return { ...this.place, form: 'new' }
  }

  private mark(editor: Editor, range: Range | null, threadId: string): void {
    if (range === null || editor.isDestroyed) return
    const transaction = withThread(editor.state, range, threadId)
    if (transaction !== null) editor.view.dispatch(transaction)
  }

  private async readNow(): Promise<void> {
    do {
      this.isStale = false
      try {
        const threads = await listThreads(this.place)
        const { threads: before } = this.now
        const known = new Set(before?.map(({ id }) => id))
        if (before !== null) this.notePlacing(threads.map(({ id }) => id).filter((id) => !known.has(id)))
        this.set({ threads, problem: null })
      } catch (error) {
        this.set({ problem: messageOf(error) })
      }
    } while (this.isStale)
  }

  private notePlacing(ids: readonly string[]): void {
    if (ids.length === 0) return
    this.set({ placing: new Set([...this.now.placing, ...ids]) })
    setTimeout(() => {
      this.set({ placing: new Set([...this.now.placing].filter((id) => !ids.includes(id))) })
    }, PLACING_MILLISECONDS)
  }

  private set(change: Partial<ConversationsState>): void {
    this.now = { ...this.now, ...change }
    for (const listener of this.listeners) listener()
  }
}

/** The conversations in the order of their words; then those whose words are gone. */
export function inOrder(
  threads: readonly ListedThread[],
  order: readonly string[],
): { placed: ListedThread[]; detached: ListedThread[] } {
  const at = new Map(order.map((id, index) => [id, index]))
  const placed = threads.filter(({ id }) => at.has(id)).sort((a, b) => (at.get(a.id) ?? 0) - (at.get(b.id) ?? 0))
  return { placed, detached: threads.filter(({ id }) => !at.has(id)) }
}

/** Where the words of a conversation begin; null when they are gone. */
export function placeOfThread(editor: Editor, threadId: string): number | null {
  return placesOfThreads(editor.state.doc).get(threadId) ?? null
}
