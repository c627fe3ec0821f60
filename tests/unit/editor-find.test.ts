import { history, undo } from '@tiptap/pm/history'
import { EditorState, type Transaction } from 'prosemirror-state'
import { RE2JS } from 're2js'
import { describe, expect, test } from 'vitest'
import { allReplaced, whereWeAre } from '@/components/editor/find/find-commands'
import { type FindAction, find, findKey, findState } from '@/components/editor/find/find-extension'
import { inOrder } from '@/components/editor/find/find-state'
import { piecesOf, replacementFor } from '@/components/editor/find/replacement'
import { type Compiled, type Query, type Search, searchWords } from '@/components/editor/find/search'
import { searchPattern } from '@/components/editor/find/search-pattern'
import type { Document } from '@/lib/document/document'
import { schema } from '@/lib/document/schema'

const QUERY: Query = { text: '', matchCase: false, wholeWord: false, isPattern: false }

function searchOf(compiled: Compiled): Search {
  if (compiled === null || 'problem' in compiled) throw new Error('No search')
  return compiled.search
}
const words = (text: string, how: Partial<Query> = {}) => searchOf(searchWords({ ...QUERY, text, ...how }))
const pattern = (text: string, how: Partial<Query> = {}) => searchOf(searchPattern({ ...QUERY, text, ...how }, RE2JS))
const foundIn = (search: Search, line: string) => [...search(line)].map(({ from, to }) => line.slice(from, to))
const problemOf = (text: string) => {
  const compiled = searchPattern({ ...QUERY, text }, RE2JS)
  return compiled !== null && 'problem' in compiled ? compiled.problem : null
}

const bold = schema.mark('bold')
const link = schema.mark('link', { articleId: null, href: 'https://example.com/' })

function article(...body: Document[]): Document {
  return schema.node('doc', null, [
    schema.node('headline', null, [schema.text('The ferry returns')]),
    schema.node('standfirst', null, [schema.text('A ferry at last')]),
    ...body,
  ])
}
const paragraph = (...content: Document[]) => schema.node('paragraph', null, content)
const text = (of: string, ...marks: (typeof bold)[]) => schema.text(of, marks)

function stateOf(doc: Document): EditorState {
  const [plugin] = find.config.addProseMirrorPlugins?.call({} as never) ?? []
  if (plugin === undefined) throw new Error('No plugin')
  return EditorState.create({ doc, plugins: [plugin, history()] })
}
function looking(state: EditorState, search: Search, near = 0): EditorState {
  return state.apply(state.tr.setMeta(findKey, { look: search, near } satisfies FindAction))
}
function shownIn(state: EditorState): string[] {
  return inOrder(findState(state).matches).map(({ from, to }) => state.doc.textBetween(from, to))
}

describe('words', () => {
  test('case matters when it is asked to', () => {
    expect(foundIn(words('ferry'), 'Ferry ferry')).toEqual(['Ferry', 'ferry'])
    expect(foundIn(words('ferry', { matchCase: true }), 'Ferry ferry')).toEqual(['ferry'])
  })

  test('a whole word has no letter beside it, in any script', () => {
    expect(foundIn(words('über', { wholeWord: true }), 'über überall drüber Über')).toEqual(['über', 'Über'])
    expect(foundIn(words('порт', { wholeWord: true }), 'порт порта')).toEqual(['порт'])
  })

  test('signs of regular expressions are only signs', () => {
    expect(foundIn(words('a.b*(c)'), 'axb a.b*(c)')).toEqual(['a.b*(c)'])
  })

  test('straight quotation marks and spaces find every kind, unless the case matters', () => {
    expect(foundIn(words("don't"), "don’t don't")).toEqual(['don’t', "don't"])
    expect(foundIn(words('10 km'), '10\u00a0km 10 km')).toHaveLength(2)
    expect(foundIn(words("don't", { matchCase: true }), 'don’t')).toEqual([])
  })

  test('nothing is found for nothing', () => {
    expect(searchWords(QUERY)).toBeNull()
  })
})

describe('patterns', () => {
  test('groups, names and empty matches', () => {
    const [found] = pattern('(\\d+)-(?<to>\\d+)?')('10-12')
    expect(found).toMatchObject({ from: 0, to: 5, groups: ['10-12', '10', '12'], names: { to: '12' } })
    expect(foundIn(pattern('x*'), 'axxb')).toEqual(['xx'])
  })

  test('a whole word, and letters whatever their case', () => {
    expect(foundIn(pattern('port\\w*', { wholeWord: true }), 'Port ports airport')).toEqual(['Port', 'ports'])
  })

  test('a pattern that would keep a browser busy for ever is answered', () => {
    expect(foundIn(pattern('(a+)+$'), `${'a'.repeat(2_000)}!`)).toEqual([])
    expect(foundIn(pattern('(x+x+)+y'), 'x'.repeat(2_000))).toEqual([])
  })

  test.each([
    ['(', 'A round bracket is opened and never closed.'],
    [')', 'A round bracket is closed that was never opened.'],
    ['[a', 'A square bracket is opened and never closed.'],
    ['*', 'Something is repeated that is not there: look at *, + and ?.'],
    ['a\\', 'A backslash at the end has nothing to stand for.'],
    ['(?=a)', 'Looking ahead and behind is not possible here.'],
  ])('%s: %s', (wrong, sentence) => {
    expect(problemOf(wrong)).toBe(sentence)
  })
})

describe('what is shown', () => {
  const doc = article(paragraph(text('A fer'), text('ry ', bold), text('and a ferry')), paragraph(text('No boat')))

  test('headline, standfirst and across marks', () => {
    const state = looking(stateOf(doc), words('ferry'))
    expect(shownIn(state)).toEqual(['ferry', 'ferry', 'ferry', 'ferry'])
    expect(whereWeAre(state)).toEqual({ number: 1, count: 4, isTooSlow: false })
  })

  test('the current one is the first after the cursor, and after the last comes the first', () => {
    const state = looking(stateOf(doc), words('ferry'), doc.content.size - 20)
    expect(whereWeAre(state).number).toBe(4)
    expect(whereWeAre(looking(state, words('ferry'), doc.content.size)).number).toBe(1)
  })

  test('typing makes and breaks matches, and only where it happens', () => {
    const searched: string[] = []
    const counting: Search = (line) => {
      searched.push(line)
      return words('ferry')(line)
    }
    let state = looking(stateOf(doc), counting)
    searched.length = 0
    state = state.apply(state.tr.insertText('ferry ', doc.content.size - 1))
    expect(searched).toEqual(['No boatferry '])
    expect(whereWeAre(state).count).toBe(5)
    state = state.apply(state.tr.delete(1, 8))
    expect(shownIn(state)).toHaveLength(4)
    expect(whereWeAre(state).count).toBe(4)
  })

  test('splitting, joining and removing blocks keep the count right', () => {
    let state = looking(stateOf(doc), words('ferry'))
    const apply = (tr: Transaction) => {
      state = state.apply(tr)
      let count = 0
      state.doc.descendants((node) => {
        if (node.isTextblock) count += node.textContent.split('ferry').length - 1
      })
      expect(whereWeAre(state).count).toBe(count)
      expect(shownIn(state)).toHaveLength(count)
    }
    const body = doc.child(0).nodeSize + doc.child(1).nodeSize
    apply(state.tr.split(body + 5))
    apply(state.tr.join(body + 6))
    apply(state.tr.delete(body, body + doc.child(2).nodeSize))
    apply(state.tr.insert(state.doc.content.size, paragraph(text('ferry ferry'))))
  })
})

describe('replacing', () => {
  const replaced = (doc: Document, search: Search, template: string, isPattern = false) => {
    const result = allReplaced(EditorState.create({ doc }), search, template, isPattern)
    result.tr.doc.check()
    return result
  }
  const body = (doc: Document) =>
    doc.child(2).content.content.map((node) => [node.text, ...node.marks.map((mark) => mark.type.name)])

  test('the words keep the marks of those that they replace', () => {
    const doc = article(paragraph(text('The '), text('old', bold), text(' '), text('ferry', link), text(' sails')))
    expect(body(replaced(doc, words('old ferry'), 'new boat').tr.doc)).toEqual([
      ['The '],
      ['new', 'bold'],
      [' '],
      ['boat', 'link'],
      [' sails'],
    ])
  })

  test('only what differs is touched', () => {
    expect(piecesOf('colour', 'color')).toEqual([{ from: 4, to: 5, insert: '' }])
    expect(piecesOf('the ferry', 'the ferries')).toEqual([{ from: 8, to: 9, insert: 'ies' }])
    expect(piecesOf('a', '')).toEqual([{ from: 0, to: 1, insert: '' }])
    expect(piecesOf('😀', '😁')).toEqual([{ from: 0, to: 2, insert: '😁' }])
    expect(piecesOf('same', 'same')).toEqual([])
  })

  test('all of them, everywhere, and one undo', () => {
    const doc = article(paragraph(text('ferry ferry')), paragraph(text('ferry')))
    let state = stateOf(doc)
    const { tr, count } = allReplaced(state, words('ferry'), 'boat', false)
    expect(count).toBe(5)
    state = state.apply(tr)
    expect(state.doc.textBetween(0, state.doc.content.size, '|')).toBe('The boat returns|A boat at last|boat boat|boat')
    undo(state, (back) => {
      state = state.apply(back)
    })
    expect(state.doc.eq(doc)).toBe(true)
  })

  test('groups come back in the replacement', () => {
    const found = { from: 0, to: 5, groups: ['10-12', '10', '12'], names: { to: '12' } }
    expect(replacementFor(found, '$1 to $2', true)).toBe('10 to 12')
    expect(replacementFor(found, '$<to> $& $$1 $3 $10 $x', true)).toBe('12 10-12 $1 $3 100 $x')
    expect(replacementFor(found, '$1', false)).toBe('$1')
  })

  test('words between line breaks keep them where a break may stand, and have spaces in a headline', () => {
    const doc = article(paragraph(text('one'), schema.node('hardBreak'), text('two')))
    const turned = replaced(doc, pattern('(one)(\\s)(two)'), '$3$2$1', true).tr.doc.child(2)
    expect(turned.textBetween(0, turned.content.size, '', '/')).toBe('two/one')
    expect(replaced(doc, pattern('(The)( )'), '$1\n', true).tr.doc.child(0).textContent).toBe('The ferry returns')
  })
})
