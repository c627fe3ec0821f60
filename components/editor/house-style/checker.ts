import type { Node } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import { GAP, placedText } from '@/lib/document/placed-text'
import { findToDos, type ToDo, tkRanges } from '@/lib/document/to-do'
import type { Span } from '@/lib/house-style/check-text'
import type { HouseStyle } from '@/lib/house-style/readers'
import type { Finding, Rule } from '@/lib/house-style/rule'
import type { AfterKeys } from '../session/after-keys'
import { Alarm } from '../session/pace'
import { type MarkReason, markOf, marksBetween, withMarks } from './check-marks'
import { type CheckedBlock, checkedBlocks, toCheck } from './checked-blocks'
import { IgnoredFindings } from './ignored-findings'
import type { BlockAnswer, BlockToCheck, FromWorker, ToWorker } from './worker-messages'

/** Something that a rule found, with the words around it, where it was when it was last looked for. */
export type FoundPlace = Finding & { before: string; after: string }

/** What is left to do, likewise. */
export type LeftToDo = ToDo & { before: string; after: string }

export type Checks = {
  /** `failed`: this browser could not start the check, or the rules could not be read. */
  status: 'waiting' | 'ready' | 'failed'
  rules: ReadonlyMap<string, Rule>
  findings: readonly FoundPlace[]
  toDos: readonly LeftToDo[]
  /** The words of the body; null until they are counted. */
  words: number | null
  language: string
  ignored: number
  mayEdit: boolean
}

/** Milliseconds after the last key until a check, and the longest that a check waits while somebody types on. */
const PAUSE = 300
const LONGEST_WAIT = 1000
/** Characters that are sent at once: answers of a long article come bit by bit, and a changed paragraph soon has its turn. */
const BATCH = 6000

/**
 * Has the text of one article checked by a worker: only the paragraphs that changed, when typing pauses. An answer belongs to
 * the very node that was sent; nodes never change, so an answer that comes late finds no node and is nothing.
 */
export class Checker {
  private view: EditorView | null = null
  private worker: Worker | null = null
  private style: HouseStyle | null = null
  private rules: Pick<Checks, 'rules' | 'mayEdit' | 'language'> | null = null
  private answers = noAnswers()
  /** The answer whose marks a paragraph was seen to have; what a change reached into since is not among them. */
  private shown = new WeakMap<Node, BlockAnswer>()
  private found = new WeakMap<BlockAnswer, readonly FoundPlace[]>()
  private asked = new Map<number, CheckedBlock>()
  private lastId = 0
  private readonly alarm: Alarm
  private waitingSince: number | null = null
  private readonly ignored: IgnoredFindings
  private readonly listeners = new Set<() => void>()
  private checks: Checks = nothingYet

  /** @param afterKeys left out where nobody presses keys */
  constructor(articleId: string, afterKeys?: AfterKeys) {
    this.ignored = new IgnoredFindings(articleId)
    this.alarm = new Alarm(afterKeys)
  }

  /** Follows a view until the answer is called. */
  attach(view: EditorView): () => void {
    this.view = view
    this.shown = new WeakMap()
    this.handOver()
    this.schedule(0)
    return () => {
      // Another view may have taken its place before this one is gone.
      if (this.view !== view) return
      this.alarm.clear()
      this.worker?.terminate()
      this.worker = null
      this.asked.clear()
      this.view = null
    }
  }

  /** Rules and words, or others than before: everything is looked at again. */
  setStyle(style: HouseStyle): void {
    this.style = style
    this.rules = { rules: rulesById(style), mayEdit: style.mayEdit, language: style.language }
    this.answers = noAnswers()
    // What is on its way was answered with the old ones.
    this.asked.clear()
    this.handOver()
    this.schedule(0)
  }

  /** The rules could not be read. TKs are found all the same. */
  styleFailed(): void {
    if (this.style === null) this.change({ status: 'failed' })
  }

  documentChanged(): void {
    const at = performance.now()
    this.waitingSince ??= at
    this.schedule(Math.max(0, Math.min(PAUSE, this.waitingSince + LONGEST_WAIT - at)))
  }

  /** A change reached into this paragraph: its marks may be gone, though it is the same. */
  readonly reached = (textblock: Node): void => {
    this.shown.delete(textblock)
  }

  ignore(finding: Finding): void {
    this.ignored.add(finding)
    this.lookAgain()
  }

  forgetIgnored(): void {
    this.ignored.clear()
    this.lookAgain()
  }

  private lookAgain(): void {
    this.shown = new WeakMap()
    this.found = new WeakMap()
    this.run()
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => {
      this.listeners.delete(listener)
    }
  }

  readonly snapshot = (): Checks => this.checks

  private schedule(milliseconds: number): void {
    this.alarm.set(milliseconds, () => this.run())
  }

  private run(): void {
    const { view } = this
    if (view === null || view.isDestroyed) return
    // Marks that come while letters are being put together would take them apart.
    if (view.composing) {
      this.schedule(PAUSE)
      return
    }
    this.waitingSince = null
    const blocks = checkedBlocks(view.state.doc)
    this.ask(blocks)
    this.show(view, blocks)
    this.tell(view.state.doc, blocks)
  }

  private ask(blocks: readonly CheckedBlock[]): void {
    if (this.worker === null) return
    let batch: BlockToCheck[] = []
    let characters = 0
    const send = () => {
      if (batch.length > 0) this.post({ kind: 'check', blocks: batch })
      batch = []
      characters = 0
    }
    const waiting = new Set([...this.asked.values()].map(({ node }) => node))
    for (const block of blocks) {
      if (this.answerFor(block) !== undefined || waiting.has(block.node)) continue
      this.lastId += 1
      this.asked.set(this.lastId, block)
      const question = toCheck(block, this.lastId)
      batch.push(question)
      characters += question.text.length
      if (characters > BATCH) send()
    }
    send()
  }

  /** Gives the rules to the worker, which is started when there are both rules and a text. */
  private handOver(): void {
    if (this.style === null || this.view === null) return
    const { rules, words, language } = this.style
    this.worker ??= this.startWorker()
    this.post({ kind: 'style', rules, words, language })
  }

  private startWorker(): Worker | null {
    try {
      const worker = new Worker(new URL('./checker.worker.ts', import.meta.url), { type: 'module' })
      worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.take(data)
      worker.onerror = () => this.change({ status: 'failed' })
      return worker
    } catch {
      this.change({ status: 'failed' })
      return null
    }
  }

  private post(message: ToWorker): void {
    this.worker?.postMessage(message)
  }

  private take({ blocks }: FromWorker): void {
    for (const answer of blocks) {
      const block = this.asked.get(answer.id)
      this.asked.delete(answer.id)
      if (block !== undefined) this.answersOf(block).set(block.node, answer)
    }
    // While somebody types, the marks wait for the pause: they may be moved, not drawn, between two keys.
    if (this.waitingSince === null) this.schedule(0)
  }

  /** Compares the marks that should be with those that are, in every block that may differ, and draws what does. */
  private show(view: EditorView, blocks: readonly CheckedBlock[]): void {
    const { state } = view
    const changed = blocks.flatMap((block) => {
      const from = block.start
      const to = from + block.node.content.size
      const answer = this.answerFor(block)
      if (answer !== undefined) {
        if (this.shown.get(block.node) === answer) return []
        this.shown.set(block.node, answer)
      }
      const there = marksBetween(state, from, to)
      // Until the answer is there, old marks stay: they were right a moment ago.
      if (answer === undefined && there.length > 0) return []
      const wanted = this.marksOf(block, answer)
      const isRight =
        wanted.length === there.length &&
        wanted.every((mark) =>
          there.some(
            ({ from, to, reason }) => mark.from === from && mark.to === to && sameAs(mark.spec.reason, reason),
          ),
        )
      return isRight ? [] : [{ from, to, marks: wanted }]
    })
    if (changed.length > 0) view.dispatch(withMarks(state, changed))
  }

  private marksOf({ node, start }: CheckedBlock, answer: BlockAnswer | undefined) {
    const moved = ({ from, to }: Span) => ({ from: start + from, to: start + to })
    return [
      ...tkRanges(placedText(node)).map((span) => markOf(moved(span), { kind: 'tk' })),
      ...(answer?.known ?? []).map((span) => markOf(moved(span), { kind: 'known' })),
      ...this.heard(answer).map((finding) => markOf(moved(finding), { kind: 'style', finding })),
    ]
  }

  private heard(answer: BlockAnswer | undefined): Finding[] {
    return (answer?.findings ?? []).filter((finding) => !this.ignored.has(finding))
  }

  private tell(document: Node, blocks: readonly CheckedBlock[]): void {
    const answers = blocks.map((block) => this.answerFor(block))
    const isWhole = answers.every((answer) => answer !== undefined)
    const body = answers.filter((_, index) => blocks[index]?.isTitle === false)
    this.change({
      ...this.rules,
      ...(isWhole
        ? { status: 'ready' as const, words: body.reduce((sum, answer) => sum + (answer?.words ?? 0), 0) }
        : {}),
      findings: blocks.flatMap((block, index) => this.foundIn(block, answers[index])),
      toDos: findToDos(document).map((toDo) => withSurroundings(toDo, document)),
      ignored: this.ignored.size,
    })
  }

  private foundIn({ node, start }: CheckedBlock, answer: BlockAnswer | undefined): FoundPlace[] {
    if (answer === undefined) return []
    const found = this.found.get(answer) ?? withWordsAround(this.heard(answer), node)
    this.found.set(answer, found)
    return found.map((place) => ({ ...place, from: start + place.from, to: start + place.to }))
  }

  private change(change: Partial<Checks>): void {
    this.checks = { ...this.checks, ...change }
    for (const listener of this.listeners) listener()
  }

  private answerFor(block: CheckedBlock): BlockAnswer | undefined {
    return this.answersOf(block).get(block.node)
  }

  /** A paragraph that is lifted out of a quotation is the same node, and another question. */
  private answersOf({ isQuotation }: CheckedBlock): WeakMap<Node, BlockAnswer> {
    return isQuotation ? this.answers.quoted : this.answers.plain
  }
}

const nothingYet: Checks = {
  status: 'waiting',
  rules: new Map(),
  findings: [],
  toDos: [],
  words: null,
  language: 'en',
  ignored: 0,
  mayEdit: false,
}

function noAnswers() {
  return { plain: new WeakMap<Node, BlockAnswer>(), quoted: new WeakMap<Node, BlockAnswer>() }
}

function sameAs(a: MarkReason, b: MarkReason): boolean {
  if (a.kind !== 'style' || b.kind !== 'style') return a.kind === b.kind
  return a.finding.ruleId === b.finding.ruleId && a.finding.replacement === b.finding.replacement
}

function rulesById({ rules }: HouseStyle): ReadonlyMap<string, Rule> {
  return new Map(rules.map((rule) => [rule.id, rule]))
}

/** Findings in a paragraph, with some of the words around them. */
function withWordsAround(findings: readonly Finding[], node: Node): FoundPlace[] {
  if (findings.length === 0) return []
  const text = placedText(node).replaceAll(GAP, ' ')
  return findings.map((finding) => ({
    ...finding,
    before: text.slice(Math.max(0, finding.from - AROUND), finding.from),
    after: text.slice(finding.to, finding.to + AROUND),
  }))
}

function withSurroundings(toDo: ToDo, document: Node): LeftToDo {
  const $from = document.resolve(toDo.from)
  if (!$from.parent.isTextblock) return { ...toDo, before: '', after: '' }
  const text = placedText($from.parent).replaceAll(GAP, ' ')
  const from = $from.parentOffset
  const to = from + toDo.to - toDo.from
  return { ...toDo, before: text.slice(Math.max(0, from - AROUND), from), after: text.slice(to, to + AROUND) }
}

/** Characters on each side of a finding in the list. */
const AROUND = 32
