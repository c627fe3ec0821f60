import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Document, parseDocument, toJson } from '@/lib/document/document'
import { schema } from '@/lib/document/schema'
import { Authority } from '../support/session/authority'
import { Network } from '../support/session/network'
import { openTypist, type Typist } from '../support/session/typist'

const CARD = '0190c0de-0000-7000-8000-000000000001'
const OTHER_CARD = '0190c0de-0000-7000-8000-000000000002'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

function article(...blocks: object[]): Document {
  return parseDocument({ type: 'doc', content: [{ type: 'headline' }, { type: 'standfirst' }, ...blocks] })
}

function paragraph(text: string): object {
  return { type: 'paragraph', content: [{ type: 'text', text }] }
}

/** Two people with the same article open, each of whom does something before hearing of the other; the first is saved first. */
async function atTheSameTime(document: Document, first: (typist: Typist) => void, second: (typist: Typist) => void) {
  const authority = new Authority(document)
  const network = new Network(authority)
  const start = { version: 0, document: toJson(document), steps: [] }
  const [ann, bob] = [openTypist({ transport: network, start }), openTypist({ transport: network, start })]
  first(ann)
  second(bob)
  await Promise.all([ann.session.flush(), vi.advanceTimersByTimeAsync(0)])
  await vi.advanceTimersByTimeAsync(5_000)
  expect(ann.editor.state.doc.eq(authority.document)).toBe(true)
  expect(bob.editor.state.doc.eq(authority.document)).toBe(true)
  authority.document.check()
  return { ann, bob, blocks: authority.document.content.content.slice(2).map((block) => block.textContent), authority }
}

const at = (typist: Typist, text: string): number => {
  let found = -1
  typist.editor.state.doc.descendants((node, position) => {
    if (node.isText && node.text?.includes(text)) found = position + node.text.indexOf(text)
  })
  return found
}

const change = ({ editor }: Typist, run: (tr: Typist['editor']['state']['tr']) => void) => {
  const { tr } = editor.state
  run(tr)
  editor.dispatch(tr)
}

describe('two people at the same time', () => {
  test('words that were written inside a passage stay when somebody deletes it without having seen them', async () => {
    const { blocks, bob } = await atTheSameTime(
      article(paragraph('The mayor said nothing.')),
      (ann) => ann.type(' absolutely', at(ann, ' nothing')),
      (bob) => change(bob, (tr) => tr.delete(at(bob, 'said'), at(bob, '.'))),
    )
    expect(blocks).toEqual(['The mayor said absolutely nothing.'])
    expect(bob.session.status.kind).toBe('saved')
  })

  test('words that are typed over such a passage are kept beside it', async () => {
    const { blocks } = await atTheSameTime(
      article(paragraph('The mayor said nothing.')),
      (ann) => ann.type(' absolutely', at(ann, ' nothing')),
      (bob) => change(bob, (tr) => tr.insertText('left', at(bob, 'said'), at(bob, '.'))),
    )
    expect(blocks).toEqual(['The mayor said absolutely nothingleft.'])
  })

  test('a block that is moved while somebody writes in it stays where it is, once, with their words', async () => {
    const { blocks } = await atTheSameTime(
      article(paragraph('One.'), paragraph('Two.'), paragraph('Three.')),
      (ann) => ann.type(' and a half', at(ann, '.')),
      (bob) =>
        change(bob, (tr) => {
          const node = tr.doc.child(4)
          const from = tr.doc.content.size - node.nodeSize
          tr.delete(from, tr.doc.content.size).insert(4, node)
        }),
    )
    expect(blocks).toEqual(['One.', 'Two.', 'Three and a half.'])
  })

  test('words written in a block that was moved meanwhile are handed back', async () => {
    const { blocks, bob } = await atTheSameTime(
      article(paragraph('One.'), paragraph('Two.')),
      (ann) =>
        change(ann, (tr) => {
          const node = tr.doc.child(3)
          const from = tr.doc.content.size - node.nodeSize
          tr.delete(from, tr.doc.content.size).insert(4, node)
        }),
      (bob) => bob.type(' and a half', at(bob, 'Two') + 3),
    )
    expect(blocks).toEqual(['Two.', 'One.'])
    expect(bob.withoutPlace).toEqual(['and a half'])
  })

  test('both delete the same words: they are deleted once', async () => {
    const remove = (typist: Typist) => change(typist, (tr) => tr.delete(at(typist, 'said'), at(typist, '.')))
    const { blocks, bob } = await atTheSameTime(article(paragraph('The mayor said nothing.')), remove, remove)
    expect(blocks).toEqual(['The mayor .'])
    expect(bob.withoutPlace).toEqual([])
  })

  test('a card whose target both choose keeps the choice that was saved first', async () => {
    const choose = (articleId: string) => (typist: Typist) =>
      change(typist, (tr) => tr.setNodeAttribute(4, 'articleId', articleId))
    const { authority } = await atTheSameTime(
      article({ type: 'readMore', attrs: { articleId: null } }),
      choose(CARD),
      choose(OTHER_CARD),
    )
    expect(authority.document.child(2).attrs.articleId).toBe(CARD)
  })

  test('a caption that both write is not overwritten; the later one is handed back', async () => {
    const write = (caption: string) => (typist: Typist) =>
      change(typist, (tr) => tr.setNodeAttribute(4, 'caption', caption))
    const { authority, bob } = await atTheSameTime(
      article({ type: 'image' }),
      write('A bridge'),
      write('The old bridge at dawn'),
    )
    expect(authority.document.child(2).attrs.caption).toBe('A bridge')
    expect(bob.withoutPlace).toEqual(['The old bridge at dawn'])
  })

  test('both change other things of one picture', async () => {
    const { authority } = await atTheSameTime(
      article({ type: 'image' }),
      (ann) => change(ann, (tr) => tr.setNodeAttribute(4, 'caption', 'A bridge')),
      (bob) => change(bob, (tr) => tr.setNodeAttribute(4, 'credit', 'B. Photographer')),
    )
    expect(authority.document.child(2).attrs).toMatchObject({ caption: 'A bridge', credit: 'B. Photographer' })
  })

  test('somebody makes bold what somebody else is writing in', async () => {
    const { authority } = await atTheSameTime(
      article(paragraph('The mayor said nothing.')),
      (ann) => ann.type(' absolutely', at(ann, ' nothing')),
      (bob) => change(bob, (tr) => tr.addMark(at(bob, 'mayor'), at(bob, '.'), schema.marks.bold.create())),
    )
    expect(authority.document.child(2).textContent).toBe('The mayor said absolutely nothing.')
  })
})

test('an insertion stays an insertion, however many steps it is moved over', async () => {
  // Moved over these by prosemirror-collab, the last insertion replaces the letters D, E and F.
  const insert = (text: string, from: number) => (typist: Typist) => change(typist, (tr) => tr.insertText(text, from))
  const remove = (from: number, to: number) => (typist: Typist) => change(typist, (tr) => tr.delete(from, to))
  const own = [
    insert('AB', 13),
    insert('CD', 6),
    remove(12, 14),
    remove(11, 13),
    insert('EF', 5),
    remove(7, 9),
    insert('GH', 7),
  ]
  const others = [insert('uv', 5), remove(10, 12), remove(5, 8)]
  const { bob, blocks } = await atTheSameTime(
    article(paragraph('abcdefgh')),
    (ann) => {
      for (const edit of others) edit(ann)
    },
    (bob) => {
      for (const edit of own) edit(bob)
    },
  )
  expect(bob.withoutPlace).toEqual([])
  for (const letter of 'ABDEFGH') expect(blocks[0]).toContain(letter)
})

test('where the server comes to another end than the tab, because it saw more at once, its word counts', async () => {
  const authority = new Authority(article(paragraph('The mayor said nothing at all.')))
  const slow = new Network(authority)
  const start = { version: 0, document: toJson(authority.document), steps: [] }
  const ann = openTypist({ transport: slow, start })
  const bob = openTypist({ transport: new Network(authority), start })
  await vi.advanceTimersByTimeAsync(10)
  // Ann's deletion is on its way for two seconds ...
  slow.weather = { ...slow.weather, delay: 4_000 }
  change(ann, (tr) => tr.delete(at(ann, 'said'), at(ann, 'said') + 'said nothing '.length))
  void ann.session.flush()
  await vi.advanceTimersByTimeAsync(10)
  // ... while Bob writes inside of it, which makes her tab give the deletion up, and takes that out again.
  bob.type('loudly ', at(bob, 'nothing'))
  await vi.advanceTimersByTimeAsync(3_000)
  expect(ann.text()).toContain('said loudly nothing')
  change(bob, (tr) => tr.delete(at(bob, 'loudly'), at(bob, 'loudly') + 'loudly '.length))
  ann.type('Later. ', at(ann, 'The mayor'))
  await vi.advanceTimersByTimeAsync(30_000)
  expect(ann.session.status.kind).toBe('saved')
  expect(ann.editor.state.doc.eq(authority.document)).toBe(true)
  expect(bob.editor.state.doc.eq(authority.document)).toBe(true)
  expect(authority.document.textContent).toMatch(/^Later\. The mayor /)
})

test('what was given up whole is not decided about again when it arrives once more', async () => {
  const document = article(paragraph('One.'), paragraph('Two.'))
  const authority = new Authority(document)
  const start = { version: 0, document: toJson(document), steps: [] }
  const ann = openTypist({ transport: new Network(authority), start })
  const lossy = new Network(authority)
  const bob = openTypist({ transport: lossy, start })
  await vi.advanceTimersByTimeAsync(10)
  const two = authority.document.content.size - authority.document.child(3).nodeSize
  // Bob's words are on their way while Ann deletes the paragraph; nothing is made of them, and he does not hear of it.
  lossy.weather = { ...lossy.weather, delay: 2_000, dropsAnswer: 1 }
  bob.type('And a half', two + 1)
  void bob.session.flush().catch(() => undefined)
  change(ann, (tr) => tr.delete(two, authority.document.content.size))
  await vi.advanceTimersByTimeAsync(1_500)
  const [batch] = lossy.sent.map(({ batch }) => batch)
  if (batch === undefined) throw new Error('Nothing was sent')
  const decided = authority.version
  expect(decided).toBe(2)
  expect(authority.apply(batch)).toMatchObject({ kind: 'behind' })
  expect(authority.version).toBe(decided)

  lossy.weather = { ...lossy.weather, delay: 0, dropsAnswer: 0 }
  await vi.advanceTimersByTimeAsync(30_000)
  expect(bob.session.status.kind).toBe('saved')
  expect(bob.withoutPlace).toEqual(['And a half'])
  expect(bob.editor.state.doc.eq(authority.document)).toBe(true)
})
