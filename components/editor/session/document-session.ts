import { getVersion, sendableSteps } from 'prosemirror-collab'
import type { Node } from 'prosemirror-model'
import type { EditorState, Plugin, Transaction } from 'prosemirror-state'
import type { Step } from 'prosemirror-transform'
import { now } from '@/lib/clock'
import { isGivenUp } from '@/lib/document/merge-steps'
import { type AfterKeys, atOnce } from './after-keys'
import { ArticleStream } from './article-stream'
import { bringTo } from './bring-to'
import { noteConfirmed } from './confirmed-steps'
import type { LeftBehind, LocalDrafts, Release, Snapshot, UnsentStep } from './drafts'
import { collabPlugin, type EditorHost, HeadlessEditor } from './editor-host'
import { KeptDraft, type Unconfirmed, unsentSteps } from './kept-draft'
import { inBatch, isOneAction, MOST_STEPS, nextBatch } from './next-batch'
import { Alarm, crowdDelay, LATEST_MILLISECONDS, QUIET_MILLISECONDS, retryDelay, SIGNED_OUT_MILLISECONDS } from './pace'
import type { Failure, News, SentStep, StepBatch, Transport } from './protocol'
import { type Received, receive, receiveSettled, withoutPending } from './rebase'
import { applyAll, isPrefix, OutOfStep, parseSteps, runsOf } from './received-steps'
import { isSameStatus, type SaveStatus, statusText } from './status'
import type { Surroundings } from './surroundings'
import { plainText } from './words'

/** Others' steps wait at most so long for the end of a word that is being composed. */
const COMPOSING_MILLISECONDS = 3_000
const COMPOSING_CHECK_MILLISECONDS = 50
/** A closed session goes on sending at most so long; what is left is kept for the next time. */
const CLOSING_MILLISECONDS = 5_000

const OUT_OF_STEP = 'This page and the server disagree about the text. Copy your words, then load the page again.'

export type SessionOptions = {
  articleId: string
  personId: string
  clientId: string
  /** Where the session begins: what the server page read, or what a dead tab left. */
  start: Snapshot
  transport: Transport
  /** Null where the browser keeps nothing. */
  drafts: LocalDrafts | null
  /** The claim on the dead tab's record that `start` comes from. */
  claimed: Release | null
  surroundings: Surroundings
  /** Left out where nobody presses keys. */
  afterKeys?: AfterKeys
  onStatus(status: SaveStatus): void
  /** Words of this tab that are in the text no more: others removed their place before they were saved, or they were put aside. */
  onWordsWithoutPlace(text: string, cause: LeftBehind['cause']): void
  onArticleChanged(): void
  onNews(news: News): void
}

type Trouble =
  | { kind: 'offline'; cause: 'network' | 'server' }
  | { kind: 'signed-out'; reason: string }
  | { kind: 'refused'; message: string }
  | { kind: 'stuck'; message: string }

type Waiter = { until: number; resolve(saved: { version: number }): void; reject(error: NotSaved): void }

/** What was typed is not on the server, and why. */
export class NotSaved extends Error {
  readonly status: SaveStatus
  constructor(status: SaveStatus) {
    super('message' in status ? status.message : 'reason' in status ? status.reason : `${statusText(status)}.`)
    this.status = status
  }
}

/**
 * Saves one article from one tab. What is typed becomes steps; they are kept on this device, sent in order, one request at
 * a time, and rebased over what others did meanwhile. No keystroke is given up: what cannot be sent stays, what has no place
 * any more is handed to `onWordsWithoutPlace`, and the status says where everything is.
 */
export class DocumentSession {
  readonly clientId: string
  /** To be added to the editor that is attached. */
  readonly plugins: readonly Plugin[]

  private readonly options: SessionOptions
  private readonly draft: KeptDraft
  private readonly collab: Plugin
  private readonly unsubscribes: (() => void)[] = []
  private host: EditorHost | null = null
  private confirmed: Node | null = null
  private seen: Node | null = null
  private isTaking = false

  private trouble: Trouble | null = null
  private tries = 0
  private timesBehind = 0
  private savedAt: Date | null = null
  private lastStatus: SaveStatus = { kind: 'saved', at: null }

  /** How many of this tab's steps are done with: acknowledged, or without a place. */
  private settled = 0
  private waiters: Waiter[] = []

  private isRunning = false
  private isResting = false
  private isBehind = false
  private isUrgent = false
  /** What the server refuses is to leave the text as soon as it is known that the server has none of it. */
  private isToPutAside = false
  private isClosed = false
  private lastChangeAt = 0
  private firstUnsentAt: number | null = null
  /** How many of the first unconfirmed steps may be on the server already: sent, and not answered. Sent again, they go alone. */
  private onItsWay: { version: number; count: number } | null = null
  /** The answer to it is among what is held. */
  private isAnswered = false
  private mostSteps = MOST_STEPS
  private readonly sendAlarm = new Alarm()
  private readonly retryAlarm = new Alarm()

  private held: { since: number; steps: readonly SentStep[]; at: number }[] = []
  private readonly heldAlarm = new Alarm()

  private readonly stream: ArticleStream

  constructor(options: SessionOptions) {
    this.options = options
    this.clientId = options.clientId
    this.collab = collabPlugin(options.start.version, options.clientId)
    this.plugins = [this.collab]
    this.stream = new ArticleStream(options.transport, options.clientId, {
      onSteps: (since, steps) => {
        if (!this.take(since, steps)) this.fetchMissing()
      },
      onArticleChanged: () => {
        // Whatever stood in the way may be gone: a hold that was released.
        if (this.trouble?.kind === 'refused') this.retry()
        options.onArticleChanged()
      },
      onNews: (news) => options.onNews(news),
      onEnded: (reason) => this.fail({ kind: 'signed-out', message: reason }),
      onRefused: (message) => this.fail({ kind: 'refused', message }),
      onBroken: () => this.fetchMissing(),
    })
    this.draft = new KeptDraft({
      drafts: options.drafts,
      ids: { articleId: options.articleId, clientId: options.clientId, personId: options.personId },
      claimed: options.claimed,
      read: () => (this.confirmed === null ? 'unknown' : (this.unconfirmed() ?? 'nothing')),
      onHealth: () => this.tellStatus(),
      afterKeys: options.afterKeys ?? atOnce,
    })
    this.lastStatus = this.status
  }

  get status(): SaveStatus {
    const hasUnsent = this.hasUnsent()
    const isKeptOnDevice = this.isKept()
    if (this.trouble?.kind === 'stuck') return { ...this.trouble, isKeptOnDevice }
    if (this.trouble?.kind === 'signed-out' || this.trouble?.kind === 'refused')
      return { ...this.trouble, hasUnsent, isKeptOnDevice }
    if (!hasUnsent) return { kind: 'saved', at: this.savedAt }
    if (this.trouble !== null) return { ...this.trouble, isKeptOnDevice }
    return { kind: 'saving' }
  }

  /** The confirmed version. */
  get version(): number {
    return this.host === null ? this.options.start.version : getVersion(this.host.state)
  }

  /**
   * Gives the session an editor whose state has {@link plugins}. An editor that was made anew from an old document is
   * brought to where the session is.
   */
  attach(host: EditorHost): void {
    if (this.host === host || this.isClosed) return
    const isFirst = this.host === null
    const snapshot = this.snapshot()
    this.host = host
    try {
      this.confirmed = bringTo(host, this.collab, snapshot)
    } catch {
      this.confirmed = null
      this.fail({ kind: 'invalid', message: OUT_OF_STEP })
    }
    this.seen = host.state.doc
    if (isFirst) this.begin()
  }

  /** The editor is gone: the session goes on without it. */
  detach(host: EditorHost): void {
    if (this.host !== host || this.isClosed) return
    const headless = new HeadlessEditor(host.state)
    headless.onChange = () => this.noteChange()
    this.host = headless
  }

  /** To be called after every new state of the editor. */
  noteChange(): void {
    const doc = this.host?.state.doc
    if (doc === undefined || doc === this.seen || this.isTaking) return
    this.seen = doc
    this.lastChangeAt = now().getTime()
    this.firstUnsentAt ??= this.lastChangeAt
    this.draft.touch()
    this.plan()
    this.tellStatus()
  }

  /**
   * Resolves with the confirmed version when everything typed until now is confirmed.
   * @throws NotSaved as soon as it is known that this will not happen now
   */
  flush(): Promise<{ version: number }> {
    if (!this.hasUnsent() && this.trouble === null) return Promise.resolve({ version: this.version })
    if (this.trouble?.kind === 'stuck' || this.isClosed || this.host === null)
      return Promise.reject(new NotSaved(this.status))
    const until = this.settled + this.pending().length
    return new Promise((resolve, reject) => {
      this.waiters.push({ until, resolve, reject })
      this.retry()
    })
  }

  /** Tries now instead of later. */
  retry(): void {
    if (this.isClosed || this.trouble?.kind === 'stuck') return
    this.isResting = false
    this.retryAlarm.clear()
    this.isUrgent = true
    if (this.trouble !== null) this.isBehind = true
    void this.run()
  }

  /**
   * Takes what the server refuses out of the text and hands its words to `onWordsWithoutPlace`: what is typed after it waits behind it
   * no longer.
   */
  putAside(): void {
    if (this.trouble?.kind !== 'refused') return
    this.isToPutAside = true
    // Asks for what is missing first: an answer that was lost may have said that some of it was taken.
    this.retry()
  }

  /** The whole text as plain words, to be copied. */
  textOfDraft(): string {
    return this.host === null ? '' : plainText(this.host.state.doc)
  }

  /** The confirmed document and what is on top of it, as JSON: another editor or another tab can go on from here. */
  snapshot(): Snapshot {
    if (this.host === null || this.confirmed === null) return this.options.start
    const sendable = sendableSteps(this.host.state)
    return { version: this.version, document: this.confirmed.toJSON(), steps: sendable ? unsentSteps(sendable) : [] }
  }

  /** Sends what is left, for a few seconds; the rest stays on this device. */
  async close(): Promise<void> {
    if (this.isClosed) return
    if (this.hasUnsent() && this.trouble === null) {
      const patience = new Alarm()
      await Promise.race([
        this.flush().catch(() => undefined),
        new Promise<void>((stop) => patience.set(CLOSING_MILLISECONDS, stop)),
      ])
      patience.clear()
    }
    this.stop()
    await this.draft.close()
  }

  /** Stops at once; answers the claim on the record on this device, for whoever goes on with {@link snapshot}. */
  handOver(): Promise<Release | null> {
    this.stop()
    return this.draft.handOver()
  }

  private begin(): void {
    const { surroundings, personId } = this.options
    this.unsubscribes.push(
      surroundings.onWake(() => this.wake()),
      surroundings.onLeave((isFinal) => this.leave(isFinal)),
      surroundings.askBeforeLeaving(() => this.hasUnsent() && !this.isKept()),
      surroundings.onTabMessage((message) => {
        if (message.kind === 'signed-in') return message.personId === personId ? this.retry() : undefined
        this.fail({ kind: 'signed-out', message: '' })
        // What this device kept was wiped: the next writing finds that out, and the status says so.
        this.draft.touch()
      }),
    )
    this.stream.open(this.version)
    if (this.hasUnsent()) {
      this.isUrgent = true
      this.draft.touch()
    }
    this.tellStatus()
    void this.run()
  }

  private stop(): void {
    this.isClosed = true
    for (const unsubscribe of this.unsubscribes) unsubscribe()
    for (const alarm of [this.sendAlarm, this.retryAlarm, this.heldAlarm]) alarm.clear()
    this.stream.close()
    this.rejectWaiters()
  }

  private wake(): void {
    if (this.trouble === null) this.fetchMissing()
    else this.retry()
  }

  private leave(isFinal: boolean): void {
    void this.draft.flush()
    if (!this.hasUnsent() || this.trouble?.kind === 'stuck') return
    if (!isFinal) {
      if (this.trouble === null) this.retry()
      return
    }
    const { version } = this
    const unconfirmed = this.unconfirmed()
    const steps = unconfirmed === null ? [] : nextBatch(unsentSteps(unconfirmed), MOST_STEPS)
    this.sendAndLeave({ version }, steps)
    // A request that is on its way may arrive, and then the server has the first steps already. One of the two is taken.
    const onItsWay = this.onItsWay?.version === version ? this.onItsWay.count : 0
    if (onItsWay > 0) this.sendAndLeave({ version: version + onItsWay, isAfterOwn: true }, steps.slice(onItsWay))
  }

  private sendAndLeave(base: Pick<StepBatch, 'version' | 'isAfterOwn'>, steps: readonly UnsentStep[]): void {
    if (steps.length === 0) return
    void this.options.transport.send({ ...base, clientId: this.clientId, ...inBatch(steps) }, { isLeaving: true })
  }

  // ------------------------------------------------------------ the queue

  private async run(): Promise<void> {
    if (this.isRunning) return
    this.isRunning = true
    for (let job = this.nextJob(); job !== null; job = this.nextJob()) await job()
    this.isRunning = false
    this.plan()
  }

  private nextJob(): (() => Promise<void>) | null {
    if (this.mustWait()) return null
    if (this.isBehind) return () => this.catchUp()
    if (this.isToPutAside) return async () => this.putAsideNow()
    return this.hasUnsent() && this.sendIn() <= 0 ? () => this.send() : null
  }

  /** Something else begins the queue again: a timer, the end of a word, the person. */
  private mustWait(): boolean {
    return (
      this.isClosed || this.host === null || this.isResting || this.held.length > 0 || this.trouble?.kind === 'stuck'
    )
  }

  private plan(): void {
    if (this.isRunning || this.mustWait() || !this.hasUnsent()) return
    this.sendAlarm.set(Math.max(0, this.sendIn()), () => void this.run())
  }

  /** Milliseconds until the unsent steps are due. */
  private sendIn(): number {
    if (this.isUrgent || this.firstUnsentAt === null) return 0
    return Math.min(this.lastChangeAt + QUIET_MILLISECONDS, this.firstUnsentAt + LATEST_MILLISECONDS) - now().getTime()
  }

  private rest(milliseconds: number): void {
    this.isResting = true
    this.retryAlarm.set(milliseconds, () => {
      this.isResting = false
      void this.run()
    })
  }

  private fetchMissing(): void {
    this.isBehind = true
    void this.run()
  }

  private async catchUp(): Promise<void> {
    this.isBehind = false
    const since = this.version
    const answer = await this.options.transport.fetchSince(since)
    if (this.isClosed) return
    if (answer.kind !== 'steps') return this.fail(answer)
    // Who may read may not be allowed to write: only a sending tells.
    if (this.trouble?.kind !== 'refused' || !this.hasUnsent()) this.succeed()
    // Steps that the stream should have brought: it is dead and does not know.
    if (this.take(since, answer.steps) && answer.steps.length > 0) this.stream.close()
    if (this.trouble === null) this.stream.open(this.version)
  }

  private async send(): Promise<void> {
    await this.draft.flush()
    if (!this.draft.hasStored(this.version)) await this.draft.flush()
    const steps = this.isClosed ? [] : this.batch()
    if (steps.length === 0) return
    const { version, clientId } = this
    this.isUrgent = steps.length < this.pending().length
    this.firstUnsentAt = null
    const isAgain = (this.onItsWay?.count ?? 0) > 0
    this.onItsWay = { version, count: steps.length }
    const answer = await this.options.transport.send({ version, clientId, ...inBatch(steps) }, { isLeaving: false })
    if (this.isClosed) return
    switch (answer.kind) {
      case 'applied':
      case 'merged':
        this.succeed()
        this.timesBehind = 0
        this.mostSteps = Math.min(this.mostSteps * 2, MOST_STEPS)
        this.take(version, answer.kind === 'merged' ? answer.steps : steps.map(({ step }) => ({ step, clientId })))
        this.settleWhenTaken()
        return
      case 'behind':
        // Nothing of this was taken, unless an earlier request with the same was, whose answer was lost.
        if (!isAgain) this.onItsWay = null
        this.fallBehind(version, answer.steps)
        this.settleWhenTaken()
        return
      case 'invalid':
      case 'too-large':
        this.onItsWay = null
        return this.makeSmaller(answer, steps.length)
      default:
        return this.fail(answer)
    }
  }

  private putAsideNow(): void {
    this.isToPutAside = false
    if (this.host === null) return
    this.settled += this.pending().length
    const { transaction, words } = withoutPending(this.host.state, this.collab)
    this.dispatch(this.host, transaction)
    this.confirm(this.host.state, [])
    this.onItsWay = null
    if (words !== '') this.options.onWordsWithoutPlace(words, 'put-aside')
    this.draft.touch()
    this.succeed()
  }

  private batch(): UnsentStep[] {
    const unconfirmed = this.unconfirmed()
    if (unconfirmed === null) return []
    // What may have arrived goes again by itself, so that the server's own steps of this tab are never but these.
    if (this.onItsWay !== null && this.onItsWay.count > 0)
      return unsentSteps({ ...unconfirmed, steps: unconfirmed.steps.slice(0, this.onItsWay.count) })
    const count = this.draft.countSendable(unconfirmed.version, unconfirmed.steps)
    const steps = unconfirmed.steps.slice(0, Math.min(count, MOST_STEPS + 1))
    return nextBatch(unsentSteps({ ...unconfirmed, steps }), this.mostSteps)
  }

  /** The server has answered: nothing is on its way any more once what it answered is in. */
  private settleWhenTaken(): void {
    if (this.held.length === 0) this.onItsWay = null
    else this.isAnswered = true
  }

  private fallBehind(version: number, steps: readonly SentStep[]): void {
    this.succeed()
    this.isUrgent = true
    const before = this.version
    this.take(version, steps)
    if (this.version === before && before === version && this.held.length === 0) {
      // Behind, and yet nothing is missing: an answer that makes no sense. Later, then.
      this.fail({ kind: 'unreachable', cause: 'server', retryAfterSeconds: null })
      return
    }
    this.timesBehind++
    const delay = crowdDelay(this.timesBehind)
    if (delay > 0) this.rest(delay)
  }

  /** What the server does not take as a whole may go in parts; one action alone that it does not take is the end. */
  private makeSmaller(failure: Failure & { message: string }, count: number): void {
    const unconfirmed = this.unconfirmed()
    if (unconfirmed === null || isOneAction(unsentSteps(unconfirmed), count)) {
      this.fail({ ...failure, kind: 'invalid' })
      return
    }
    this.mostSteps = Math.max(1, Math.floor(Math.min(count, this.mostSteps) / 2))
    this.isUrgent = true
  }

  private succeed(): void {
    const wasSignedOut = this.trouble?.kind === 'signed-out'
    if (this.trouble?.kind !== 'stuck') this.trouble = null
    this.tries = 0
    if (wasSignedOut) void this.draft.resume()
    if (this.trouble === null) this.stream.open(this.version)
    this.tellStatus()
  }

  private fail(failure: Failure): void {
    if (this.isClosed || this.trouble?.kind === 'stuck') return
    this.isUrgent = true
    // What was under way when somebody pressed may come back refused, or not at all: what they asked for is still to be done.
    if (failure.kind !== 'refused' && failure.kind !== 'unreachable') this.isToPutAside = false
    switch (failure.kind) {
      case 'unreachable':
        this.trouble = { kind: 'offline', cause: failure.cause }
        this.tries++
        this.isBehind ||= !this.stream.isOpen
        this.rest(Math.max(retryDelay(this.tries), (failure.retryAfterSeconds ?? 0) * 1000))
        break
      case 'signed-out':
        this.trouble = { kind: 'signed-out', reason: failure.message || 'You are signed out. Sign in again to go on.' }
        this.stream.close()
        this.isBehind = true
        this.rest(SIGNED_OUT_MILLISECONDS)
        break
      case 'refused':
        // The stream stays: whoever may not write may read, and hears when that changes.
        this.trouble = { kind: 'refused', message: failure.message }
        this.isBehind = true
        this.retryAlarm.clear()
        this.isResting = !this.isToPutAside
        if (this.isToPutAside) void this.run()
        break
      default:
        this.trouble = { kind: 'stuck', message: failure.message }
        this.stream.close()
    }
    this.tellStatus()
    this.rejectWaiters()
  }

  // ------------------------------------------------------------ what others wrote

  /** Takes in the steps after `since`. False when there is a gap before them. */
  private take(since: number, sent: readonly SentStep[]): boolean {
    if (this.held.length > 0 || (this.host?.isComposing && sent.some((step) => step.clientId !== this.clientId))) {
      this.hold(since, sent)
      return true
    }
    return this.takeNow(since, sent)
  }

  private takeNow(since: number, sent: readonly SentStep[]): boolean {
    if (this.host === null || this.isClosed || this.trouble?.kind === 'stuck') return true
    if (since > this.version) return false
    const missing = sent.slice(this.version - since)
    if (missing.length === 0) return true
    try {
      this.takeIn(this.host, missing)
    } catch {
      this.fail({ kind: 'invalid', message: OUT_OF_STEP })
    }
    return true
  }

  /** A change from outside would break a word that is being composed: it waits for its end. */
  private hold(since: number, steps: readonly SentStep[]): void {
    this.held.push({ since, steps, at: now().getTime() })
    if (!this.heldAlarm.isSet) this.heldAlarm.set(COMPOSING_CHECK_MILLISECONDS, () => this.letIn())
  }

  private letIn(): void {
    const isTooLong = now().getTime() - (this.held[0]?.at ?? 0) > COMPOSING_MILLISECONDS
    if (this.host?.isComposing && !isTooLong) {
      this.heldAlarm.set(COMPOSING_CHECK_MILLISECONDS, () => this.letIn())
      return
    }
    const held = this.held
    this.held = []
    for (const { since, steps } of held) {
      if (!this.takeNow(since, steps)) this.isBehind = true
    }
    if (this.isAnswered) this.onItsWay = null
    this.isAnswered = false
    void this.run()
  }

  /** Others' steps and own ones that come back, each run for itself. */
  private takeIn(host: EditorHost, sent: readonly SentStep[]): void {
    const steps = parseSteps(host.state.schema, sent)
    for (const { from, to, isOwn } of runsOf(sent, this.clientId))
      this.takeRun(host, sent.slice(from, to), steps.slice(from, to), isOwn)
  }

  private takeRun(host: EditorHost, sent: readonly SentStep[], steps: readonly Step[], isOwn: boolean): void {
    const before = host.state
    const { transaction, fates, lostWords } = this.received(before, steps, isOwn)
    const authored = steps.map((step, index) => ({ step, clientId: sent[index]?.clientId ?? '' }))
    noteConfirmed(transaction, this.collab, { since: getVersion(before), steps: authored })
    this.dispatch(host, transaction)
    if (getVersion(host.state) !== getVersion(before) + steps.length)
      throw new Error('The editor refused a change from the server')
    this.confirm(host.state, steps)
    this.countFates(fates)
    if (isOwn) this.savedAt = now()
    if (lostWords !== '') this.options.onWordsWithoutPlace(lostWords, 'place-removed')
    this.draft.touch()
    this.resolveWaiters()
    this.tellStatus()
  }

  private received(state: EditorState, steps: readonly Step[], isOwn: boolean): Received {
    if (!isOwn) return receive(state, this.collab, steps, 0)
    if (steps.every(isGivenUp)) {
      // What still has a place here goes out once more, as something new.
      this.onItsWay = null
      return receive(state, this.collab, steps, 0)
    }
    if (isPrefix(steps, this.pending())) return receive(state, this.collab, steps, steps.length)
    // The server did them again after more of what others did at once, and came to another end: its word counts.
    if (this.onItsWay === null) throw new OutOfStep()
    return receiveSettled(state, this.collab, steps, this.onItsWay.count)
  }

  private countFates(fates: Received['fates']): void {
    const isDone = (fate: Received['fates'][number]) => fate !== 'kept'
    this.settled += fates.filter(isDone).length
    if (this.onItsWay === null) return
    // Down to none it stays: the server may take steps whose place is gone here.
    const count = this.onItsWay.count - fates.slice(0, this.onItsWay.count).filter(isDone).length
    this.onItsWay = { ...this.onItsWay, count }
  }

  private dispatch(host: EditorHost, transaction: Transaction): void {
    this.isTaking = true
    try {
      host.dispatch(transaction)
    } finally {
      this.isTaking = false
      this.seen = host.state.doc
    }
  }

  private confirm(state: EditorState, steps: readonly Step[]): void {
    if (this.confirmed === null) return
    this.confirmed = applyAll(this.confirmed, steps)
    if (sendableSteps(state) !== null) return
    if (!this.confirmed.eq(state.doc)) throw new Error('The editor does not show what the server has')
    this.confirmed = state.doc
  }

  // ------------------------------------------------------------ what is unsent

  private pending(): readonly Step[] {
    return this.host === null ? [] : (sendableSteps(this.host.state)?.steps ?? [])
  }

  private hasUnsent(): boolean {
    return this.host === null ? this.options.start.steps.length > 0 : sendableSteps(this.host.state) !== null
  }

  /** Without knowing what is confirmed, nothing that could be used again is written. */
  private isKept(): boolean {
    return this.draft.isWorking && (this.host === null || this.confirmed !== null)
  }

  private unconfirmed(): Unconfirmed | null {
    const sendable = this.host && sendableSteps(this.host.state)
    if (!sendable || this.confirmed === null) return null
    return { version: sendable.version, confirmed: this.confirmed, steps: sendable.steps, origins: sendable.origins }
  }

  private resolveWaiters(): void {
    const done = this.waiters.filter((waiter) => waiter.until <= this.settled)
    this.waiters = this.waiters.filter((waiter) => waiter.until > this.settled)
    for (const waiter of done) waiter.resolve({ version: this.version })
  }

  private rejectWaiters(): void {
    const { waiters } = this
    this.waiters = []
    for (const waiter of waiters) waiter.reject(new NotSaved(this.status))
  }

  private tellStatus(): void {
    const { status } = this
    if (isSameStatus(status, this.lastStatus)) return
    this.lastStatus = status
    this.options.onStatus(status)
  }
}
