import { history, undo } from '@tiptap/pm/history'
import type { EditorView } from '@tiptap/pm/view'
import type { Node } from 'prosemirror-model'
import { EditorState, TextSelection, type Transaction } from 'prosemirror-state'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { checkAt, checkMarks, marksBetween, stylePlaces } from '@/components/editor/house-style/check-marks'
import { Checker } from '@/components/editor/house-style/checker'
import { fixAll, fixPlace, toNextMark } from '@/components/editor/house-style/fixes'
import type { BlockToCheck, FromWorker, ToWorker } from '@/components/editor/house-style/worker-messages'
import { wordsIn } from '@/lib/document/count-words'
import { schema } from '@/lib/document/schema'
import { checkText, compileRules } from '@/lib/house-style/check-text'
import { dictionaryOf, knownWords } from '@/lib/house-style/dictionary'
import type { Rule } from '@/lib/house-style/rule'

const { nodes, marks } = schema

/** Answers when the test says so, with the engine that the real one has. */
class SlowWorker {
  static checks: BlockToCheck[][] = []
  static waiting: (() => void)[] = []
  onmessage: ((event: { data: FromWorker }) => void) | null = null
  private rules: readonly Rule[] = []
  private words: readonly string[] = []

  postMessage(message: ToWorker): void {
    if (message.kind === 'style') {
      this.rules = message.rules
      this.words = message.words
      return
    }
    SlowWorker.checks.push([...message.blocks])
    const matchers = compileRules(this.rules)
    const dictionary = dictionaryOf(this.words)
    const blocks = message.blocks.map(({ id, text, quoted, isQuotation, counted }) => ({
      id,
      findings: isQuotation ? [] : checkText(matchers, text, quoted),
      known: knownWords(dictionary, text),
      words: wordsIn(counted ?? text, 'en'),
    }))
    SlowWorker.waiting.push(() => this.onmessage?.({ data: { kind: 'checked', blocks } }))
  }

  terminate(): void {}
}

const aRule = (find: string, replacement: string | null): Rule => ({
  id: find,
  find,
  replacement,
  reason: 'House style.',
  isPattern: false,
  isWholeWord: true,
  isCaseSensitive: false,
})
const style = (...rules: Rule[]) => ({ rules, words: ['Tarrick'], language: 'en-GB', mayEdit: false })
const paragraph = (...content: (string | Node)[]) =>
  nodes.paragraph.create(
    null,
    content.map((part) => (typeof part === 'string' ? schema.text(part) : part)),
  )

/** A checker on a document, without a browser. */
function open(...blocks: Node[]) {
  const doc = nodes.doc.create(null, [
    nodes.headline.create(null, schema.text('Ferry returns')),
    nodes.standfirst.create(),
    ...blocks,
  ])
  const checker = new Checker(Math.random().toString())
  const view = {
    state: EditorState.create({ doc, plugins: [history(), checkMarks(checker.reached)] }),
    composing: false,
    isDestroyed: false,
    dispatch(tr: Transaction) {
      const before = view.state
      view.state = view.state.apply(tr)
      if (view.state.doc !== before.doc) checker.documentChanged()
    },
  }
  checker.attach(view as unknown as EditorView)
  const marked = () => stylePlaces(view.state).map(({ from, to }) => view.state.doc.textBetween(from, to))
  return { checker, view, marked }
}

function answerAll(): void {
  while (SlowWorker.waiting.length > 0) SlowWorker.waiting.shift()?.()
}

/** Lets a check begin, its answer come and its marks be drawn. */
function settle(): void {
  vi.advanceTimersByTime(400)
  answerAll()
  vi.advanceTimersByTime(400)
}

const type = (view: { state: EditorState; dispatch(tr: Transaction): void }, at: number, words: string) =>
  view.dispatch(view.state.tr.insertText(words, at))

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('Worker', SlowWorker)
  SlowWorker.checks = []
  SlowWorker.waiting = []
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('Checking while somebody writes', () => {
  test('marks what rules find, leaves quotations alone, and counts words', () => {
    const { checker, marked } = open(
      paragraph('It went toward the pier, ', schema.text('toward it', [marks.quote.create()]), '.'),
      nodes.quotation.create(null, paragraph('We went toward it.')),
    )
    checker.setStyle(style(aRule('toward', 'towards')))
    settle()
    expect(marked()).toEqual(['toward'])
    expect(checker.snapshot()).toMatchObject({
      status: 'ready',
      words: 11,
      findings: [{ found: 'toward', before: 'It went ' }],
    })
  })

  test('sends the paragraph that changed and no other, once typing pauses', () => {
    const { checker, view } = open(paragraph('One toward.'), paragraph('Two.'))
    checker.setStyle(style(aRule('toward', 'towards')))
    settle()
    SlowWorker.checks = []
    const end = view.state.doc.content.size - 1
    for (let index = 0; index < 5; index += 1) {
      type(view, end + index, 'x')
      vi.advanceTimersByTime(100)
    }
    expect(SlowWorker.checks).toEqual([])
    settle()
    expect(SlowWorker.checks.map((blocks) => blocks.map(({ text }) => text))).toEqual([['Two.xxxxx']])
  })

  test('looks once a second at what somebody types without a pause', () => {
    const { checker, view } = open(paragraph('One.'))
    checker.setStyle(style())
    settle()
    SlowWorker.checks = []
    for (let index = 0; index < 30; index += 1) {
      type(view, view.state.doc.content.size - 1, 'x')
      vi.advanceTimersByTime(100)
      answerAll()
    }
    expect(SlowWorker.checks.length).toBeGreaterThanOrEqual(2)
    expect(SlowWorker.checks.length).toBeLessThanOrEqual(4)
  })

  test('an answer that comes after its paragraph changed is nothing', () => {
    const { checker, view, marked } = open(paragraph('It went toward it.'))
    checker.setStyle(style(aRule('toward', 'towards')))
    vi.advanceTimersByTime(0)
    const [late] = SlowWorker.waiting.splice(0)
    type(view, view.state.doc.content.size - 1, ' And more.')
    late?.()
    vi.advanceTimersByTime(50)
    expect(marked()).toEqual([])
    settle()
    expect(marked()).toEqual(['toward'])
  })

  test('marks move with their words, and vanish when the words change', () => {
    const { checker, view, marked } = open(paragraph('It went toward it.'))
    checker.setStyle(style(aRule('toward', 'towards')))
    settle()
    const start = view.state.doc.content.size - 19
    type(view, start, 'Yes: ')
    expect(marked()).toEqual(['toward'])
    const [place] = stylePlaces(view.state)
    type(view, (place?.from ?? 0) + 2, 'xx')
    expect(marked()).toEqual([])
    settle()
    expect(marked()).toEqual([])
  })

  test('a paragraph that is deleted and brought back has its marks again', () => {
    const { checker, view, marked } = open(paragraph('One.'), paragraph('It went toward it.'))
    checker.setStyle(style(aRule('toward', 'towards')))
    settle()
    const last = view.state.doc.lastChild
    view.dispatch(
      view.state.tr.delete(view.state.doc.content.size - (last?.nodeSize ?? 0), view.state.doc.content.size),
    )
    expect(marked()).toEqual([])
    undo(view.state, view.dispatch)
    settle()
    expect(marked()).toEqual(['toward'])
  })

  test('other rules take the place of the old ones without a reload', () => {
    const { checker, marked } = open(paragraph('Prior to noon it went toward it.'))
    checker.setStyle(style(aRule('toward', 'towards')))
    settle()
    checker.setStyle(style(aRule('prior to', 'before')))
    answerAll()
    settle()
    expect(marked()).toEqual(['Prior to'])
    checker.setStyle(style())
    settle()
    expect(marked()).toEqual([])
  })

  test('what was found by the old rules, and comes after the new ones, is nothing', () => {
    const { checker, marked } = open(paragraph('Prior to noon it went toward it.'))
    checker.setStyle(style(aRule('toward', 'towards')))
    vi.advanceTimersByTime(0)
    checker.setStyle(style(aRule('prior to', 'before')))
    answerAll()
    settle()
    expect(marked()).toEqual(['Prior to'])
  })

  test('a view that goes when another has taken its place takes nothing with it', () => {
    const { checker, view, marked } = open(paragraph('It went toward it.'))
    const other = { ...view, dispatch: () => {} } as unknown as EditorView
    const detachOther = checker.attach(other)
    checker.attach(view as unknown as EditorView)
    detachOther()
    checker.setStyle(style(aRule('toward', 'towards')))
    settle()
    expect(marked()).toEqual(['toward'])
  })

  test('nothing is drawn while letters are being put together', () => {
    const { checker, view, marked } = open(paragraph('It went toward it.'))
    view.composing = true
    checker.setStyle(style(aRule('toward', 'towards')))
    settle()
    expect(marked()).toEqual([])
    view.composing = false
    settle()
    settle()
    expect(marked()).toEqual(['toward'])
  })

  test('what is ignored is not marked again, until somebody asks for it', () => {
    const { checker, marked } = open(paragraph('Toward it, toward that.'))
    checker.setStyle(style(aRule('toward', 'towards')))
    settle()
    const [finding] = checker.snapshot().findings
    if (finding === undefined) throw new Error('Nothing was found')
    checker.ignore(finding)
    expect(marked()).toEqual(['toward'])
    expect(checker.snapshot()).toMatchObject({ ignored: 1, findings: [{ found: 'toward' }] })
    checker.forgetIgnored()
    expect(marked()).toEqual(['Toward', 'toward'])
  })

  test('words of the dictionary and TKs have their own marks', () => {
    const { checker, view } = open(paragraph('In Tarrick, TK.'))
    checker.setStyle(style())
    settle()
    const kinds = marksBetween(view.state, 0, view.state.doc.content.size).map(({ reason }) => reason.kind)
    expect(kinds).toEqual(['known', 'tk'])
    expect(checker.snapshot().toDos).toMatchObject([{ kind: 'tk', before: 'In Tarrick, ' }])
  })
})

describe('Putting right', () => {
  function opened(...blocks: Node[]) {
    const desk = open(...blocks)
    desk.checker.setStyle(style(aRule('prior to', 'before'), aRule('very', ''), aRule('allegedly', null)))
    settle()
    return desk
  }

  test('writes one place, with its capital and its marks, and one undo brings it back', () => {
    const { view } = opened(paragraph('He ', schema.text('said. Prior to noon', [marks.bold.create()])))
    type(view, view.state.doc.content.size - 1, ' it closed')
    const [place] = stylePlaces(view.state)
    const tr = place && fixPlace(view.state, place)
    if (!tr) throw new Error('Nothing to fix')
    view.dispatch(tr)
    expect(view.state.doc.lastChild?.textContent).toBe('He said. Before noon it closed')
    expect(view.state.doc.lastChild?.child(1).text).toBe('said. Before noon it closed')
    undo(view.state, view.dispatch)
    expect(view.state.doc.lastChild?.textContent).toBe('He said. Prior to noon it closed')
  })

  test('writes all of one rule in one step to undo, and leaves the others', () => {
    const { view } = opened(paragraph('Prior to noon, prior to one.'), paragraph('Very late, prior to two.'))
    const fixed = fixAll(view.state, 'prior to')
    expect(fixed?.count).toBe(3)
    if (fixed) view.dispatch(fixed.tr)
    expect(view.state.doc.textBetween(17, view.state.doc.content.size, ' ')).toBe(
      'Before noon, before one. Very late, before two.',
    )
    undo(view.state, view.dispatch)
    expect(view.state.doc.textBetween(17, view.state.doc.content.size, ' ')).toBe(
      'Prior to noon, prior to one. Very late, prior to two.',
    )
  })

  test('a rule that only warns changes nothing', () => {
    const { view } = opened(paragraph('He allegedly went.'))
    const [place] = stylePlaces(view.state)
    expect(place && fixPlace(view.state, place)).toBeNull()
    expect(fixAll(view.state, 'allegedly')).toBeNull()
  })

  test('the next mark is the next in the text, of whatever kind, and after the last comes the first', () => {
    const toDo = marks.toDo.create({ note: '' })
    const { view } = opened(paragraph('TK and ', schema.text('this', [toDo]), ' and very.'))
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, 3)))
    const stops: string[] = []
    for (let index = 0; index < 4; index += 1) {
      const tr = toNextMark(view.state)
      if (tr) view.dispatch(tr)
      stops.push(view.state.doc.textBetween(view.state.selection.head, view.state.selection.head + 2))
    }
    expect(stops).toEqual(['TK', 'th', 've', 'TK'])
    expect(checkAt(view.state)).toMatchObject({ finding: null })
  })
})
