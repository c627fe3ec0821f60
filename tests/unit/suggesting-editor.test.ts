import { getSchema } from '@tiptap/core'
import { baseKeymap, joinBackward, splitBlock } from '@tiptap/pm/commands'
import { history, undo } from '@tiptap/pm/history'
import { type Command, EditorState, type Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { Node } from 'prosemirror-model'
import { describe, expect, test } from 'vitest'
import { extensionsFromSpecs } from '@/components/editor/extensions/from-specs'
import { moveBlockDown, moveBlockUp } from '@/components/editor/extensions/move-block'
import { asIs } from '@/components/editor/suggesting/as-is'
import { decide, suggestionsAt, toNeighbour } from '@/components/editor/suggesting/at-cursor'
import { keepSuggested } from '@/components/editor/suggesting/keep-suggested'
import { isOwnChange, suggestedTransaction } from '@/components/editor/suggesting/suggested-transaction'
import { forReaders } from '@/lib/document/for-readers'
import { marks, nodes } from '@/lib/document/schema'
import { listSuggestions } from '@/lib/document/suggestions'

const schema = getSchema(extensionsFromSpecs(nodes, marks))
const ME = '01900000-0000-7000-8000-0000000000aa'
const YOU = '01900000-0000-7000-8000-0000000000bb'

/** An editor in suggesting mode without a screen. */
class Desk {
  state: EditorState
  personId = ME
  private ids = 0

  constructor(...paragraphs: string[]) {
    const line = (words: string) => (words === '' ? [] : [schema.text(words)])
    const doc = schema.node('doc', null, [
      schema.node('headline'),
      schema.node('standfirst'),
      ...paragraphs.map((words) => schema.node('paragraph', null, line(words))),
    ])
    this.state = EditorState.create({ doc, plugins: [history({ newGroupDelay: 0 })] })
  }

  readonly dispatch = (tr: Transaction): void => {
    const { state } = this
    const suggester = {
      personId: this.personId,
      at: '2026-11-20T10:00:00.000Z',
      newId: () => {
        this.ids += 1
        return `01900000-0000-4000-8000-${String(this.ids).padStart(12, '0')}`
      },
    }
    const result = isOwnChange(tr) ? suggestedTransaction(state, tr, suggester) : tr
    if (result === null) throw new Error('No way to suggest it')
    this.state = state.apply(result)
    this.state.doc.check()
  }

  /** The cursor at `|` in the words of a paragraph, or the words between two of them selected. */
  at(words: string): this {
    const [before = '', inside = '', rest] = words.split('|')
    const all = words.replaceAll('|', '')
    let from = -1
    this.state.doc.descendants((node, position) => {
      if (from === -1 && node.isTextblock && node.textContent.includes(all))
        from = position + 1 + node.textContent.indexOf(all) + before.length
    })
    if (from === -1) throw new Error(`No ${all}`)
    const to = rest === undefined ? from : from + inside.length
    this.state = this.state.apply(this.state.tr.setSelection(TextSelection.create(this.state.doc, from, to)))
    return this
  }

  type(words: string): this {
    for (const letter of words) this.dispatch(this.state.tr.insertText(letter))
    return this
  }

  /** What the browser would do for a letter, else what the editor does. */
  backspace(times = 1): this {
    for (let time = 0; time < times; time += 1) {
      const { $from, empty } = this.state.selection
      if (empty && $from.parentOffset > 0) this.dispatch(this.state.tr.delete($from.pos - 1, $from.pos))
      else this.run(baseKeymap.Backspace as Command)
    }
    return this
  }

  remove(times = 1): this {
    for (let time = 0; time < times; time += 1) {
      const { $from, empty } = this.state.selection
      if (empty && $from.parentOffset < $from.parent.content.size)
        this.dispatch(this.state.tr.delete($from.pos, $from.pos + 1))
      else this.run(baseKeymap.Delete as Command)
    }
    return this
  }

  run(command: Command): this {
    command(this.state, this.dispatch)
    return this
  }

  /** `[+in+]`, `[-out-]` and `[~marked~]`, with `|` where the cursor is; blocks as `{+ +}`, breaks as `+¶` and `-¶`. */
  get shown(): string {
    const { doc, selection } = this.state
    const parts: string[] = []
    doc.forEach((block, start, index) => {
      if (index > 1) parts.push(shownBlock(block, start, selection))
    })
    return parts.join(' / ')
  }

  get kinds(): string[] {
    return listSuggestions(this.state.doc).map(({ kind }) => kind)
  }
}

function shownBlock(block: Node, start: number, selection: Selection): string {
  let words = ''
  const cursor = selection.head - start - 1
  let at = 0
  block.forEach((child) => {
    const text = child.text ?? '↵'
    if (cursor === at) words += '|'
    const isInside = cursor > at && cursor < at + child.nodeSize
    const here = isInside ? `${text.slice(0, cursor - at)}|${text.slice(cursor - at)}` : text
    const sign = { inserted: '+', removed: '-', reformatted: '~' }
    words += child.marks.reduceRight((inside, { type }) => {
      const one = sign[type.name as keyof typeof sign]
      return one === undefined ? inside : `[${one}${inside}${one}]`
    }, here)
    at += child.nodeSize
  })
  if (cursor === at && block.isTextblock) words += '|'
  return block.marks.reduceRight((inside, { type, attrs }) => {
    const one = type.name === 'inserted' ? '+' : type.name === 'removed' ? '-' : '~'
    return attrs.what === 'break' ? `${one}¶${inside}` : `{${one}${inside}${one}}`
  }, words)
}

describe('typing', () => {
  test('goes on with one suggestion, and Backspace takes back what was just typed', () => {
    const desk = new Desk('The ferry.').at('The| ferry').type(' old')
    expect(desk.shown).toBe('The[+ old+]| ferry.')
    expect(desk.backspace(2).shown).toBe('The[+ o+]| ferry.')
    expect(desk.backspace(2).shown).toBe('The| ferry.')
    expect(listSuggestions(desk.state.doc)).toEqual([])
  })

  test('over selected words replaces them: one suggestion, which typing on belongs to', () => {
    const desk = new Desk('At noon.').at('At |noon|.').type('one o’clock')
    expect(desk.shown).toBe('At [-noon-][+one o’clock+]|.')
    expect(listSuggestions(desk.state.doc)).toMatchObject([{ kind: 'replace', before: 'noon', after: 'one o’clock' }])
  })

  test('inside of what others suggest is a suggestion of its own', () => {
    const desk = new Desk('Ab.').at('Ab|.').type('cd')
    desk.personId = YOU
    expect(desk.at('Abc|d').type('x').shown).toBe('Ab[+c+][+x+]|[+d+].')
    expect(desk.kinds).toEqual(['insert', 'insert'])
  })

  test('where the same letters stand beside each other stays where the cursor is', () => {
    expect(new Desk('aaa').at('a|aa').type('a').shown).toBe('a[+a+]|aa')
    expect(new Desk('aaa').at('aaa|').type('a').shown).toBe('aaa[+a+]|')
  })
})

describe('deleting', () => {
  test('marks the letters, and the cursor moves over them', () => {
    const desk = new Desk('The ferry.').at('The ferry|.').backspace(5)
    expect(desk.shown).toBe('The |[-ferry-].')
    expect(desk.kinds).toEqual(['remove'])
    expect(desk.backspace().shown).toBe('The|[- ferry-].')
  })

  test('with Delete moves the cursor on, over what is marked already too', () => {
    const desk = new Desk('The ferry.').at('The| ferry').remove(6)
    expect(desk.shown).toBe('The[- ferry-]|.')
    expect(desk.at('The| ferry').remove(7).shown).toBe('The[- ferry.-]|')
    expect(desk.kinds).toEqual(['remove'])
  })

  test('over what is marked already changes nothing but the cursor', () => {
    const desk = new Desk('Abc.').at('Abc|.').backspace()
    const { doc } = desk.state
    expect(desk.at('Abc|.').backspace().shown).toBe('Ab|[-c-].')
    expect(desk.state.doc.eq(doc)).toBe(true)
  })

  test('of a selection over paragraphs leaves both paragraphs and what was between them', () => {
    const desk = new Desk('One two.', 'Three.', 'Four five.')
    const from = desk.at('One |two').state.selection.from
    const to = desk.at('Four |five').state.selection.from
    desk.dispatch(desk.state.tr.delete(from, to))
    expect(desk.shown).toBe('One |[-two.-] / {-Three.-} / -¶[-Four -]five.')
    expect(desk.kinds).toEqual(['block'])
  })
})

describe('paragraphs', () => {
  test('Enter parts one, and Backspace right after joins it again', () => {
    const desk = new Desk('One two.').at('One| two').run(splitBlock)
    expect(desk.shown).toBe('One / +¶| two.')
    expect(desk.backspace().shown).toBe('One| two.')
  })

  test('Backspace at the start joins, and Enter there takes that back', () => {
    const desk = new Desk('One.', 'Two.').at('|Two').backspace()
    expect(desk.shown).toBe('One.| / -¶Two.')
    expect(desk.run(splitBlock).shown).toBe('One. / |Two.')
  })

  test('a new one at the end is new as a whole, and what is typed in it belongs to it', () => {
    const desk = new Desk('One.').at('One.|').run(splitBlock).type('Two').run(splitBlock).type('Three')
    expect(desk.shown).toBe('One. / {+Two+} / {+Three|+}')
    expect(desk.kinds).toEqual(['block'])
    expect(desk.backspace(5).backspace().shown).toBe('One. / {+Two|+}')
  })

  test('a new one joined to an old one leaves its words as inserted words', () => {
    const desk = new Desk('One.').at('One.|').run(splitBlock).type('Two').at('|Two').backspace()
    expect(desk.shown).toBe('One.|[+Two+]')
  })

  test('moved by a key stands in both places under one id, and goes on being moved', () => {
    const desk = new Desk('One.', 'Two.', 'Three.').at('One|').run(moveBlockDown)
    expect(desk.shown).toBe('{-One.-} / Two. / {+One|.+} / Three.')
    expect(desk.kinds).toEqual(['move'])
    expect(desk.run(moveBlockDown).shown).toBe('{-One.-} / Two. / Three. / {+One|.+}')
    expect(desk.kinds).toEqual(['move'])
    expect(desk.run(moveBlockUp).kinds).toEqual(['move'])
  })
})

describe('marks', () => {
  test('bold is suggested, and asked for again taken back', () => {
    const desk = new Desk('One two.').at('One |two|')
    const { from, to } = desk.state.selection
    const bold = () => desk.dispatch(desk.state.tr.addMark(from, to, schema.mark('bold')))
    bold()
    expect(desk.shown).toBe('One [~two~]|.')
    expect(listSuggestions(desk.state.doc)).toMatchObject([{ kind: 'format', before: 'two', changes: ['bold'] }])
    bold()
    expect(desk.shown).toBe('One two|.')
  })

  test('a comment goes on the words as it is', () => {
    const desk = new Desk('One two.').at('One |two|')
    const comment = schema.mark('comment', { threadId: YOU })
    desk.dispatch(desk.state.tr.addMark(desk.state.selection.from, desk.state.selection.to, comment))
    expect(desk.state.doc.rangeHasMark(desk.state.selection.from, desk.state.selection.to, comment.type)).toBe(true)
    expect(desk.kinds).toEqual([])
  })
})

describe('the answer', () => {
  test('to what is at the cursor, and the way to the next', () => {
    const desk = new Desk('One two three.').at('One|').type('s').at('two|').type('s')
    desk.at('|Ones')
    desk.dispatch(toNeighbour(desk.state, 1) as Transaction)
    const [first] = suggestionsAt(desk.state)
    expect(desk.kinds).toEqual(['insert', 'insert'])
    desk.dispatch(decide(desk.state, [first as string], 'accept'))
    expect(desk.shown).toMatch(/^One\|?s two\[\+s\+\] three\.$/)
    desk.dispatch(toNeighbour(desk.state, 1) as Transaction)
    desk.dispatch(decide(desk.state, suggestionsAt(desk.state), 'reject'))
    expect(desk.state.doc.textContent).toBe('Ones two three.')
  })

  test('is undone in one step, as is a suggestion', () => {
    const desk = new Desk('One two.').at('One |two|').type('x')
    desk.run(undo)
    expect(desk.state.doc.textContent).toBe('One two.')
    expect(desk.kinds).toEqual([])
  })
})

test('what is said to be as it is, and what undo does, is no change to suggest', () => {
  const desk = new Desk('One.').at('One|')
  desk.dispatch(asIs(desk.state.tr.insertText('s')))
  expect(desk.shown).toBe('Ones|.')
  desk.run(undo)
  expect(desk.shown).toBe('One|.')
})

describe('Somebody who edits and joins', () => {
  /** As in editing mode: what is dispatched is the text. */
  function joined(desk: Desk, at: string, command: Command): Node {
    desk.at(at)
    let { state } = desk
    const isDone = command(state, (tr) => {
      state = state.apply(keepSuggested(tr))
    })
    expect(isDone).toBe(true)
    state.doc.check()
    return state.doc
  }
  const readers = (doc: Node) =>
    forReaders(doc)
      .content.content.slice(2)
      .map((block) => block.textContent)
  /** A real paragraph, a suggested one and a real one. */
  const suggested = () => new Desk('Real words.', 'Last.').at('Real words.|').run(splitBlock).type('Secret.')

  test('a suggested paragraph to the one before it keeps its words suggested', () => {
    const doc = joined(suggested(), '|Secret.', joinBackward)
    expect(doc.child(2).textContent).toBe('Real words.Secret.')
    expect(readers(doc)).toEqual(['Real words.', 'Last.'])
  })

  test('a real paragraph to the suggested one before it keeps its words real', () => {
    const doc = joined(suggested(), '|Last.', joinBackward)
    expect(doc.child(3).textContent).toBe('Secret.Last.')
    expect(readers(doc)).toEqual(['Real words.', 'Last.'])
  })

  test('nothing, and types in a suggested paragraph, leaves everything as it is', () => {
    const desk = suggested().at('Secret.|')
    const tr = desk.state.tr.insertText(' More.')
    expect(keepSuggested(tr).steps).toHaveLength(1)
    expect(readers(tr.doc)).toEqual(['Real words.', 'Last.'])
  })
})
