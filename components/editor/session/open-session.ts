import { Node } from 'prosemirror-model'
import { now } from '@/lib/clock'
import { schema } from '@/lib/document/schema'
import type { AfterKeys } from './after-keys'
import { DocumentSession } from './document-session'
import type { LeftBehind, LocalDrafts, Release, Snapshot } from './drafts'
import { Alarm } from './pace'
import type { News, Transport } from './protocol'
import { applyAll, parseSteps } from './received-steps'
import { clientOf, type HandedOver, type Recovered, type Recovery, recoverDraft } from './recover-draft'
import type { SaveStatus } from './status'
import type { Surroundings } from './surroundings'

/** The editor opens at the latest so long after it was asked for, whatever is still being sent. */
const RECOVERY_MILLISECONDS = 2_000

export type OpenOptions = {
  articleId: string
  personId: string
  /** What the server page read. */
  initial: { version: number; document: unknown }
  transport: Transport
  drafts: LocalDrafts | null
  surroundings: Surroundings
  afterKeys?: AfterKeys
  onStatus(status: SaveStatus): void
  onArticleChanged(): void
  onNews(news: News): void
  onLeftBehind(words: readonly LeftBehind[]): void
}

export type OpenedSession = {
  session: DocumentSession
  /** What the editor begins with. */
  document: unknown
  discardLeftBehind(id: string): void
  close(): Promise<void>
}

/**
 * Opens an article for writing. What dead tabs of this person left on this device is sent first, each by a session of its
 * own in the background; the editor then begins with it. Where the server cannot be reached, the newest of it becomes the
 * beginning of this session, so that the words are on the screen again. The records of tabs that are open now are
 * left alone, and sent should those tabs die while this one is open.
 */
export async function openSession(options: OpenOptions): Promise<OpenedSession> {
  const leftBehind = new LeftBehindWords(options)
  void leftBehind.load()
  const closing = new AbortController()
  const recoveries = new Recoveries(options, leftBehind)
  const hasSent = await recoveries.run(closing.signal)
  const adopted = await recoveries.handOverNewest()
  const start = adopted?.snapshot ?? (await startOf(options, hasSent))
  const session = new DocumentSession({
    articleId: options.articleId,
    personId: options.personId,
    clientId: adopted?.clientId ?? newRandomId(),
    start,
    transport: options.transport,
    drafts: options.drafts,
    claimed: adopted?.claimed ?? null,
    surroundings: options.surroundings,
    ...(options.afterKeys === undefined ? {} : { afterKeys: options.afterKeys }),
    onStatus: options.onStatus,
    onArticleChanged: options.onArticleChanged,
    onNews: options.onNews,
    onWordsWithoutPlace: (text, cause) => leftBehind.addWithoutPlace(text, cause),
  })
  return {
    session,
    document: start.document,
    discardLeftBehind: (id) => void leftBehind.discard(id),
    async close() {
      closing.abort()
      await Promise.all([session.close(), recoveries.close()])
    },
  }
}

/** The records of dead tabs, on their way to the server. */
class Recoveries {
  private readonly options: OpenOptions
  private readonly leftBehind: LeftBehindWords
  private readonly running = new Set<Recovery>()

  constructor(options: OpenOptions, leftBehind: LeftBehindWords) {
    this.options = options
    this.leftBehind = leftBehind
  }

  /** Sends what is there, and goes on in the background with what takes longer. True when something was sent. */
  async run(closing: AbortSignal): Promise<boolean> {
    const { drafts, articleId, personId } = this.options
    if (drafts === null) return false
    let hasSent = false
    const all = async () => {
      const records = await drafts.list(articleId, personId)
      await Promise.all(
        records.map(async ({ clientId }) => {
          const recovered = await this.recoverWhenDead(drafts, clientId, closing)
          hasSent ||= recovered?.kind === 'sent'
        }),
      )
    }
    const patience = new Alarm()
    const isOver = new Promise<void>((stop) => patience.set(RECOVERY_MILLISECONDS, stop))
    await Promise.race([all().catch(() => undefined), isOver])
    patience.clear()
    return hasSent
  }

  /** The newest record that is still not sent: this tab goes on with it. */
  async handOverNewest(): Promise<HandedOver | null> {
    const newest = [...this.running].sort(
      (one, other) => other.record.savedAt.getTime() - one.record.savedAt.getTime(),
    )[0]
    if (newest === undefined) return null
    this.running.delete(newest)
    return newest.handOver()
  }

  async close(): Promise<void> {
    await Promise.all([...this.running].map((recovery) => recovery.close()))
  }

  /** Null when its tab is open; should that tab die while this one is open, its words are sent then. */
  private async recoverWhenDead(
    drafts: LocalDrafts,
    clientId: string,
    closing: AbortSignal,
  ): Promise<Recovered | null> {
    const claimed = await drafts.claim(clientId)
    if (claimed !== null) return this.recover(drafts, clientId, claimed)
    const afterItsEnd = async () => {
      const release = await drafts.claimLater(clientId, closing)
      if (release === null) return
      if (closing.aborted) release()
      else await this.recover(drafts, clientId, release)
    }
    afterItsEnd().catch(() => undefined)
    return null
  }

  private async recover(drafts: LocalDrafts, clientId: string, claimed: Release): Promise<Recovered | null> {
    // Read again: until it was claimed, its tab may have changed it.
    const record = await drafts.get(this.options.articleId, clientId)
    if (record === null || record.steps.length === 0) {
      claimed()
      return null
    }
    const recovery = recoverDraft(record, claimed, {
      transport: this.options.transport,
      drafts,
      surroundings: this.options.surroundings,
      onWordsWithoutPlace: (text, cause) => this.leftBehind.addWithoutPlace(text, cause),
    })
    this.running.add(recovery)
    void recovery.done.then((recovered) => {
      this.running.delete(recovery)
      if (recovered.kind === 'left-behind') this.leftBehind.add(recovered.words)
      return recovery.close()
    })
    return recovery.tried
  }
}

/** Words that are in no document, until the person has dealt with them. */
class LeftBehindWords {
  private readonly options: OpenOptions
  private words: readonly LeftBehind[] = []

  constructor(options: OpenOptions) {
    this.options = options
  }

  async load(): Promise<void> {
    const { drafts, articleId, personId } = this.options
    for (const words of (await drafts?.listLeftBehind(articleId, personId).catch(() => [])) ?? []) this.add(words)
  }

  add(words: LeftBehind): void {
    this.change([...this.words.filter(({ id }) => id !== words.id), words])
  }

  addWithoutPlace(text: string, cause: LeftBehind['cause']): void {
    const { drafts, articleId, personId } = this.options
    const words: LeftBehind = { id: newRandomId(), savedAt: now(), text, cause }
    this.add(words)
    drafts?.addLeftBehind(articleId, personId, words).catch(() => undefined)
  }

  async discard(id: string): Promise<void> {
    const { drafts, articleId } = this.options
    this.change(this.words.filter((words) => words.id !== id))
    const clientId = clientOf(id)
    await (clientId === null ? drafts?.removeLeftBehind(id) : drafts?.remove(articleId, clientId))?.catch(
      () => undefined,
    )
  }

  private change(words: readonly LeftBehind[]): void {
    this.words = words
    this.options.onLeftBehind(words)
  }
}

/** What the server page read is older than what was just sent. */
async function startOf({ initial, transport }: OpenOptions, hasSent: boolean): Promise<Snapshot> {
  const start = { ...initial, steps: [] }
  if (!hasSent) return start
  const answer = await transport.fetchSince(initial.version)
  if (answer.kind !== 'steps') return start
  try {
    const document = applyAll(Node.fromJSON(schema, initial.document), parseSteps(schema, answer.steps))
    return { version: initial.version + answer.steps.length, document: document.toJSON(), steps: [] }
  } catch {
    return start
  }
}

/** 128 random bits. (crypto.randomUUID is missing where a page comes without https.) */
function newRandomId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
