import { Node } from 'prosemirror-model'
import { Step } from 'prosemirror-transform'
import { schema } from '@/lib/document/schema'
import { DocumentSession, type SessionOptions } from './document-session'
import type { DraftRecord, LeftBehind, Release, Snapshot } from './drafts'
import { headlessEditor } from './editor-host'
import type { Transport } from './protocol'
import { applyAll, isSameStep } from './received-steps'
import { changedText, plainText } from './words'

export type Recovered =
  /** Everything is on the server. */
  | { kind: 'sent' }
  /** The server does not take it; the record stays on this device and its words are offered. */
  | { kind: 'left-behind'; words: LeftBehind }

/** What goes on where a dead tab ended: its id, where it is, and the claim on its record. */
export type HandedOver = { clientId: string; snapshot: Snapshot; claimed: Release | null }

/** A dead tab's record on its way to the server. */
export type Recovery = {
  record: DraftRecord
  /** Settles once. */
  done: Promise<Recovered>
  /** Resolves when it is done, or when it is known that it will take longer: offline, signed out. */
  tried: Promise<Recovered | null>
  /** Ends the work in the background; somebody else goes on from what is answered. */
  handOver(): Promise<HandedOver>
  close(): Promise<void>
}

type Surround = Pick<SessionOptions, 'transport' | 'drafts' | 'surroundings' | 'onWordsWithoutPlace'>

/**
 * Sends what a dead tab left, by a session without a screen that goes on as that tab: under its id and from its version,
 * so that whatever the tab had still sent is recognised and the rest is rebased like anybody's typing.
 */
export function recoverDraft(record: DraftRecord, claimed: Release, surround: Surround): Recovery {
  let settle: (recovered: Recovered) => void = () => undefined
  const done = new Promise<Recovered>((resolve) => {
    settle = resolve
  })
  let giveNews: (recovered: null) => void = () => undefined
  const takesLonger = new Promise<null>((resolve) => {
    giveNews = resolve
  })
  const leaveBehind = async () => {
    if (await isOnServer(record, surround.transport)) {
      await surround.drafts?.remove(record.articleId, record.clientId).catch(() => undefined)
      return settle({ kind: 'sent' })
    }
    const words = { id: recordId(record), savedAt: record.savedAt, text: textOf(record), cause: 'not-merged' } as const
    settle({ kind: 'left-behind', words })
  }
  const session = new DocumentSession({
    ...surround,
    articleId: record.articleId,
    personId: record.personId,
    clientId: record.clientId,
    start: record,
    claimed,
    onStatus({ kind }) {
      if (kind === 'saved') settle({ kind: 'sent' })
      if (kind === 'stuck' || kind === 'refused') void leaveBehind()
      if (kind === 'offline' || kind === 'signed-out') giveNews(null)
    },
    onArticleChanged: () => undefined,
    onNews: () => undefined,
  })
  try {
    const editor = headlessEditor(schema, record.document, session.plugins)
    editor.onChange = () => session.noteChange()
    session.attach(editor)
  } catch {
    void leaveBehind()
  }
  return {
    record,
    done,
    tried: Promise.race([done, takesLonger]),
    async handOver() {
      return { clientId: record.clientId, claimed: await session.handOver(), snapshot: session.snapshot() }
    },
    close: () => session.close(),
  }
}

/** A tab that died may have sent more than it had time to write down: then all that it did write is among what it sent. */
async function isOnServer({ version, clientId, steps }: DraftRecord, transport: Transport): Promise<boolean> {
  const answer = await transport.fetchSince(version)
  if (answer.kind !== 'steps' || steps.length === 0) return false
  return steps.every(({ step }, index) => {
    const sent = answer.steps[index]
    return sent?.clientId === clientId && isSameStep(schema, sent.step, step)
  })
}

const PREFIX = 'draft-'

function recordId({ clientId }: DraftRecord): string {
  return `${PREFIX}${clientId}`
}

/** The client whose record this is, when words that were left behind are a whole record. */
export function clientOf(leftBehindId: string): string | null {
  return leftBehindId.startsWith(PREFIX) ? leftBehindId.slice(PREFIX.length) : null
}

/** What somebody wrote, as words: the blocks that were changed, or, where not even that can be read, all words in the steps. */
function textOf({ document, steps }: DraftRecord): string {
  try {
    const before = Node.fromJSON(schema, document)
    const after = applyAll(
      before,
      steps.map(({ step }) => Step.fromJSON(schema, step)),
    )
    return changedText(after, before) || plainText(after)
  } catch {
    return [...JSON.stringify(steps).matchAll(/"text":("(?:[^"\\]|\\.)*")/g)]
      .map(([, text]) => JSON.parse(text ?? '""'))
      .join('')
  }
}
