// Somebody who types: the real session, in an editor without a screen.
import { history } from '@tiptap/pm/history'
import { DocumentSession } from '@/components/editor/session/document-session'
import type { LocalDrafts, Snapshot } from '@/components/editor/session/drafts'
import { type HeadlessEditor, headlessEditor } from '@/components/editor/session/editor-host'
import type { Transport } from '@/components/editor/session/protocol'
import type { SaveStatus } from '@/components/editor/session/status'
import type { Surroundings, TabMessage } from '@/components/editor/session/surroundings'
import { schema } from '@/lib/document/schema'

/** What happens around a tab, made to happen. */
export class Around implements Surroundings {
  private readonly runs = {
    wake: new Set<() => void>(),
    leave: new Set<(isFinal: boolean) => void>(),
    tab: new Set<(message: TabMessage) => void>(),
  }
  private asks: () => boolean = () => false

  onWake = (run: () => void) => joined(this.runs.wake, run)
  onLeave = (run: (isFinal: boolean) => void) => joined(this.runs.leave, run)
  onTabMessage = (run: (message: TabMessage) => void) => joined(this.runs.tab, run)
  askBeforeLeaving = (shouldAsk: () => boolean) => {
    this.asks = shouldAsk
    return () => undefined
  }

  wake = () => each(this.runs.wake, undefined)
  leave = (isFinal: boolean) => each(this.runs.leave, isFinal)
  tell = (message: TabMessage) => each(this.runs.tab, message)
  wouldAsk = () => this.asks()
}

export type Typist = {
  clientId: string
  session: DocumentSession
  editor: HeadlessEditor
  around: Around
  statuses: SaveStatus[]
  /** Words whose place was removed by others. */
  withoutPlace: string[]
  type(text: string, at?: number): void
  text(): string
}

type Setting = {
  transport: Transport
  start: Snapshot
  drafts?: LocalDrafts | null
  clientId?: string
  articleId?: string
  personId?: string
}

let count = 0

export function openTypist({
  transport,
  start,
  drafts = null,
  clientId = `tab-${++count}`,
  articleId = 'article',
  personId = 'ann',
}: Setting): Typist {
  const around = new Around()
  const statuses: SaveStatus[] = []
  const withoutPlace: string[] = []
  const session = new DocumentSession({
    articleId,
    personId,
    clientId,
    start,
    transport,
    drafts,
    claimed: null,
    surroundings: around,
    onStatus: (status) => statuses.push(status),
    onWordsWithoutPlace: (text) => withoutPlace.push(text),
    onArticleChanged: () => undefined,
    onNews: () => undefined,
  })
  return { ...shownIn(session, start), clientId, session, around, statuses, withoutPlace }
}

/** An editor without a screen for a session, with undo. */
export function shownIn(
  session: DocumentSession,
  start: Pick<Snapshot, 'document'>,
): Pick<Typist, 'editor' | 'type' | 'text'> {
  const editor = headlessEditor(schema, start.document, [...session.plugins, history()])
  editor.onChange = () => session.noteChange()
  session.attach(editor)
  return {
    editor,
    type: (text, at = editor.state.doc.content.size - 1) => editor.dispatch(editor.state.tr.insertText(text, at)),
    text: () => editor.state.doc.textBetween(0, editor.state.doc.content.size, '|'),
  }
}

function joined<Run>(runs: Set<Run>, run: Run): () => void {
  runs.add(run)
  return () => runs.delete(run)
}

function each<Value>(runs: Set<(value: Value) => void>, value: Value): void {
  for (const run of runs) run(value)
}
