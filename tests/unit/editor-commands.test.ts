import { Slice } from 'prosemirror-model'
import { EditorState, TextSelection, type Transaction } from 'prosemirror-state'
import { describe, expect, test } from 'vitest'
import { blocksFor } from '@/components/editor/blocks'
import { insertBlock } from '@/components/editor/extensions/insert-block'
import { toLastLine } from '@/components/editor/extensions/last-line'
import { withLinksById } from '@/components/editor/extensions/links'
import { moveBlockDown, moveBlockTo, moveBlockUp } from '@/components/editor/extensions/move-block'
import { quotedRange, speakersIn } from '@/components/editor/extensions/quotes'
import { slashBefore } from '@/components/editor/extensions/slash'
import {
  backOverBorder,
  enterInTitle,
  pasteIntoTitle,
  withoutSelectionAcrossTitles,
} from '@/components/editor/extensions/titles'
import { SlashChannel } from '@/components/editor/slash-menu.client'
import type { Document } from '@/lib/document/document'
import { schema } from '@/lib/document/schema'

const ID = '01a20369-b5e3-72f4-b7c8-9bba53a2d1b4'

function words(text: string) {
  return text === '' ? [] : [schema.text(text)]
}
const paragraph = (text: string) => schema.node('paragraph', null, words(text))

function article(headline: string, standfirst: string, ...body: Document[]): Document {
  return schema.node('doc', null, [
    schema.node('headline', null, words(headline)),
    schema.node('standfirst', null, words(standfirst)),
    ...body,
  ])
}

/** The state with the selection on the first place where the text stands; `|` in it is the cursor, else all of it. */
function stateAt(doc: Document, text: string): EditorState {
  const [before = '', after] = text.split('|')
  const wanted = before + (after ?? '')
  let found: TextSelection | null = null
  doc.descendants((node, position) => {
    if (found !== null || !node.isTextblock || !node.textContent.includes(wanted)) return
    const start = position + 1 + node.textContent.indexOf(wanted)
    found =
      after === undefined
        ? TextSelection.create(doc, start, start + wanted.length)
        : TextSelection.create(doc, start + before.length)
  })
  if (found === null) throw new Error(`No ${wanted}`)
  return EditorState.create({ doc, selection: found })
}

function run(
  state: EditorState,
  command: (state: EditorState, dispatch: (tr: Transaction) => void) => boolean,
): EditorState {
  let after = state
  command(state, (tr) => {
    after = state.apply(tr)
  })
  return after
}

function shape(state: EditorState): string[] {
  state.doc.check()
  return state.doc.children.map((block) => `${block.type.name}: ${block.textContent}`)
}

describe('titles', () => {
  const doc = article('Ferry returns', 'After ten years', paragraph('First words'), paragraph('Second words'))

  test('Enter goes from the headline to the standfirst and on to the text, and splits nothing', () => {
    const inStandfirst = run(stateAt(doc, 'Ferry| returns'), enterInTitle)
    expect(inStandfirst.selection.$from.parent.type.name).toBe('standfirst')
    const inBody = run(inStandfirst, enterInTitle)
    expect(inBody.selection.$from.parent.textContent).toBe('First words')
    expect(inBody.doc.eq(doc)).toBe(true)
    expect(enterInTitle(inBody)).toBe(false)
  })

  test('Enter makes a line when the text begins with a block that takes no words', () => {
    const state = run(stateAt(article('A', 'B', schema.node('divider')), 'B|'), enterInTitle)
    expect(shape(state)).toEqual(['headline: A', 'standfirst: B', 'paragraph: ', 'divider: '])
  })

  test('Backspace at the start of the standfirst and of the text moves the cursor and merges nothing', () => {
    const fromStandfirst = run(stateAt(doc, '|After ten years'), backOverBorder)
    expect(fromStandfirst.selection.$from.parent.type.name).toBe('headline')
    expect(fromStandfirst.selection.$from.parentOffset).toBe('Ferry returns'.length)
    const fromBody = run(stateAt(doc, '|First words'), backOverBorder)
    expect(fromBody.selection.$from.parent.type.name).toBe('standfirst')
    expect(fromBody.doc.eq(doc)).toBe(true)
  })

  test('Backspace removes an empty first paragraph, but never the only block', () => {
    const spare = article('A', 'B', paragraph(''), paragraph('C'))
    const cursor = EditorState.create({ doc: spare, selection: TextSelection.create(spare, 7) })
    expect(shape(run(cursor, backOverBorder))).toEqual(['headline: A', 'standfirst: B', 'paragraph: C'])
    const last = article('A', 'B', paragraph(''))
    const only = EditorState.create({ doc: last, selection: TextSelection.create(last, 7) })
    expect(run(only, backOverBorder).doc.eq(last)).toBe(true)
  })

  test('deleting from the headline into the text leaves each field in its place', () => {
    const state = EditorState.create({ doc, selection: TextSelection.create(doc, 7, 39) })
    const after = state.apply(withoutSelectionAcrossTitles(state) as Transaction)
    expect(shape(after)).toEqual(['headline: Ferry ', 'standfirst: ', 'paragraph: words', 'paragraph: Second words'])
    expect(after.selection.$from.parent.type.name).toBe('headline')
  })

  test('deleting everything leaves an empty article', () => {
    const state = EditorState.create({ doc, selection: TextSelection.create(doc, 1, doc.content.size - 1) })
    const after = state.apply(withoutSelectionAcrossTitles(state) as Transaction)
    expect(shape(after)).toEqual(['headline: ', 'standfirst: ', 'paragraph: '])
  })

  test('a selection within the text is none of its business', () => {
    expect(withoutSelectionAcrossTitles(stateAt(doc, 'First'))).toBeNull()
  })

  test('several paragraphs pasted into the headline give it the first line and the text the others', () => {
    const empty = article('', '', paragraph(''))
    const state = EditorState.create({ doc: empty, selection: TextSelection.create(empty, 1) })
    const slice = new Slice(
      article('', '', paragraph('One'), paragraph('Two'), paragraph('Three')).slice(4).content,
      1,
      1,
    )
    const after = run(state, (from, dispatch) => pasteIntoTitle(from, slice, dispatch))
    expect(shape(after)).toEqual(['headline: One', 'standfirst: ', 'paragraph: Two', 'paragraph: Three'])
  })

  test('a whole article pasted into an empty one finds its places, and loses no words in another', () => {
    const whole = new Slice(doc.content, 1, 1)
    const empty = article('', '', paragraph(''))
    const state = EditorState.create({ doc: empty, selection: TextSelection.create(empty, 1) })
    expect(run(state, (from, dispatch) => pasteIntoTitle(from, whole, dispatch)).doc.eq(doc)).toBe(true)
    const full = stateAt(article('Old', 'Line', paragraph('Text')), 'Old|')
    expect(shape(run(full, (from, dispatch) => pasteIntoTitle(from, whole, dispatch)))).toEqual([
      'headline: OldFerry returns',
      'standfirst: Line',
      'paragraph: After ten years',
      'paragraph: First words',
      'paragraph: Second words',
      'paragraph: Text',
    ])
  })
})

describe('blocks', () => {
  const doc = article('A', 'B', paragraph('One'), paragraph(''), paragraph('Three'))

  test('a new block takes the place of an empty paragraph, or follows the one with the cursor', () => {
    const divider = schema.node('divider')
    const inOne = stateAt(doc, 'One|')
    expect(shape(inOne.apply(insertBlock(inOne, divider)))).toEqual([
      'headline: A',
      'standfirst: B',
      'paragraph: One',
      'divider: ',
      'paragraph: ',
      'paragraph: Three',
    ])
    const inEmpty = EditorState.create({ doc, selection: TextSelection.create(doc, 12) })
    expect(shape(inEmpty.apply(insertBlock(inEmpty, divider)))).toEqual([
      'headline: A',
      'standfirst: B',
      'paragraph: One',
      'divider: ',
      'paragraph: Three',
    ])
  })

  test('a block asked for in a title opens the text, and one at the end leaves a line to go on', () => {
    const state = stateAt(doc, 'A|')
    const after = state.apply(insertBlock(state, schema.node('readMore', { articleId: ID })))
    expect(shape(after).slice(2, 4)).toEqual(['readMore: ', 'paragraph: One'])
    // Whoever goes on typing writes after the card, and not over it.
    expect(after.selection).toBeInstanceOf(TextSelection)
    expect(after.selection.$from.parent.textContent).toBe('One')
    expect(after.selection.$from.parentOffset).toBe(0)
    const end = stateAt(doc, 'Three|')
    expect(shape(end.apply(insertBlock(end, schema.node('divider')))).slice(-2)).toEqual(['divider: ', 'paragraph: '])
  })

  test('Alt and an arrow carry the block, and the cursor with it, but not among the titles', () => {
    const down = run(stateAt(doc, 'O|ne'), moveBlockDown)
    expect(shape(down).slice(2)).toEqual(['paragraph: ', 'paragraph: One', 'paragraph: Three'])
    expect(down.selection.$from.parent.textContent).toBe('One')
    expect(down.selection.$from.parentOffset).toBe(1)
    expect(run(down, moveBlockUp).doc.eq(doc)).toBe(true)
    const first = stateAt(doc, 'O|ne')
    expect(run(first, moveBlockUp).doc.eq(doc)).toBe(true)
    const title = stateAt(doc, 'B|')
    expect(run(title, moveBlockDown).doc.eq(doc)).toBe(true)
  })

  test('a dragged block lands in the gap that was shown', () => {
    const state = stateAt(doc, 'One|')
    expect(shape(state.apply(moveBlockTo(state, 4, 2))).slice(2)).toEqual([
      'paragraph: Three',
      'paragraph: One',
      'paragraph: ',
    ])
    expect(shape(state.apply(moveBlockTo(state, 2, 5))).slice(2)).toEqual([
      'paragraph: ',
      'paragraph: Three',
      'paragraph: One',
    ])
    expect(moveBlockTo(state, 3, 4).docChanged).toBe(false)
  })

  test('there is always a way past the last block', () => {
    const state = stateAt(article('A', 'B', paragraph('C'), schema.node('divider')), 'C|')
    const after = state.apply(toLastLine(state))
    expect(shape(after).slice(2)).toEqual(['paragraph: C', 'divider: ', 'paragraph: '])
    expect(after.selection.$from.index(0)).toBe(4)
    expect(toLastLine(after).docChanged).toBe(false)
  })

  test('what is typed after a slash finds a block by its name or by what others call it', () => {
    expect(blocksFor('read')[0]?.name).toBe('readMore')
    expect(blocksFor('quot').map(({ name }) => name)).toEqual(['quotation', 'pullQuote'])
    expect(blocksFor('photo').map(({ name }) => name)).toEqual(['image'])
    expect(blocksFor('readmore')[0]?.name).toBe('readMore')
    expect(blocksFor('nothing of ours')).toEqual([])
  })

  test('a slash counts at the start of a word in a paragraph only', () => {
    const slashed = article('/A', 'B', paragraph('and/or'), paragraph('/quo'), paragraph('see /read m'))
    expect(slashBefore(stateAt(slashed, '/A|'))).toBeNull()
    expect(slashBefore(stateAt(slashed, 'and/or|'))).toBeNull()
    expect(slashBefore(stateAt(slashed, '/quo|'))?.query).toBe('quo')
    expect(slashBefore(stateAt(slashed, 'see /read m|'))?.query).toBe('read m')
  })
})

describe('marks', () => {
  test('an address of our own that was pasted becomes a link by id wherever it stands', () => {
    const href = 'https://paper.example/news/ferry'
    const link = schema.mark('link', { articleId: null, href })
    const doc = article('A', 'B', schema.node('paragraph', null, [schema.text('the ferry', [link])]))
    const state = EditorState.create({ doc })
    const after = state.apply(withLinksById(state, href, ID)).doc
    expect(
      after
        .child(2)
        .child(0)
        .marks.map((mark) => mark.attrs),
    ).toEqual([{ articleId: ID, href: null }])
  })

  test('the words between quotation marks around the cursor are the quoted ones', () => {
    const doc = article('A', 'B', paragraph('He said “it is so” and left.'), paragraph('She: "no", he: "yes".'))
    const around = (text: string) => {
      const state = stateAt(doc, text)
      const range = quotedRange(state)
      return range && state.doc.textBetween(range.from, range.to)
    }
    expect(around('it is| so')).toBe('“it is so”')
    expect(around('and| left')).toBeNull()
    expect(around('"no|"')).toBe('"no"')
    expect(around('"y|es"')).toBe('"yes"')
    expect(around(', h|e: ')).toBeNull()
    expect(around('said')).toBe('said')
  })

  test('everybody who speaks is listed once', () => {
    const quote = schema.mark('quote', { speaker: 'Ada Park' })
    const doc = article(
      'A',
      'B',
      schema.node('paragraph', null, [schema.text('“Yes”', [quote])]),
      schema.node('pullQuote', { speaker: 'Ben Ode', role: '' }, words('No')),
      schema.node('quotation', { speaker: 'Ada Park ', role: '' }, [paragraph('Yes')]),
    )
    expect(speakersIn(doc)).toEqual(['Ada Park', 'Ben Ode'])
  })
})

test('which block is meant stays while others type elsewhere, and begins anew with what is typed after the slash', () => {
  const channel = new SlashChannel()
  channel.change({ from: 10, to: 11, query: '' })
  expect(channel.key('ArrowDown')).toBe(true)
  channel.change({ from: 24, to: 25, query: '' })
  expect(channel.read()).toMatchObject({ active: 1, match: { from: 24, to: 25 } })
  channel.change({ from: 24, to: 26, query: 'q' })
  expect(channel.read()).toMatchObject({ active: 0 })
})
