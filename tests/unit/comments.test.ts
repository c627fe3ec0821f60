import { history, redo, undo } from '@tiptap/pm/history'
import { Fragment, Slice } from 'prosemirror-model'
import { EditorState, TextSelection, type Transaction } from 'prosemirror-state'
import { describe, expect, test } from 'vitest'
import {
  findWords,
  onlyComments,
  placesOfThreads,
  quoteOf,
  threadsAt,
  withThread,
  wordsToComment,
} from '@/components/editor/comments/commented-words'
import { nameBeingTyped, peopleFor, toStored, toTyped, withName } from '@/components/editor/comments/typed-mentions'
import { moveBlockUp } from '@/components/editor/extensions/move-block'
import { mentionOf, mentionsIn, partsOf, readableText } from '@/lib/comments/mention-text'
import type { Document } from '@/lib/document/document'
import { schema } from '@/lib/document/schema'

const ADA = { id: '01a20369-b5e3-72f4-b7c8-9bba53a2d1b4', name: 'Ada Park' }
const ADAM = { id: '01a20369-b5e3-72f4-b7c8-9bba53a2d1b5', name: 'Ada' }
const SAME = { id: '01a20369-b5e3-72f4-b7c8-9bba53a2d1b6', name: 'Ada Park' }
const THREAD = '01a20369-b5e3-72f4-b7c8-9bba53a2d1b7'
const OTHER = '01a20369-b5e3-72f4-b7c8-9bba53a2d1b8'

const paragraph = (text: string) => schema.node('paragraph', null, text === '' ? [] : [schema.text(text)])

function article(...paragraphs: string[]): Document {
  return schema.node('doc', null, [
    schema.node('headline', null, [schema.text('Ferry returns')]),
    schema.node('standfirst', null, [schema.text('After ten years')]),
    ...paragraphs.map(paragraph),
  ])
}

function rangeOf(doc: Document, words: string): { from: number; to: number } {
  let from = -1
  doc.descendants((node, position) => {
    const at = node.isTextblock ? node.textContent.indexOf(words) : -1
    if (at !== -1 && from === -1) from = position + 1 + at
  })
  if (from === -1) throw new Error(`No ${words}`)
  return { from, to: from + words.length }
}

function selecting(doc: Document, words: string, isCursor = false): EditorState {
  const { from, to } = rangeOf(doc, words)
  const selection = TextSelection.create(doc, isCursor ? from + 1 : from, isCursor ? from + 1 : to)
  return EditorState.create({ doc, selection, plugins: [history()] })
}

/** The document with a conversation on the words. */
function commented(doc: Document, words: string, threadId = THREAD): EditorState {
  const state = selecting(doc, words)
  const transaction = withThread(state, rangeOf(doc, words), threadId)
  if (transaction === null) throw new Error('The words took no mark')
  return state.apply(transaction)
}

function wordsOfThread(doc: Document, threadId = THREAD): string {
  let words = ''
  doc.descendants((node) => {
    if (node.marks.some(({ attrs }) => attrs.threadId === threadId)) words += node.text ?? ''
  })
  return words
}

function run(state: EditorState, command: (state: EditorState, dispatch: (tr: Transaction) => void) => boolean) {
  let after = state
  command(state, (tr) => {
    after = state.apply(tr)
  })
  return after
}

describe('The words that a comment is about', () => {
  test('are the selected ones without the space around them', () => {
    const state = selecting(article('The council met on Tuesday.'), ' met on ')
    const range = wordsToComment(state)
    expect(range && state.doc.textBetween(range.from, range.to)).toBe('met on')
  })

  test('are the word at the cursor where nothing is selected', () => {
    const state = selecting(article('The council’s vote.'), 'council', true)
    const range = wordsToComment(state)
    expect(range && state.doc.textBetween(range.from, range.to)).toBe('council’s')
  })

  test('are none in an empty paragraph or in space alone', () => {
    const empty = article('')
    const state = EditorState.create({ doc: empty, selection: TextSelection.atEnd(empty) })
    expect(wordsToComment(state)).toBeNull()
    expect(wordsToComment(selecting(article('one   two'), '   '))).toBeNull()
  })

  test('may go over several paragraphs, and are quoted on one line', () => {
    const doc = article('First one.', 'Second one.')
    const state = EditorState.create({
      doc,
      selection: TextSelection.create(doc, rangeOf(doc, 'one.').from, rangeOf(doc, 'Second').to),
    })
    const range = wordsToComment(state)
    expect(range && quoteOf(doc, range)).toBe('one. Second')
  })

  test('are cut in the quote when they are longer than it may be', () => {
    const doc = article('word '.repeat(200).trim())
    expect(quoteOf(doc, rangeOf(doc, 'word '.repeat(199).trim()))).toHaveLength(500)
  })

  test('are found again at their place, or where they stand alone, and not where they stand twice', () => {
    const doc = article('The council met.', 'The mayor spoke.')
    const at = rangeOf(doc, 'mayor')
    expect(findWords(doc, 'mayor', at)).toEqual(at)
    expect(findWords(doc, 'mayor', { from: 3, to: 8 })).toEqual(at)
    expect(findWords(doc, 'The', { from: 3, to: 6 })).toBeNull()
    expect(findWords(doc, 'gone', at)).toBeNull()
  })
})

describe('A comment stays on its words', () => {
  const doc = article('The council met on Tuesday.', 'A second paragraph.')

  test('when somebody types inside them: new words belong to it, at their edges they do not', () => {
    const state = commented(doc, 'council met')
    const { from, to } = rangeOf(state.doc, 'council met')
    const after = state.apply(
      state.tr
        .insertText('!', to)
        .insertText(' quietly', from + 7)
        .insertText('~', from),
    )
    expect(wordsOfThread(after.doc)).toBe('council quietly met')
    expect(after.doc.textContent).toContain('The ~council quietly met! on')
  })

  test('when a part of them is bold and somebody types between the two', () => {
    const state = commented(doc, 'council met')
    const { from } = rangeOf(state.doc, 'council met')
    const bold = state.apply(state.tr.addMark(from, from + 7, schema.mark('bold')))
    expect(wordsOfThread(bold.apply(bold.tr.insertText('s', from + 7)).doc)).toBe('councils met')
  })

  test('when their paragraph is carried up or down, split or joined', () => {
    const state = commented(doc, 'second')
    const inIt = state.apply(state.tr.setSelection(TextSelection.create(state.doc, rangeOf(state.doc, 'second').from)))
    const moved = run(inIt, moveBlockUp)
    expect(moved.doc.child(2).textContent).toBe('A second paragraph.')
    expect(wordsOfThread(moved.doc)).toBe('second')
    const split = moved.apply(moved.tr.split(rangeOf(moved.doc, 'second').from + 3))
    expect(wordsOfThread(split.doc)).toBe('second')
    const joined = split.apply(split.tr.join(split.doc.resolve(rangeOf(split.doc, 'ond').from).before()))
    expect(wordsOfThread(joined.doc)).toBe('second')
    expect(joined.doc.eq(moved.doc)).toBe(true)
  })

  test('when they are deleted and the deletion is undone', () => {
    const state = commented(doc, 'council met')
    const { from, to } = rangeOf(state.doc, 'council met')
    const deleted = state.apply(state.tr.delete(from - 2, to + 2))
    expect(placesOfThreads(deleted.doc).size).toBe(0)
    const back = run(deleted, undo)
    expect(wordsOfThread(back.doc)).toBe('council met')
    expect(placesOfThreads(back.doc).get(THREAD)).toBe(from)
  })

  test('though undo is pressed: it is no step of its own, and what was typed before it goes as one', () => {
    const typed = selecting(doc, 'Tuesday')
    const withWords = typed.apply(typed.tr.insertText('bold ', rangeOf(doc, 'council').from))
    const marked = withWords.apply(withThread(withWords, rangeOf(withWords.doc, 'Tuesday'), THREAD) ?? withWords.tr)
    const undone = run(marked, undo)
    expect(undone.doc.textContent).not.toContain('bold')
    expect(wordsOfThread(undone.doc)).toBe('Tuesday')
    expect(wordsOfThread(run(undone, redo).doc)).toBe('Tuesday')
  })

  test('beside another on the same words, and the innermost is the one at the cursor', () => {
    const one = commented(doc, 'council met on')
    const both = one.apply(withThread(one, rangeOf(one.doc, 'met'), OTHER) ?? one.tr)
    expect(wordsOfThread(both.doc)).toBe('council met on')
    expect(wordsOfThread(both.doc, OTHER)).toBe('met')
    const at = rangeOf(both.doc, 'met').from + 1
    const cursor = both.apply(both.tr.setSelection(TextSelection.create(both.doc, at)))
    expect(threadsAt(cursor)).toEqual([OTHER, THREAD])
  })

  test('and is counted as no change of the words', () => {
    const state = selecting(doc, 'council')
    expect(onlyComments(withThread(state, rangeOf(doc, 'council'), THREAD) ?? state.tr)).toBe(true)
    expect(onlyComments(state.tr.insertText('x', 2))).toBe(false)
    expect(onlyComments(state.tr.addMark(state.selection.from, state.selection.to, schema.mark('bold')))).toBe(false)
    expect(onlyComments(state.tr.replace(2, 2, new Slice(Fragment.from(schema.text('y')), 0, 0)))).toBe(false)
  })
})

describe('A comment that names people', () => {
  test('is stored with their ids and read with their names', () => {
    const stored = `Ask ${mentionOf(ADA)}, please`
    expect(stored).toBe(`Ask @[Ada Park](${ADA.id}), please`)
    expect(readableText(stored)).toBe('Ask @Ada Park, please')
    expect(mentionsIn(stored + stored)).toEqual([ADA.id])
    expect(partsOf('no one @[here](12)')).toEqual([{ kind: 'words', text: 'no one @[here](12)' }])
  })

  test('may be typed on after it was stored', () => {
    const stored = `${mentionOf(ADA)} and ${mentionOf(ADA)} and ${mentionOf(ADAM)}`
    expect(toStored(toTyped(stored))).toBe(stored)
  })

  test('names the longest name that was chosen, and nobody whose name was changed', () => {
    expect(toStored({ text: '@Ada Park, @Ada!', named: [ADAM, ADA] })).toBe(`${mentionOf(ADA)}, ${mentionOf(ADAM)}!`)
    expect(toStored({ text: '@Ada Parker', named: [ADA] })).toBe('@Ada Parker')
    expect(toStored({ text: '@Ada', named: [] })).toBe('@Ada')
  })

  test('tells two people of one name apart by the order in which they were chosen', () => {
    expect(toStored({ text: '@Ada Park and @Ada Park', named: [ADA, SAME] })).toBe(
      `${mentionOf(ADA)} and ${mentionOf(SAME)}`,
    )
  })

  test('offers people by the beginning of any of their names, whatever the accents', () => {
    const people = [ADA, { id: 'x', name: 'Zoë Adeyemi' }, { id: 'y', name: 'Brad Ada' }]
    expect(peopleFor(people, 'ad').map(({ name }) => name)).toEqual(['Ada Park', 'Zoë Adeyemi', 'Brad Ada'])
    expect(peopleFor(people, 'zoe a').map(({ name }) => name)).toEqual(['Zoë Adeyemi'])
    expect(peopleFor(people, 'rad')).toEqual([])
  })

  test('knows which name is being typed', () => {
    expect(nameBeingTyped('Ask @ad', 7)).toEqual({ at: 4, query: 'ad' })
    expect(nameBeingTyped('@', 1)).toEqual({ at: 0, query: '' })
    expect(nameBeingTyped('me@paper', 8)).toBeNull()
    expect(nameBeingTyped('Ask @ad then', 3)).toBeNull()
    const place = { at: 4, query: 'ad' }
    expect(withName({ text: 'Ask @ad', named: [] }, place, ADA)).toEqual({
      typed: { text: 'Ask @Ada Park ', named: [ADA] },
      cursor: 14,
    })
  })
})
